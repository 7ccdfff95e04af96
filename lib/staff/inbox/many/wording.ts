import type { Settings } from "@/lib/society/settings/settings";
import { sayStaffRefusal } from "@/lib/staff/relationships/wording";
import { type Kind, SNOOZE_DAYS } from "../kinds";
import type { Act, ActLine } from "./act";

type Words = Settings["words"];

/** The button of a group. */
export function sayButton(act: Act, kind: Kind): string {
  switch (act) {
    case "write":
      return "Write to those ticked";
    case "remind":
      return "Remind those ticked";
    case "extend":
      return kind === "proposal-expiring" ? "Give those ticked more days" : "Extend those ticked";
    case "put-off":
      return "Put off those ticked";
    case "dismiss":
      return "Dismiss those ticked";
  }
}

/** The question of the page that asks before it happens, and its button. */
export function sayQuestion(act: Act, kind: Kind, { mentors }: Words): { heading: string; submit: string } {
  switch (act) {
    case "write":
      return { heading: "Write to several pairs?", submit: "Send the letters" };
    case "remind":
      return { heading: `Remind these ${mentors}?`, submit: "Send the reminders" };
    case "extend":
      return kind === "proposal-expiring"
        ? { heading: `Give these ${mentors} more days to reply?`, submit: "Add the days" }
        : { heading: "Extend these relationships?", submit: "Extend them" };
    case "put-off":
      return { heading: `Put these off for ${SNOOZE_DAYS} days?`, submit: "Put them off" };
    case "dismiss":
      return { heading: "Dismiss these?", submit: "Dismiss them" };
  }
}

/** What was done, over the names of those to whom it was. */
export function sayDeed(act: Act): string {
  return {
    write: "Written to",
    remind: "Reminded",
    extend: "Given more time",
    "put-off": `Put off for ${SNOOZE_DAYS} days`,
    dismiss: "Dismissed",
  }[act];
}

/** Why it was not done to one. */
export function sayOutcome({ outcome }: Pick<ActLine, "outcome">): string {
  // Codes of the commands, as they were kept.
  return sayStaffRefusal(outcome as Parameters<typeof sayStaffRefusal>[0]);
}
