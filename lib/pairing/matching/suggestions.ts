import type { Suggestion } from "@/lib/notify/notices/occasion";
import type { Settings } from "@/lib/society/settings/settings";
import { suggestMentors } from "./queries";
import { sayReason } from "./wording";

/** More reasons than this nobody reads in a mail. */
const MOST_REASONS = 3;

/** Mentors whom a mentee may ask next, in the words of a mail: without `exceptId`, and with what speaks for each. */
export async function suggestForMail(menteeId: string, exceptId: string, settings: Settings): Promise<Suggestion[]> {
  const mentors = await suggestMentors(menteeId, [exceptId], settings);
  return mentors.map(({ memberId, name, headline, reasons }) => ({
    ...{ memberId, name, headline },
    reasons: reasons
      .filter(({ isFor }) => isFor)
      .slice(0, MOST_REASONS)
      .map(sayReason),
  }));
}
