import { db } from "@/lib/db/client";
import { labelsOf, type Settings } from "@/lib/settings/settings";
import { searchText } from "./search-text";

/**
 * Nightly: how quickly each mentor usually answers, as the median of the hours between sending and answer over the last
 * year, rounded up. Writes only what changed. Returns for how many mentors it did.
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

/** Brings the words that a mentor is found by up to date, when their name has changed. */
export async function refreshSearchText(memberId: string, settings: Settings): Promise<void> {
  const profile = await db().mentorProfile.findUnique({
    where: { memberId },
    select: { headline: true, about: true, topics: true, member: { select: { name: true } } },
  });
  if (!profile) return;
  const words = searchText({ ...profile, name: profile.member.name, topicLabels: labelsOf(settings.topics, profile.topics) });
  await db().mentorProfile.update({ where: { memberId }, data: { searchText: words }, select: { memberId: true } });
}
