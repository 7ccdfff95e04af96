import { randomUUID } from "node:crypto";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { WhoReads } from "@/components/ui/who-reads";
import { PROGRESS } from "@/lib/mentoring/goals/goal";
import type { GoalDetails } from "@/lib/mentoring/goals/queries";
import { goalTitle, PROGRESS_WORDS } from "@/lib/mentoring/goals/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { note } from "../actions";

interface NoteFormProps {
  goal: GoalDetails;
  which: { relationshipId: string; goalId: string };
  memberId: string;
  settings: Settings;
  whoReads: string;
}

/** How it goes: where it stands, and a note. */
export function NoteForm({ goal, which: { relationshipId, goalId }, memberId, settings, whoReads }: NoteFormProps) {
  // After each of the member's own notes the form begins afresh, whatever was wrong with it before.
  const round = goal.steps.filter(({ authorId }) => authorId === memberId).length;
  return (
    <section aria-labelledby="how" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="how">How is it going?</h2>
      <Form
        key={round}
        action={note}
        submit="Save progress"
        kind="quiet"
        title={titleOf(goalTitle(goal), settings)}
        isOneOfSeveral
      >
        <Draft memberId={memberId} place={`${relationshipId}/goals/${goalId}/note/${round}`} />
        <input type="hidden" name="relationshipId" value={relationshipId} />
        <input type="hidden" name="goalId" value={goalId} />
        <input type="hidden" name="stepId" value={randomUUID()} />
        <VersionField name="base" initial={goal.progress} />
        <RadioGroup
          name="progress"
          legend="Progress"
          options={PROGRESS.map((value) => ({ value, label: PROGRESS_WORDS[value] }))}
          initial={[goal.progress]}
          columns="short"
        />
        <div className="grid gap-1.5">
          <TextArea
            name="note"
            label="Note (optional)"
            hint="What have you tried, what helped, what is in the way?"
            room="short"
          />
          <WhoReads>{whoReads}</WhoReads>
        </div>
      </Form>
    </section>
  );
}
