import { atStart } from "@/lib/foundation/wording";
import type { Party } from "@/lib/staff/relationships/conditions";

/** One of the two people in a proposal or relationship, with the number that tells namesakes apart. */
export function PartyLink({ party: { memberId, name, number } }: { party: Party }) {
  return (
    <>
      <a href={`/admin/members/${memberId}`}>{atStart(name)}</a> <span className="whitespace-nowrap text-soft">{number}</span>
    </>
  );
}
