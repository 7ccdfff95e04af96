import { sayAvailabilityRefusal } from "@/lib/pairing/availability/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { AnswerRefusal } from "./commands";
import type { Answer } from "./still-available";

type Words = Settings["words"];

/** What an answer does, before it is given. */
export function sayConsequence(answer: Answer, { mentees }: Words): string {
  switch (answer) {
    case "yes":
      return `New ${mentees} can go on finding you while you have a place free.`;
    case "pause":
      return `No new ${mentees} can find you until that day. Your proposals and relationships carry on.`;
    case "unavailable":
      return `No new ${mentees} can find you until you make yourself available again. Your proposals and relationships carry on.`;
  }
}

/** Why it was refused, to the one who pressed. */
export function sayAnswerRefusal(reason: AnswerRefusal): string {
  return reason === "nothing-asked"
    ? "This question is no longer open. You can change your availability in Edit Account."
    : sayAvailabilityRefusal(reason);
}
