import type { Reason } from "@/lib/pairing/matching/reasons";
import { sayReason } from "@/lib/pairing/matching/wording";

/** Why a mentor fits, and what they do not offer. The words say which is which; the signs only repeat it. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {reasons.map((reason) => (
        <li key={reason.kind} className={`relative pl-[1.3rem] ${reason.isFor ? "" : "text-soft"}`}>
          <span aria-hidden="true" className={`absolute left-0 font-bold ${reason.isFor ? "text-accent" : ""}`}>
            {reason.isFor ? "✓" : "–"}
          </span>
          {sayReason(reason)}
        </li>
      ))}
    </ul>
  );
}
