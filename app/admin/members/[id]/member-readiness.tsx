import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { StandingLine } from "@/lib/pairing/readiness/queries";
import { STATUS_WORDS, sayReadiness } from "@/lib/pairing/readiness/wording";
import type { Settings } from "@/lib/society/settings/settings";

interface MemberReadinessProps {
  items: readonly StandingLine[];
  /** The viewer themselves, about whom a colleague decides. */
  isOwn: boolean;
  settings: Settings;
  now: Date;
  timeZone: string;
}

/** What the roles of a member need, what of it they have and since when, and the way to decide; nothing where nothing is asked of them. */
export function MemberReadiness({ items, isOwn, settings: { words }, ...when }: MemberReadinessProps) {
  if (items.length === 0) return null;
  const groups = [...new Set(items.map(groupOf))];
  const date = (key: string, at: Date) => <Time key={key} at={at} {...when} as="date" />;
  return (
    <section aria-labelledby="readiness" className="grid grid-cols-1 gap-5">
      <h2 id="readiness">Readiness</h2>
      {groups.map((group) => {
        const those = items.filter((item) => groupOf(item) === group);
        return (
          <Table
            key={group}
            caption={those[0] ? sayReadiness(those[0], !those.some(({ isLacking }) => isLacking), words) : ""}
            isCaptionShown
            columns={["Needed", "Status", "Since", "Valid until"].map((label) => ({ label }))}
            rows={those.map(({ id, condition, status, isLacking, countsAt, metAt, movedAt, expiresAt }) => ({
              key: id,
              cells: [
                <Link key="open" href={`/admin/readiness/${id}`} className="inline-block py-0.5 wrap-anywhere">
                  {condition}
                </Link>,
                <span key="status" className="grid">
                  <span>{isLacking ? <strong>{STATUS_WORDS[status]}</strong> : STATUS_WORDS[status]}</span>
                  {!isLacking && status !== "met" && <span className="text-soft">Needed from {date("from", countsAt)}</span>}
                  {status === "with-staff" && !isOwn && (
                    <Link href={`/admin/readiness/${id}`} className="inline-block py-0.5">
                      Decide<span className="sr-only">: {condition}</span>
                    </Link>
                  )}
                </span>,
                date("since", metAt ?? movedAt),
                status === "met" && expiresAt ? date("until", expiresAt) : "–",
              ],
            }))}
          />
        );
      })}
    </section>
  );
}

/** A role, in the society's scheme or in a programme. */
function groupOf({ role, programme }: StandingLine): string {
  return `${role} ${programme ?? ""}`;
}
