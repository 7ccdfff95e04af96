import type { Reason } from "@/lib/pairing/matching/reasons";
import { sayReason } from "@/lib/pairing/matching/wording";

/** Why a mentor fits, and what they do not offer. The words say which is which; the signs of the style sheet only repeat it. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons grid gap-1">
      {reasons.map((reason) => (
        <li key={reason.kind} className={reason.isFor ? "is-for" : "text-soft"}>
          {sayReason(reason)}
        </li>
      ))}
    </ul>
  );
}
