import { refusalSentence } from "@/lib/pairing/proposals/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { MyPlace, QueueRefusal } from "./queue";

/** Why a place was not kept or left, to the mentee. */
export function sayQueueRefusal(reason: QueueRefusal, { words }: Settings): string {
  switch (reason) {
    case "not-keepable":
      return `You can only keep a place with a proposal that was closed because the ${words.mentor} was full or away.`;
    case "already-asked":
      return "It is your turn: we have just asked again for you. You can still withdraw the proposal.";
    default:
      return refusalSentence(reason, "mentee", words);
  }
}

/** "You are next", "You are third in the queue", "You are 14th in the queue" */
export function sayPosition(position: number): string {
  return position === 1 ? "You are next" : `You are ${ordinal(position)} in the queue`;
}

/** What somebody in the queue waits for; the day of a return is said beside it. */
export function sayWait({ mentorName, mentorIs, position }: Pick<MyPlace, "mentorName" | "mentorIs" | "position">): string {
  const isNext = position === 1;
  switch (mentorIs) {
    case "full":
      return `We ask ${mentorName} again for you as soon as a place is free${isNext ? "" : " and it is your turn"}.`;
    case "away":
      return `${mentorName} is away at the moment. We ask again for you once they are back${isNext ? " and a place is free" : ", a place is free and it is your turn"}.`;
    case "unreachable":
      return `${mentorName} cannot be reached at present. If they come back, we ask again for you${isNext ? "" : " when it is your turn"}.`;
  }
}

const SAID = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

function ordinal(number: number): string {
  const said = SAID[number];
  if (said) return said;
  const isTeen = number % 100 > 10 && number % 100 < 14;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
