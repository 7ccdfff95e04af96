import { Link } from "@/components/ui/link";
import { sayNumber } from "@/lib/foundation/wording";
import { OUTCOMES } from "@/lib/staff/letters/letter";
import type { Outcomes as Counted } from "@/lib/staff/letters/queries";
import { OUTCOME_LABELS, sayMembers } from "@/lib/staff/letters/wording";

/** What has become of it, in numbers that lead to the names. */
export function Outcomes({ letterId, outcomes }: { letterId: string; outcomes: Counted }) {
  const all = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="outcomes" className="grid gap-3">
      <h2 id="outcomes">{sayMembers(all)} on the list</h2>
      <ul className="grid gap-1">
        {OUTCOMES.map((outcome) => {
          const count = outcomes[outcome];
          return count ? (
            <li key={outcome}>
              <Link href={`/admin/letters/${letterId}/recipients?of=${outcome}`} className="inline-block py-1">
                {OUTCOME_LABELS[outcome]}: {sayNumber(count)}
              </Link>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
