import { todaysZone } from "@/lib/foundation/time-zones";
import type { Settings } from "@/lib/society/settings/settings";
import type { HeldRule, Rule } from "./rule";

/** Rules as the database gives them, ready to be asked of it. */
export function hold(rules: readonly Rule[] | null | undefined, { society }: Pick<Settings, "society">): HeldRule[] {
  const zone = todaysZone(society.timeZone);
  return (rules ?? []).map(({ id, programmeId, kind, menteeFact, mentorFact, hours, mustBeKnown }) => ({
    ...{ id, programmeId, kind, menteeFact, mentorFact, hours, mustBeKnown, zone },
  }));
}
