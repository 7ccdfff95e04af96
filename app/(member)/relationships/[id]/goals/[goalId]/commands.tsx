import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { allowedCommands, type Goal, type GoalCommand } from "@/lib/mentoring/goals/goal";
import { COMMAND_WORDS } from "@/lib/mentoring/goals/wording";
import { achieve, drop, reopen } from "../actions";

const ACTIONS = { achieve, drop, reopen };
const LOOK = { achieve: "main", drop: "danger", reopen: "quiet" } as const;

interface CommandsProps {
  goal: Goal;
  which: { relationshipId: string; goalId: string };
  isOpen: boolean;
}

/** Exactly what can be done with the goal now. */
export function Commands({ goal, which: { relationshipId, goalId }, isOpen }: CommandsProps) {
  const commands = allowedCommands(goal.status, isOpen);
  if (commands.length === 0) return null;
  const button = (command: GoalCommand) => (
    <Form key={command} action={ACTIONS[command]} submit={COMMAND_WORDS[command]} kind={LOOK[command]}>
      <input type="hidden" name="relationshipId" value={relationshipId} />
      <input type="hidden" name="goalId" value={goalId} />
      <input type="hidden" name="version" value={goal.version} />
    </Form>
  );
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start gap-3">
        {goal.status === "open" && (
          <LinkButton href={`/relationships/${relationshipId}/goals/${goalId}/edit`} kind="quiet">
            Edit
          </LinkButton>
        )}
        {commands.map(button)}
      </div>
      {goal.status === "open" && <p className="text-soft">You can open it again at any time.</p>}
    </div>
  );
}
