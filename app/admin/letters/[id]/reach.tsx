import { sayNumber } from "@/lib/foundation/wording";
import { FATES } from "@/lib/staff/letters/letter";
import type { Reach as Counted } from "@/lib/staff/letters/queries";
import { FATE_LABELS, sayOnList } from "@/lib/staff/letters/wording";

/** How many are on the list now, and who of them will not get the letter by e-mail, with the reason. */
export function Reach({ reach: { fates, pairs, isMore } }: { reach: Counted }) {
  const all = Object.values(fates).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="reach" className="grid gap-3">
      <h2 id="reach">{isMore ? `At least ${sayOnList(all, pairs)}` : sayOnList(all, pairs)}</h2>
      {isMore && <p>We have not counted further. The letter goes to all of them.</p>}
      <ul className="grid gap-1">
        {FATES.map((fate) => {
          const count = fates[fate];
          return count ? (
            <li key={fate}>
              {FATE_LABELS[fate]}: {sayNumber(count)}
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
