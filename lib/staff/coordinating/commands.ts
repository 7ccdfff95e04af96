import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { WHOLE_SOCIETY } from "@/lib/people/rights/row";
import { type Circumstances, type CoordinatingRefusal, findRefusal, type NamedRight, type Wish } from "./coordinating";
import { COORDINATING_NOTICES } from "./notices";

type Changed = Result<null, CoordinatingRefusal>;

/**
 * Names a member coordinator of a programme, or reader of its figures or those of the whole society, or takes that away; tells them.
 * For staff, about anybody but themselves.
 */
export async function change(viewer: Viewer, wish: Wish, now: Date): Promise<Changed> {
  if (viewer.staff === "none") return refuse("not-staff");
  if (viewer.memberId === wish.memberId) return refuse("own-account");
  return decideAndSave(wish, viewer.memberId, now);
}

/** The same from the command line, where nobody is signed in. */
export async function changeFromOutside(wish: Wish, now: Date): Promise<Changed> {
  return decideAndSave(wish, null, now);
}

/** Takes away all that a member may do for programmes, from the command line. Returns for how many. */
export async function takeAllAway(memberId: string, now: Date): Promise<number> {
  const held = await db().programmeStaff.findMany({ where: { memberId }, select: { programmeId: true } });
  for (const { programmeId } of held) await save({ memberId, programmeId, right: null }, null, now);
  return held.length;
}

async function decideAndSave(wish: Wish, byId: string | null, now: Date): Promise<Changed> {
  const refusal = findRefusal(wish, await load(wish));
  if (refusal) return refuse(refusal);
  // Another member of staff was quicker: they did the same, or something else that the page shows next.
  await save(wish, byId, now);
  return done(null);
}

async function load({ memberId, programmeId }: Wish): Promise<Circumstances | null> {
  if (!isId(memberId) || !isId(programmeId)) return null;
  const [row] = await db().$queryRaw<(Omit<Circumstances, "right"> & { right: string | null })[]>`
    SELECT m."status" = 'active' AND m."standing" = 'current' AS "isActive", m."staff" <> 'none' AS "isStaff",
      (SELECT s."right" FROM "programme_staff" s WHERE s."memberId" = m."id" AND s."programmeId" = ${programmeId}::uuid) AS "right",
      EXISTS (SELECT FROM "programmes" g WHERE g."id" = ${programmeId}::uuid) AS "isProgramme"
    FROM "members" m WHERE m."id" = ${memberId}::uuid AND m."erasedAt" IS NULL`;
  return row ? { ...row, right: row.right as NamedRight | null } : null;
}

/** In one statement with the audit line and the notice; nothing where it is so already. */
async function save({ memberId, programmeId, right }: Wish, byId: string | null, now: Date): Promise<void> {
  const fact = factOf(right);
  await db().$executeRaw`
    WITH given AS (
      INSERT INTO "programme_staff" AS s ("memberId", "programmeId", "right", "givenById", "givenAt")
      SELECT m."id", ${programmeId}::uuid, ${right}::text, ${byId}::uuid, ${now}::timestamptz
      FROM "members" m WHERE m."id" = ${memberId}::uuid AND m."erasedAt" IS NULL AND ${right}::text IS NOT NULL
      ON CONFLICT ("memberId", "programmeId") DO UPDATE
        SET "right" = excluded."right", "givenById" = excluded."givenById", "givenAt" = excluded."givenAt"
        WHERE s."right" <> excluded."right"
      RETURNING s."memberId"
    ), taken AS (
      DELETE FROM "programme_staff" s
      WHERE s."memberId" = ${memberId}::uuid AND s."programmeId" = ${programmeId}::uuid AND ${right}::text IS NULL
      RETURNING s."memberId"
    ), changed AS MATERIALIZED (
      SELECT "memberId" AS "id" FROM given UNION ALL SELECT "memberId" FROM taken
    ), told AS MATERIALIZED (
      SELECT concat('member:', "id", ':', ${fact}::text, ':', ${programmeId}::text, ':', ${now.toISOString()}::text) AS "key", "id" AS "to",
        NULL AS "role", ${KINDS[fact]}::text AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        jsonb_strip_nulls(jsonb_build_object('programme', (SELECT g."name" FROM "programmes" g WHERE g."id" = ${programmeId}::uuid))) AS "data",
        ${now}::timestamptz AS "at"
      FROM changed
    ), ${NOTIFIED}, ${mailed(COORDINATING_NOTICES)}
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, ${byId === null ? "system" : "staff"}, ${byId}::uuid, ${fact}, 'member', "id",
      jsonb_build_object('programme', ${programmeId === WHOLE_SOCIETY ? "all" : programmeId}::text) FROM changed`;
}

function factOf(right: NamedRight | null): keyof typeof KINDS {
  if (right === null) return "programme-right-removed";
  return { coordinator: "made-coordinator", reader: "made-reader" }[right] as keyof typeof KINDS;
}

const KINDS = {
  "made-coordinator": "coordinator-named",
  "made-reader": "reader-named",
  "programme-right-removed": "programme-right-removed",
} as const;
