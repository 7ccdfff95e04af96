import { Link } from "@/components/ui/link";
import { sayNumber } from "@/lib/foundation/wording";
import { OUTCOMES } from "@/lib/staff/letters/letter";
import type { Outcomes as Counted } from "@/lib/staff/letters/queries";
import { OUTCOME_LABELS, sayOnList } from "@/lib/staff/letters/wording";

interface OutcomesProps {
  letterId: string;
  outcomes: Counted;
  /** Of how many relationships the partners were written to; null for members. */
  pairs: number | null;
}

/** What has become of it, in numbers that lead to the names. */
export function Outcomes({ letterId, outcomes, pairs }: OutcomesProps) {
  const all = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="outcomes" className="grid gap-3">
      <h2 id="outcomes">{sayOnList(all, pairs)}</h2>
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
