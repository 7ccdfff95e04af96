import type { ConditionRefusal } from "./condition";
import { MOST_CONDITIONS } from "./condition";

export function sayConditionRefusal(reason: ConditionRefusal): string {
  switch (reason) {
    case "not-staff":
      return "Only staff can do this.";
    case "not-found":
      return "This condition does not exist.";
    case "no-programme":
      return "Choose a programme that is not archived.";
    case "no-training":
      return "For training, choose an article or film, or enter an address: one of the two. Other kinds have neither.";
    case "only-training":
      return "Only training expires after some months. Leave this empty: staff enter the last day of each check.";
    case "too-many":
      return `A role can be asked for ${MOST_CONDITIONS} things at most. Retire one first.`;
    case "already-there":
      return "You have sent this form before, with other words. Its condition is in the list: open it to change it.";
    case "day-past":
      return "This day has passed. Enter today’s date or a later one.";
    case "retired":
      return "This condition is retired. Add a new one instead.";
    case "nothing-changed":
      return "There was nothing new to save.";
    case "changed-meanwhile":
      return "Somebody else has changed this condition meanwhile. Please open the page again, then make your change.";
  }
}

/** The box that a refusal is about. */
export function fieldOfRefusal(reason: ConditionRefusal): string | undefined {
  if (reason === "day-past") return "countsOn";
  if (reason === "no-training") return "resourceId";
  if (reason === "only-training") return "validMonths";
  return reason === "no-programme" ? "programmeId" : undefined;
}
