import { areAlike, type Fact, type Rule, type RuleRefusal } from "./rule";

/** Why a rule cannot be, or null. `known`: what can be compared of each now. */
export function refuseRule(
  { kind, menteeFact, mentorFact, hours }: Pick<Rule, "kind" | "menteeFact" | "mentorFact" | "hours">,
  known: Readonly<Record<"mentee" | "mentor", readonly Fact[]>>,
): RuleRefusal | null {
  if (!known.mentee.includes(menteeFact) || !known.mentor.includes(mentorFact)) return "no-such-fact";
  if (!areAlike(menteeFact, mentorFact)) return "unlike";
  if (menteeFact !== "time-zone") return null;
  if (kind === "never") return "never-hours";
  return hours === null ? "hours-missing" : null;
}
