import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { startOfDay } from "@/lib/foundation/dates";
import { type Goal, isOverdue } from "@/lib/mentoring/goals/goal";
import { goalTitle, OVERDUE, PROGRESS_WORDS } from "@/lib/mentoring/goals/wording";

interface GoalListProps {
  goals: readonly Goal[];
  /** The page of all goals. */
  href: string;
  today: string;
  now: Date;
  timeZone: string;
}

/** Goals as lines: name, how far, by when. */
export function GoalList({ goals, href, today, now, timeZone }: GoalListProps) {
  return (
    <ul className="grid">
      {goals.map((goal) => (
        <li key={goal.id} className="max-w-none border-t border-rule py-4 first:border-t-0 first:pt-0">
          <Link href={`${href}/${goal.id}`} className="inline-block py-1 font-serif text-xl [overflow-wrap:anywhere]">
            {goalTitle(goal)}
          </Link>
          <span className="block text-soft">
            <GoalStanding goal={goal} now={now} timeZone={timeZone} />
          </span>
          {isOverdue(goal, today) && <span className="block text-warn">{OVERDUE}</span>}
        </li>
      ))}
    </ul>
  );
}

/** "Under way, by 1 September", "Achieved 3 days ago". */
export function GoalStanding({ goal, now, timeZone }: { goal: Goal; now: Date; timeZone: string }) {
  const { status, progress, targetOn, closedAt } = goal;
  if (status !== "open" && closedAt) {
    return (
      <>
        {status === "achieved" ? "Achieved" : "Dropped"} <Time at={closedAt} now={now} timeZone={timeZone} as="day" />
      </>
    );
  }
  const target = targetOn === null ? null : startOfDay(targetOn, timeZone);
  return (
    <>
      {PROGRESS_WORDS[progress]}
      {target && (
        <>
          , by <Time at={target} now={now} timeZone={timeZone} />
        </>
      )}
    </>
  );
}
