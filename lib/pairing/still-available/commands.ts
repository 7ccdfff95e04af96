import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import type { AvailabilityRefusal } from "@/lib/pairing/availability/availability";
import { endOfPause } from "@/lib/pairing/availability/availability";
import * as availability from "@/lib/pairing/availability/commands";
import type { Settings } from "@/lib/society/settings/settings";
import { findQuestion } from "./queries";
import { saveAnswer } from "./save";
import type { Answer } from "./still-available";

export type AnswerRefusal = AvailabilityRefusal | "nothing-asked";

export interface Said {
  round: number;
  answer: Answer;
  /** The day of return, for a pause. */
  day: string | null;
}

/**
 * A mentor says whether they are still available, from a mail or in the product, which makes them available or unavailable at
 * once. Saying it again is the same answer. Refuses a question that is not the last one.
 */
export async function answer(
  member: Pick<Viewer, "memberId">,
  { round, answer, day }: Said,
  { society: { timeZone } }: Settings,
  now: Date,
): Promise<Result<null, AnswerRefusal>> {
  const asked = await findQuestion(member.memberId);
  if (asked?.round !== round) return refuse("nothing-asked");
  const until = endOfPause(answer === "pause" ? (day ?? "") : null, now, timeZone);
  if (!until.ok) return until;
  const set =
    answer === "yes"
      ? await availability.makeAvailable(member, now)
      : await availability.makeUnavailable(member, until.value, now);
  if (!set.ok) return set;
  return (await saveAnswer(member.memberId, round, now)) ? done(null) : refuse("nothing-asked");
}
