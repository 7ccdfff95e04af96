import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { makeUnavailable } from "@/lib/pairing/availability/commands";
import type { Settings } from "@/lib/society/settings/settings";
import { holdMeetings } from "./meetings";
import type { Pair } from "./pairs";
import { mustBeDone, personWith, viewerFor } from "./person";
import { hangPictures } from "./pictures";
import { workTogether } from "./together";

/** After so many days everybody has read what they were told. */
const NEWS_DAYS = 4;

/** What members have done with each other beside their proposals: a year of it, the same on every start. */
export async function enliven(
  pairs: readonly Pair[],
  suspended: ReadonlySet<string>,
  settings: Settings,
  now: Date,
): Promise<void> {
  await holdMeetings(pairs, suspended, settings, now);
  await workTogether(
    pairs.filter((pair) => ![pair.menteeId, pair.mentorId].some((id) => suspended.has(id))),
    settings,
    now,
  );
  await pauseOne(pairs, suspended, settings, now);
  await hangPictures(settings, now);
  await forgetOldNews(now);
}

/** A mentor with a partner goes away for a few weeks; those with stories of their own do not. */
async function pauseOne(pairs: readonly Pair[], suspended: ReadonlySet<string>, settings: Settings, now: Date): Promise<void> {
  const { timeZone } = settings.society;
  const pair = pairs.find(({ mentorId, endedAt }) => {
    const { number, mentor } = personWith(mentorId);
    return !endedAt && !suspended.has(mentorId) && Number(number) > 100_008 && mentor?.isAvailable;
  });
  if (!pair) return;
  const until = addDays(now, 24, timeZone);
  const at = addDays(now, -3, timeZone);
  await mustBeDone("pause", makeUnavailable(viewerFor(pair.mentorId, timeZone), until, at));
}

/** The e-mails of all this went out long ago, and its notices were read. */
async function forgetOldNews(now: Date): Promise<void> {
  await db().mail.deleteMany();
  const old = { readAt: null, createdAt: { lt: addDays(now, -NEWS_DAYS, "UTC") } };
  await db().notification.updateMany({ where: old, data: { readAt: now } });
}
