import { Button } from "@/components/ui/button";
import { DateField, TextArea } from "@/components/ui/field";
import type { ConditionKind } from "@/lib/pairing/readiness/conditions/condition";

interface ActFieldsProps {
  kinds: readonly ConditionKind[];
  several: boolean;
  /** Of one: whether the member has anything to be reminded of. */
  isTheirTurn?: boolean;
}

/** What staff can do to those whom they have ticked, or to the one whose page it is: with the boxes that each of it needs. */
export function ActFields({ kinds, several, isTheirTurn = true }: ActFieldsProps) {
  const those = several ? " those ticked" : "";
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        {kinds.some((kind) => kind === "approval" || kind === "training" || kind === "referee") && (
          <Button name="act" value="approve">{`Approve${those}`}</Button>
        )}
        {isTheirTurn && <Button kind="quiet" name="act" value="remind">{`Remind${those}`}</Button>}
      </div>
      {kinds.includes("check") && (
        <div className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
          <DateField
            name="lastDay"
            label="Last day on which the check is valid (optional)"
            hint="We tell the member 30 and 7 days before. Leave it empty for a check that does not expire."
          />
          <TextArea
            name="note"
            label="Note for staff (optional)"
            hint="Such as who saw the document. The member can read it in Download my data."
            room="short"
          />
          <div>
            <Button name="act" value="record-check">
              {several ? "Record the check for those ticked" : "Record the check"}
            </Button>
          </div>
        </div>
      )}
      {kinds.some((kind) => kind !== "declaration") && (
        <div className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
          <TextArea
            name="words"
            label="Why it is not approved"
            hint="The member reads this. Say what they can do."
            room="short"
          />
          <div>
            <Button kind="danger" name="act" value="refuse">
              {several ? "Do not approve those ticked" : "Do not approve"}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
