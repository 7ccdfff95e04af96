import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Settings } from "@/lib/society/settings/settings";
import { openIntake } from "./intake";
import { holdMeetings } from "./meetings";
import type { Pair } from "./pairs";
import { hangPictures } from "./pictures";
import { askMentors } from "./surveys";
import { workTogether } from "./together";
import { waitForOthers } from "./waiting";

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
  const here = pairs.filter((pair) => ![pair.menteeId, pair.mentorId].some((id) => suspended.has(id)));
  await workTogether(here, settings, now);
  await waitForOthers(here, settings, now);
  await askMentors(settings, now);
  await openIntake(settings, now);
  await hangPictures(settings, now);
  await forgetOldNews(now);
}

/** The e-mails of all this went out long ago, and its notices were read. */
async function forgetOldNews(now: Date): Promise<void> {
  await db().mail.deleteMany();
  const old = { readAt: null, createdAt: { lt: addDays(now, -NEWS_DAYS, "UTC") } };
  await db().notification.updateMany({ where: old, data: { readAt: now } });
}
