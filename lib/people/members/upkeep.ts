import { db } from "@/lib/foundation/db/client";
import { labelsOf, type Settings } from "@/lib/society/settings/settings";
import { searchText } from "./search-text";

/**
 * For the nightly job: how quickly each mentor usually answers, as the median of the hours between a proposal and its answer
 * over the last year, rounded up. Only writes what has changed. Returns how many mentors were updated.
 */
export async function recomputeAnswerHours(now: Date): Promise<number> {
  return db().$executeRaw`
    UPDATE "mentor_profiles" p SET "answerHours" = usual."hours"
    FROM "mentor_profiles" q
    LEFT JOIN (
      SELECT "mentorId", ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "movedAt" - "sentAt") / 3600))::integer AS "hours"
      FROM "proposals"
      WHERE "status" IN ('accepted', 'rejected') AND "movedAt" > ${now}::timestamptz - interval '1 year'
      GROUP BY "mentorId"
    ) usual ON usual."mentorId" = q."memberId"
    WHERE p."memberId" = q."memberId" AND p."answerHours" IS DISTINCT FROM usual."hours"`;
}

/**
 * For the nightly job: updates the words that mentors are found by, when a name has changed at the society or a topic in the
 * settings. Reads in batches and only writes what has changed. Returns how many mentors were updated.
 */
export async function refreshSearchTexts(settings: Settings): Promise<number> {
  let changed = 0;
  for (let after = NOBODY; ; ) {
    const profiles = await db().mentorProfile.findMany({
      where: { memberId: { gt: after } },
      orderBy: { memberId: "asc" },
      take: BATCH_SIZE,
      select: {
        memberId: true,
        headline: true,
        about: true,
        topics: true,
        searchText: true,
        member: { select: { name: true } },
      },
    });
    const renewed = profiles
      .map((profile) => ({ id: profile.memberId, before: profile.searchText, words: wordsOf(profile, settings) }))
      .filter(({ before, words }) => before !== words);
    changed += await db().$executeRaw`
      UPDATE "mentor_profiles" p SET "searchText" = i."words"
      FROM jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb) AS i("id" uuid, "before" text, "words" text)
      WHERE p."memberId" = i."id" AND p."searchText" = i."before"`;
    const last = profiles.at(-1);
    if (!last || profiles.length < BATCH_SIZE) return changed;
    after = last.memberId;
  }
}

const BATCH_SIZE = 1000;
const NOBODY = "00000000-0000-0000-0000-000000000000";

function wordsOf(
  profile: { headline: string; about: string; topics: number[]; member: { name: string } },
  settings: Settings,
): string {
  return searchText({ ...profile, name: profile.member.name, topicLabels: labelsOf(settings.topics, profile.topics) });
}
