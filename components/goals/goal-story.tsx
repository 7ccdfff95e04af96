import { Time } from "@/components/ui/time";
import type { Step } from "@/lib/mentoring/goals/goal";
import { stepSentence } from "@/lib/mentoring/goals/wording";

interface GoalStoryProps {
  steps: readonly Step[];
  /** The reader, who is "you". */
  memberId: string;
  now: Date;
  timeZone: string;
}

/** What has happened to a goal, newest first, with the notes of both. */
export function GoalStory({ steps, memberId, now, timeZone }: GoalStoryProps) {
  return (
    <section aria-labelledby="story">
      <h2 id="story">So far</h2>
      <ol className="mt-3 grid gap-4 border-l-2 border-rule pl-4">
        {steps.map((step) => (
          <li key={step.id}>
            <span className="block">{stepSentence(step, step.authorId === memberId ? "You" : step.authorName)}</span>
            {step.note && <span className="prose-plain my-1 block border-l-4 border-rule pl-3">{step.note}</span>}
            <span className="text-[0.92rem] text-soft">
              <Time at={step.at} now={now} timeZone={timeZone} as="date-time" />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
