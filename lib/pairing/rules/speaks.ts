import { minutesApart } from "./facts";
import type { Rule } from "./rule";

/** What is known of one of the two under a rule: keys of texts, ids of entries, or a time zone. None: it is not known. */
export type Known = readonly string[];

/** Why a rule keeps two people apart; null where it does not. */
export type Against = "compared" | "mentee-unknown" | "mentor-unknown";

/**
 * Whether a rule speaks against matching these two. Of several entries it is enough that they have one in common. Where a fact is
 * not known it speaks only if it says that it must be.
 */
export function speaks(rule: Pick<Rule, "kind" | "hours" | "mustBeKnown">, mentee: Known, mentor: Known): Against | null {
  const isMet = compare(rule, mentee, mentor);
  if (isMet !== null) return isMet === (rule.kind === "must") ? null : "compared";
  if (!rule.mustBeKnown) return null;
  return mentee.length === 0 ? "mentee-unknown" : "mentor-unknown";
}

/** Whether the two are alike in what the rule compares; null where that is not known. */
export function compare({ hours }: Pick<Rule, "hours">, mentee: Known, mentor: Known): boolean | null {
  if (mentee.length === 0 || mentor.length === 0) return null;
  if (hours === null) return mentee.some((key) => mentor.includes(key));
  const apart = minutesApart(mentee[0] ?? "", mentor[0] ?? "");
  return apart === null ? null : apart <= hours * 60;
}
