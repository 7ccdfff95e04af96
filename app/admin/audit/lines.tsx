import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { type AuditLine, sayLine } from "@/lib/society/audit/line";

/** Lines of the audit trail as sentences, with links to the people and things they are about. */
export function AuditLines({ lines, now, timeZone }: { lines: readonly AuditLine[]; now: Date; timeZone: string }) {
  return (
    <ul className="grid gap-0">
      {lines.map((line) => (
        <li key={String(line.id)} className="grid max-w-none gap-0.5 border-b border-rule py-2.5">
          <p>
            {sayLine(line).map(({ words, href }, i) =>
              href ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence
                <Link key={i} href={href}>
                  {words}
                </Link>
              ) : (
                words
              ),
            )}
          </p>
          <p className="text-[0.92rem] text-soft">
            <Time at={line.at} now={now} timeZone={timeZone} as="date-time" />
          </p>
        </li>
      ))}
    </ul>
  );
}
