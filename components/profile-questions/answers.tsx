import { Facts } from "@/components/ui/facts";
import type { ShownAnswer } from "@/lib/people/profile-questions/profile-question";

/** A member's answers to the society's own questions, below the facts of their profile; nothing where there are none. */
export function Answers({ shown }: { shown: readonly ShownAnswer[] }) {
  if (shown.length === 0) return null;
  return <Facts facts={shown.map(({ question, words }) => [question, words])} />;
}
