import { sayNumber } from "@/lib/foundation/wording";
import { FATES } from "@/lib/staff/letters/letter";
import type { Fates } from "@/lib/staff/letters/queries";
import { FATE_LABELS, sayMembers } from "@/lib/staff/letters/wording";

interface ReachProps {
  fates: Fates;
  /** Beyond so many they are not counted. */
  most: number;
}

/** How many are on the list now, and who of them will not get the letter by e-mail, with the reason. */
export function Reach({ fates, most }: ReachProps) {
  const all = Object.values(fates).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="reach" className="grid gap-3">
      <h2 id="reach">{all > most ? `More than ${sayMembers(most)}` : sayMembers(all)} on the list</h2>
      {all > most && <p>We have counted the first {sayNumber(most)}. The letter goes to all of them.</p>}
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
