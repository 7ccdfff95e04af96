import { Link } from "@/components/ui/link";
import { atStart } from "@/lib/foundation/wording";
import type { Party } from "@/lib/staff/relationships/conditions";

/** One of the two people in a proposal or relationship, with the number that tells namesakes apart. */
export function PartyLink({ party: { memberId, name, number } }: { party: Party }) {
  return (
    <>
      <Link href={`/admin/members/${memberId}`}>{atStart(name)}</Link>{" "}
      <span className="whitespace-nowrap text-soft">{number}</span>
    </>
  );
}
