import { GoalStanding } from "@/components/goals/goal-list";
import { GoalStory } from "@/components/goals/goal-story";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { WhoReads } from "@/components/ui/who-reads";
import { dayOf } from "@/lib/foundation/dates";
import { isOverdue } from "@/lib/mentoring/goals/goal";
import { findGoal } from "@/lib/mentoring/goals/queries";
import { goalTitle, OVERDUE, sayRefusalNamed } from "@/lib/mentoring/goals/wording";
import { findNothing } from "@/lib/people/auth/session";
import { requireTool } from "../../require-relationship";
import { Commands } from "./commands";
import { NoteForm } from "./note-form";

export default async function GoalPage({ params, searchParams }: PageProps<"/relationships/[id]/goals/[goalId]">) {
  const { viewer, settings, relationship, id, whoReads, when } = await requireTool("goals", params);
  const [{ goalId }, { done, refused }] = await Promise.all([params, searchParams]);
  const goal = await findGoal(viewer, id, goalId);
  if (!goal) findNothing(viewer, "relationship");
  const heading = goalTitle(goal);
  const problem = sayRefusalNamed(refused);
  const which = { relationshipId: id, goalId };
  const canWrite = relationship.isOpen && goal.status === "open";
  const { what = "", why, measure } = goal.words;
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="goals"
      heading={heading}
      title={problem ? `Error: ${heading}` : heading}
      lede={<GoalStanding goal={goal} {...when} />}
      done={done}
      problem={problem}
    >
      {goal.status === "achieved" && goal.closedAt && (
        <Note kind="plain">
          <p>
            Achieved on <Time at={goal.closedAt} {...when} />. Well done, both of you.
          </p>
        </Note>
      )}
      {isOverdue(goal, dayOf(when.now, when.timeZone)) && (
        <Note>
          <p>
            {OVERDUE} {canWrite && <Link href={`/relationships/${id}/goals/${goalId}/edit`}>Choose another day</Link>}
          </p>
        </Note>
      )}
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.4fr_1fr] full:gap-14">
        <div className="grid min-w-0 gap-7">
          <Facts
            facts={[
              ["What", what === heading ? null : what],
              ["Why", why],
              ["Measure of success", measure],
            ]}
          />
          <WhoReads>{whoReads}</WhoReads>
          <Commands goal={goal} which={which} isOpen={relationship.isOpen} />
          {canWrite && (
            <NoteForm goal={goal} which={which} memberId={viewer.memberId} settings={settings} whoReads={whoReads} />
          )}
        </div>
        <GoalStory steps={goal.steps} memberId={viewer.memberId} {...when} />
      </div>
      <p>
        <Link href={`/relationships/${id}/goals`} className="inline-block py-1">
          All goals
        </Link>
      </p>
    </RelationshipPage>
  );
}
