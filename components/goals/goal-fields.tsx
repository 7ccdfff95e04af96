import { DateField, TextArea } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/mentoring/goals/input";

interface GoalFieldsProps {
  initial: { what?: string; why?: string; measure?: string; target?: string };
  /** Who can read it, said once for all of it. */
  whoReads: string;
}

/** The fields of a goal, for a new one and for a change. */
export function GoalFields({ initial, whoReads }: GoalFieldsProps) {
  return (
    <>
      <WhoReads>{whoReads}</WhoReads>
      <TextArea
        name="what"
        label="What"
        hint={`What will be different when you are there? The first line becomes its name. Up to ${sayNumber(ROOM.what)} characters.`}
        initial={initial.what ?? ""}
        room="short"
      />
      <TextArea
        name="why"
        label="Why (optional)"
        hint="What makes it worth the effort? It keeps you going when progress is slow."
        initial={initial.why ?? ""}
        room="short"
      />
      <TextArea
        name="measure"
        label="Measure of success (optional)"
        hint="How will you both know that it is achieved? Something you can see, count or hear is best."
        initial={initial.measure ?? ""}
        room="short"
      />
      <DateField
        name="target"
        label="Target date (optional)"
        hint="A day to aim for, such as 2027-01-31. You can move it."
        initial={initial.target ?? ""}
      />
    </>
  );
}
