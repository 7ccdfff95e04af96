import type { Role } from "@/lib/foundation/viewer";
import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import {
  type Fact,
  headingOf,
  type KeptRule,
  type Known,
  MOST_HOURS,
  MOST_RULES,
  type Names,
  questionOf,
  type Rule,
  type RuleRefusal,
  type SimpleFact,
} from "./rule";
import type { Against } from "./speaks";

type Words = Settings["words"];

/** What a rule says, for staff: "Never the same sector." */
export function sayRule(rule: Omit<Rule, "id" | "programmeId">, names: Names, words: Words): string {
  const { kind, menteeFact, mentorFact, hours } = rule;
  const isMust = kind === "must";
  if (hours !== null) return sayHours(hours);
  if (menteeFact === mentorFact) {
    if (menteeFact === "language") return `${isMust ? "Always" : "Never"} a language in common.`;
    const heading = headingOf(menteeFact);
    return `${isMust ? "Always" : "Never"} the same ${heading === null ? menteeFact : `“${heading}” on the register`}.`;
  }
  const where = isMust ? "Only where" : "Never where";
  const [mentee, mentor] = [sayFact(menteeFact, "mentee", names, words), sayFact(mentorFact, "mentor", names, words)];
  if (mentorFact === "member") return `${where} ${mentee} names the ${words.mentor}.`;
  if (menteeFact === "member") return `${where} ${mentor} names the ${words.mentee}.`;
  return `${where} ${mentee} is the same as ${mentor}.`;
}

function sayHours(hours: number): string {
  if (hours === 0) return "Always the same time in both time zones, all year round.";
  return `At most ${hours} ${hours === 1 ? "hour" : "hours"} between their time zones, at any time of the year.`;
}

/** A fact within a sentence: "the mentee’s answer to “Where do you work?”" */
function sayFact(fact: Fact, role: Role, names: Names, words: Words): string {
  const question = questionOf(fact);
  if (question !== null) return `the ${words[role]}’s answer to “${names.get(question) ?? "a question that no longer exists"}”`;
  return `“${headingOf(fact) ?? fact}” of the ${words[role]} on the register`;
}

/** Why a rule keeps two people apart, for staff. */
export function sayAgainst(rule: Rule, against: Against, names: Names, words: Words): string {
  const sentence = sayRule(rule, names, words);
  if (against === "compared") return sentence;
  return `${sentence} We must know it about both, and do not know it about the ${against === "mentee-unknown" ? words.mentee : words.mentor}.`;
}

/** Says that a member's own list speaks against it, but not whose list, or about whom. */
export function sayWish(): string {
  return "One of the two would rather not be matched with the other.";
}

const SIMPLE: Readonly<Record<SimpleFact, string>> = {
  sector: "Sector",
  region: "Region",
  language: "Languages",
  "time-zone": "Time zone",
  member: "Who they are: membership number or e-mail address",
};

/** A fact in the list from which staff choose. */
export function labelFact(fact: Fact, names: Names): string {
  const [question, heading] = [questionOf(fact), headingOf(fact)];
  if (question !== null) return `Answer: ${names.get(question) ?? ""}`;
  return heading === null ? SIMPLE[fact as SimpleFact] : `Register: ${heading}`;
}

/** How far a rule reaches: "Known of 12 of 40 mentees and 3 of 9 mentors. The rule ignores the others." */
export function sayReach({ mentees, mentors, mustBeKnown }: KeptRule, words: Words): string {
  const part = ({ known, all }: Known, [one, several]: readonly [string, string]) =>
    `${known.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} ${all === 1 ? one : several}`;
  const reach = `${part(mentees, [words.mentee, words.mentees])} and ${part(mentors, [words.mentor, words.mentors])}`;
  const isWhole = mentees.known === mentees.all && mentors.known === mentors.all;
  if (isWhole) return `Known of ${reach}.`;
  return `Known of ${reach}. ${mustBeKnown ? "The others cannot be matched." : "The rule ignores the others."}`;
}

export const KIND_LABELS = { must: "It must be the same", never: "It must never be the same" } as const;

export function sayRuleRefusal(reason: RuleRefusal, { mentee, mentor }: Words): string {
  switch (reason) {
    case "not-staff":
      return "Only staff can change rules.";
    case "not-found":
      return "This rule no longer exists.";
    case "already-there":
      return "You have sent this form before, and its rule is in the list.";
    case "too-many":
      return `There can be ${MOST_RULES} rules at once. Retire one first.`;
    case "too-many-here":
      return `A programme can have ${MOST_RULES} rules of its own at once. Retire one of them first.`;
    case "unlike":
      return `These two cannot be compared. A sector is compared with a sector, a region with a region, languages with languages and a time zone with a time zone; answers, the register and who somebody is are compared with each other.`;
    case "no-such-fact":
      return "This can no longer be chosen. Please choose again.";
    case "hours-missing":
      return `Say how many hours apart the two may be: a whole number from 0 to ${MOST_HOURS}.`;
    case "never-hours":
      return `${capital(mentee)} and ${mentor} can only be required to be near each other. Choose “${KIND_LABELS.must}” for time zones.`;
    case "still-held":
      return "Retire the rule first, then delete it.";
  }
}

/** The field that a refusal is about; none where it is about the whole form. */
export function fieldOfRefusal(reason: RuleRefusal): "mentorFact" | "hours" | "kind" | undefined {
  if (reason === "unlike" || reason === "no-such-fact") return "mentorFact";
  if (reason === "hours-missing") return "hours";
  return reason === "never-hours" ? "kind" : undefined;
}
