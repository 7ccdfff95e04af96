import { db } from "@/lib/foundation/db/client";
import { labelsOf, type Settings } from "@/lib/society/settings/settings";
import { searchText } from "./search-text";

/**
 * Nightly: how each mentor has replied over the last year, proposals that expired counted among those that came to an end, and
 * how many people wait for a reply. The usual time is the median, with an expired proposal counted until its deadline, rounded
 * up. Writes only what changed. Returns for how many mentors it did.
 */
export async function recomputeReplies(now: Date): Promise<number> {
  return db().$executeRaw`
    UPDATE "mentor_profiles" p SET "answerHours" = r."hours", "askedCount" = r."asked", "repliedCount" = r."replied",
      "waitingCount" = r."waiting"
    FROM (
      SELECT q."memberId", over."hours", coalesce(over."asked", 0) AS "asked", coalesce(over."replied", 0) AS "replied", coalesce(open."waiting", 0) AS "waiting"
      FROM "mentor_profiles" q
      LEFT JOIN (
        SELECT "mentorId", count(*)::integer AS "asked", (count(*) FILTER (WHERE "status" <> 'expired'))::integer AS "replied",
          ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "movedAt" - "sentAt") / 3600))::integer AS "hours"
        FROM "proposals"
        WHERE "status" IN ('accepted', 'rejected', 'expired') AND "movedAt" > ${now}::timestamptz - interval '1 year'
        GROUP BY "mentorId"
      ) over ON over."mentorId" = q."memberId"
      LEFT JOIN (
        SELECT "mentorId", count(*)::integer AS "waiting" FROM "proposals"
        WHERE "status" = 'sent' AND "expiresAt" > ${now}::timestamptz GROUP BY "mentorId"
      ) open ON open."mentorId" = q."memberId"
    ) r
    WHERE p."memberId" = r."memberId" AND (p."answerHours", p."askedCount", p."repliedCount", p."waitingCount")
      IS DISTINCT FROM (r."hours", r."asked", r."replied", r."waiting")`;
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
