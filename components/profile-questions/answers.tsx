import { Facts } from "@/components/ui/facts";
import type { ShownAnswer } from "@/lib/people/profile-questions/profile-question";
import { sayShownTo } from "@/lib/people/profile-questions/wording";

/** A member's answers to the society's own questions, below the facts of their profile; nothing where there are none. */
export function Answers({ shown }: { shown: readonly ShownAnswer[] }) {
  if (shown.length === 0) return null;
  return <Facts facts={shown.map((answer) => [answer.question, <Answer key="answer" {...answer} />])} />;
}

function Answer({ words, readers }: ShownAnswer) {
  const shownTo = sayShownTo(readers);
  return (
    <>
      {words}
      {shownTo && <span className="block text-[0.92rem] text-soft">{shownTo}</span>}
    </>
  );
}
