import { programmeOfAll, type Suggestion, type WhereToAsk } from "@/lib/notify/notices/occasion";
import { listLookedIn } from "@/lib/pairing/joining/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { inTurns } from "./in-turns";
import { suggestMentors } from "./queries";
import { sayReason } from "./wording";

/** More reasons than this nobody reads in a mail. */
const MOST_REASONS = 3;
const MOST_SUGGESTED = 3;

/** Mentors whom a mentee may ask next, in the words of a mail: without `exceptId`, and with what speaks for each. */
export async function suggestForMail(
  menteeId: string,
  exceptId: string,
  where: WhereToAsk,
  settings: Settings,
): Promise<Suggestion[]> {
  const suggestIn = async (programmeId: string | null): Promise<Suggestion[]> =>
    (await suggestMentors(menteeId, [exceptId], settings, { programmeId })).map(({ memberId, name, headline, reasons }) => ({
      ...{ memberId, name, headline },
      reasons: reasons
        .filter(({ isFor }) => isFor)
        .slice(0, MOST_REASONS)
        .map(sayReason),
    }));
  if (where !== "joined") return suggestIn(where.programmeId);
  const joined = await listLookedIn(menteeId);
  const found = await Promise.all(
    joined.map(async (programme) => (await suggestIn(programme.id)).map((suggestion) => ({ ...suggestion, programme }))),
  );
  const suggestions = inTurns(found, ({ memberId }) => memberId).slice(0, MOST_SUGGESTED);
  // Everybody is in the society's own scheme too.
  return suggestions.length > 0 ? suggestions : suggestIn(null);
}

/** The one programme in which the mentors are whom `suggestForMail` finds where the mentee has joined; null: several, or the society's own scheme. */
export async function findWhereToAsk(menteeId: string, settings: Settings): Promise<string | null> {
  if ((await listLookedIn(menteeId)).length === 0) return null;
  return programmeOfAll(await suggestForMail(menteeId, menteeId, "joined", settings));
}
