import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { NOTICES } from "@/lib/entrypoints/notices";
import { sayMailKind, sayMailStatus } from "@/lib/notify/mailbox/wording";
import type { MailStatus } from "@/lib/notify/outbox/mail";
import type { MailLine, TrailLine } from "@/lib/staff/members/directory";
import { sayLine } from "@/lib/staff/members/wording";

interface TrailProps {
  member: { id: string; number: string; erasedAt: Date | null };
  trail: { mails: readonly MailLine[]; lines: readonly TrailLine[] };
  timeZone: string;
  now: Date;
}

/** The e-mails to a member and what became of them, and what is recorded about their account. */
export function Trail({ member, trail: { mails, lines }, ...when }: TrailProps) {
  return (
    <>
      <section aria-labelledby="mails" className="grid gap-3">
        <h2 id="mails">E-mails to them</h2>
        {mails.length === 0 && <p>None yet.</p>}
        <ul className="grid gap-1.5">
          {mails.map(({ key, kind, status, createdAt, sentAt }) => (
            <li key={key} className="max-w-none">
              {sayMailKind(NOTICES, kind)}. {sayMailStatus(status as MailStatus)}{" "}
              <Time at={sentAt ?? createdAt} as="date-time" {...when} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="trail" className="grid gap-3">
        <h2 id="trail">Audit trail</h2>
        {lines.length === 0 && <p>Nothing yet.</p>}
        <ul className="grid gap-1.5">
          {lines.map((line) => (
            <li key={line.id} className="max-w-none">
              <Time at={line.at} as="date-time" {...when} />: {sayLine(line, member.id)}
            </li>
          ))}
        </ul>
        {member.erasedAt === null && (
          <p>
            <Link href={`/admin/support?reference=${encodeURIComponent(member.number)}`}>Their requests for help</Link>
          </p>
        )}
        <p>
          <Link href={`/admin/audit?subject=${member.id}`}>All audit lines about this member</Link>
        </p>
      </section>
    </>
  );
}
