import { redirect } from "next/navigation";
import { GoalFields } from "@/components/goals/goal-fields";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { Unreadable } from "@/components/ui/unreadable";
import { VersionField } from "@/components/ui/version-field";
import { findGoal } from "@/lib/mentoring/goals/queries";
import { goalTitle } from "@/lib/mentoring/goals/wording";
import { findNothing } from "@/lib/people/auth/session";
import { requireTool } from "../../../require-relationship";
import { edit } from "../../actions";

export default async function EditGoalPage({ params }: PageProps<"/relationships/[id]/goals/[goalId]/edit">) {
  const { viewer, settings, relationship, id, whoReads } = await requireTool("goals", params);
  const { goalId } = await params;
  const goal = await findGoal(viewer, id, goalId);
  if (!goal) findNothing(viewer, "relationship");
  const here = `/relationships/${id}/goals/${goalId}`;
  if (!relationship.isOpen || goal.status !== "open") redirect(here);
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="goals"
      heading="Edit goal"
      lede={goalTitle(goal)}
    >
      <Form
        action={edit}
        submit="Save"
        title={titleOf("Edit goal", settings)}
        aside={
          <LinkButton href={here} kind="plain">
            Leave it as it is
          </LinkButton>
        }
      >
        <Draft memberId={viewer.memberId} place={`${id}/goals/${goalId}`} />
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="goalId" value={goalId} />
        <VersionField name="base" initial={goal.textId} />
        {goal.isUnreadable && <Unreadable>{goal.words.what}</Unreadable>}
        <GoalFields initial={goal.isUnreadable ? {} : goal.words} whoReads={whoReads} />
      </Form>
    </RelationshipPage>
  );
}
