import { addDays } from "@/lib/foundation/dates";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { LetterCommand, LetterRefusal, LetterStatus, MemberLetter } from "./letter";

/** A letter that is to be sent later than this was more likely given a wrong year. */
const MOST_DAYS_AHEAD = 366;

/** What can be done with a letter in each of its states. */
const MAY: Record<LetterStatus, readonly LetterCommand[]> = {
  draft: ["edit", "test", "send", "discard"],
  scheduled: ["test", "stop"],
  sending: ["stop"],
  sent: [],
  stopped: [],
};

export function allowedCommands({ status }: Pick<MemberLetter, "status">): readonly LetterCommand[] {
  return MAY[status];
}

/** Why a command may not happen in this state; null when it may. */
export function whyNot(letter: Pick<MemberLetter, "status">, command: LetterCommand): LetterRefusal | null {
  if (allowedCommands(letter).includes(command)) return null;
  return command === "stop" ? "not-under-way" : "not-a-draft";
}

/** When the sweep begins to send it: at once, or at the instant that staff chose. */
export function whenToSend(chosen: Date | null, timeZone: string, now: Date): Result<Date, "in-the-past" | "too-far"> {
  if (chosen === null) return done(now);
  if (chosen <= now) return refuse("in-the-past");
  return chosen > addDays(now, MOST_DAYS_AHEAD, timeZone) ? refuse("too-far") : done(chosen);
}

/** A letter that nobody has been told of goes back to being a draft; of one that is under way, the rest is not sent. */
export function stopped({ status }: Pick<MemberLetter, "status">): "draft" | "stopped" {
  return status === "scheduled" ? "draft" : "stopped";
}
