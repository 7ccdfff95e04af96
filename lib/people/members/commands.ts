import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { listFormerZones, readZone } from "@/lib/foundation/time-zones";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Answer } from "@/lib/people/profile-questions/answers";
import { savedAnswers } from "@/lib/people/profile-questions/answers-sql";
import { type ListEntry, labelsOf, type Settings } from "@/lib/society/settings/settings";
import type { MenteeProfileInput, MentorProfileInput } from "./input";
import type { ProfileRefusal, TimeZoneRefusal } from "./member";
import { searchText } from "./search-text";

/** Saves what the viewer offers as a mentor, their answers to the society’s own questions, and the line in the audit trail, in one statement. */
export async function saveMentorProfile(
  viewer: Viewer,
  input: MentorProfileInput,
  answers: readonly Answer[],
  settings: Settings,
  now: Date,
): Promise<Result<null, ProfileRefusal>> {
  if (!areOffered(input, settings)) return refuse("unknown-choice");
  const words = searchText({ ...input, name: viewer.name, topicLabels: labelsOf(settings.topics, input.topics) });
  const saved = Prisma.sql`
    INSERT INTO "mentor_profiles" AS p ("memberId", "headline", "about", "topics", "sector", "region", "languages", "methods",
      "yearsOfExperience", "capacity", "takesNoQuestions", "searchText", "updatedAt")
    SELECT "id", ${input.headline}, ${input.about}, ${input.topics}::integer[], ${input.sector}::integer, ${input.region}::integer,
      ${input.languages}::integer[], ${input.methods}::integer[], ${input.yearsOfExperience}::integer, ${input.capacity}::integer,
      ${input.takesNoQuestions}, ${words}, ${now}::timestamptz
    FROM "members" WHERE "id" = ${viewer.memberId}::uuid AND "isMentor" AND "status" = 'active'
    ON CONFLICT ("memberId") DO UPDATE SET ${replaced([...SHARED, "yearsOfExperience", "capacity", "takesNoQuestions", "searchText"])}
    RETURNING "memberId"`;
  return saveWithFact(viewer, "mentor", { saved, answers }, now);
}

/** Saves what the viewer looks for as a mentee, their answers to the society’s own questions, and the line in the audit trail, in one statement. */
export async function saveMenteeProfile(
  viewer: Viewer,
  input: MenteeProfileInput,
  answers: readonly Answer[],
  settings: Settings,
  now: Date,
): Promise<Result<null, ProfileRefusal>> {
  if (!areOffered(input, settings)) return refuse("unknown-choice");
  const saved = Prisma.sql`
    INSERT INTO "mentee_profiles" AS p ("memberId", "headline", "about", "topics", "sector", "region", "languages", "methods",
      "aims", "careerStage", "updatedAt")
    SELECT "id", ${input.headline}, ${input.about}, ${input.topics}::integer[], ${input.sector}::integer, ${input.region}::integer,
      ${input.languages}::integer[], ${input.methods}::integer[], ${input.aims}, ${input.careerStage}::integer, ${now}::timestamptz
    FROM "members" WHERE "id" = ${viewer.memberId}::uuid AND "isMentee" AND "status" = 'active'
    ON CONFLICT ("memberId") DO UPDATE SET ${replaced([...SHARED, "aims", "careerStage"])}
    RETURNING "memberId"`;
  return saveWithFact(viewer, "mentee", { saved, answers }, now);
}

/** Sets the zone in which the viewer is told times: an IANA name, or null for the society's own. */
export async function saveTimeZone(viewer: Viewer, chosen: string | null, now: Date): Promise<Result<null, TimeZoneRefusal>> {
  const timeZone = chosen === null ? null : readZone(chosen);
  if (chosen !== null && timeZone === null) return refuse("unknown-time-zone");
  await db().$executeRaw`
    WITH saved AS (
      UPDATE "members" SET "timeZone" = ${timeZone} WHERE "id" = ${viewer.memberId}::uuid
        AND "timeZone" IS DISTINCT FROM ${timeZone} RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', "id", 'time-zone-saved', 'member', "id", '{}' FROM saved`;
  return done(null);
}

/**
 * For the nightly job: gives the zones that members chose under an earlier name the name that the lists offer today. Whoever
 * reads one does the same, so nobody has to wait for it. Returns how many members it was done for.
 */
export async function renameZones(): Promise<number> {
  const names = JSON.stringify(listFormerZones().map(([former, today]) => ({ former, today })));
  for (let renamed = 0; ; ) {
    const count = await db().$executeRaw`
      UPDATE "members" m SET "timeZone" = i."today"
      FROM (
        SELECT o."id", n."former", n."today" FROM "members" o
        JOIN jsonb_to_recordset(${names}::jsonb) AS n("former" text, "today" text) ON n."former" = o."timeZone"
        LIMIT ${BATCH_SIZE}
      ) i
      WHERE m."id" = i."id" AND m."timeZone" = i."former"`;
    renamed += count;
    if (count < BATCH_SIZE) return renamed;
  }
}

/** How many members are renamed in one statement, so that none of them waits long. */
const BATCH_SIZE = 1000;

/** If nothing was saved, the account does not hold this role, or no longer does. */
async function saveWithFact(
  viewer: Viewer,
  role: "mentor" | "mentee",
  { saved, answers }: { saved: Prisma.Sql; answers: readonly Answer[] },
  now: Date,
): Promise<Result<null, ProfileRefusal>> {
  const count = await db().$executeRaw`
    WITH saved AS (${saved}), ${savedAnswers(viewer.memberId, role, answers, now)}
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'member', ${viewer.memberId}::uuid, 'profile-saved', 'member', "memberId",
      jsonb_build_object('role', ${role}::text)
    FROM saved`;
  return count === 0 ? refuse("not-your-role") : done(null);
}

const SHARED = ["headline", "about", "topics", "sector", "region", "languages", "methods", "updatedAt"] as const;

function replaced(columns: readonly string[]): Prisma.Sql {
  return Prisma.raw(columns.map((column) => `"${column}" = excluded."${column}"`).join(", "));
}

/** Retired entries are allowed: a form keeps showing those that were chosen before. */
function areOffered(input: MentorProfileInput | MenteeProfileInput, settings: Settings): boolean {
  const careerStage = "careerStage" in input ? input.careerStage : null;
  return (
    has(settings.topics, input.topics) &&
    has(settings.languages, input.languages) &&
    has(settings.methods, input.methods) &&
    has(settings.sectors, [input.sector]) &&
    has(settings.regions, [input.region]) &&
    has(settings.careerStages, [careerStage])
  );
}

function has(list: readonly ListEntry[], ids: readonly (number | null)[]): boolean {
  return ids.every((id) => id === null || list.some((entry) => entry.id === id));
}
