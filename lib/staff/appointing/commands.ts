import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import type { Staff, Standing, Status } from "@/lib/staff/members/directory";
import { MEMBER_NOTICES } from "@/lib/staff/members/notices";
import { HAS_SECOND_STEP, WITHOUT_SECOND_STEP } from "@/lib/staff/members/second-step-sql";
import type { Appointed, AppointingRefusal, Order, SecondStepRefusal } from "./appointment";

/** A wrong number should not wait for ever for somebody who is given it years later. */
const KEPT_DAYS = 30;

/**
 * Makes the member with this number staff or an administrator, or neither any more, and tells them. Somebody who has not
 * signed in yet gets the rights when they do, within 30 days. `isLocal`: only people on the register can have an account.
 */
export async function appoint(order: Order, isLocal: boolean, now: Date): Promise<Result<Appointed, AppointingRefusal>> {
  const member = await find(order.number);
  if (!member) return order.staff === "none" ? withdraw(order.number, now) : keep(order, isLocal, now);
  if (member.staff === order.staff) return refuse("same-staff");
  const isHere = member.status === "active" && member.standing === "current";
  if (order.staff !== "none" && member.staff === "none" && !isHere) return refuse("not-active");
  return (await save(member.id, order.staff, now)) > 0 ? done({ now: "changed", name: member.name }) : refuse("last-admin");
}

/** Takes away the second step of the member with this number, ends their sessions and tells them. Returns their name. */
export async function removeSecondStep(number: string, now: Date): Promise<Result<string, SecondStepRefusal>> {
  const member = await find(number);
  if (!member) return refuse("nobody");
  const count = await db().$executeRaw`
    WITH changed AS MATERIALIZED (
      UPDATE "members" m SET "sessionEpoch" = m."sessionEpoch" + 1 WHERE m."id" = ${member.id}::uuid AND ${HAS_SECOND_STEP}
      RETURNING m."id", concat('member:', m."id", ':second-step-taken-away:', m."sessionEpoch") AS "key"
    ), ${WITHOUT_SECOND_STEP} told AS MATERIALIZED (
      SELECT "key", "id" AS "to", NULL AS "role", 'second-step-taken-away' AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        '{}'::jsonb AS "data", ${now}::timestamptz AS "at"
      FROM changed
    ), ${NOTIFIED}, ${mailed(MEMBER_NOTICES)}
    INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'system', 'second-step-taken-away', 'member', "id" FROM changed`;
  return count > 0 ? done(member.name) : refuse("no-second-step");
}

async function find(number: string) {
  const row = await db().member.findUnique({
    where: { number },
    select: { id: true, name: true, status: true, standing: true, staff: true },
  });
  return row && { ...row, status: row.status as Status, standing: row.standing as Standing, staff: row.staff as Staff };
}

async function keep({ number, staff }: Order, isLocal: boolean, now: Date): Promise<Result<Appointed, AppointingRefusal>> {
  if (isLocal && !(await db().registerEntry.findUnique({ where: { number }, select: { number: true } }))) {
    return refuse("not-on-register");
  }
  const until = new Date(now.getTime() + KEPT_DAYS * 86_400_000);
  await db().$transaction([
    db().staffAppointment.upsert({
      where: { number },
      create: { number, staff, appointedAt: now, expiresAt: until },
      update: { staff, appointedAt: now, expiresAt: until },
      select: { number: true },
    }),
    note("appointment-kept", { as: staff }, now),
  ]);
  return done({ now: "kept", until });
}

async function withdraw(number: string, now: Date): Promise<Result<Appointed, AppointingRefusal>> {
  const { count } = await db().staffAppointment.deleteMany({ where: { number } });
  if (count === 0) return refuse("nobody");
  await note("appointment-withdrawn", {}, now);
  return done({ now: "withdrawn" });
}

/** Without the number, because nobody could erase it from the trail. */
function note(fact: "appointment-kept" | "appointment-withdrawn", data: { as?: string }, now: Date) {
  return db().auditEvent.create({ data: { at: now, actor: "system", fact, subject: "member", data }, select: { id: true } });
}

/** The rows of all administrators are locked, so that one of them remains. */
async function save(memberId: string, staff: Staff, now: Date): Promise<number> {
  const fact = { none: "staff-removed", staff: "made-staff", admin: "made-admin" }[staff];
  return db().$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT "id", "status" = 'active' AND "standing" = 'current' AS "isHere", "staff" FROM "members"
      WHERE "id" = ${memberId}::uuid OR "staff" = 'admin' ORDER BY "id" FOR NO KEY UPDATE
    ), changed AS MATERIALIZED (
      UPDATE "members" m SET "staff" = ${staff}
      WHERE m."id" = ${memberId}::uuid AND m."erasedAt" IS NULL AND m."staff" <> ${staff}
        AND (${staff} = 'admin' OR m."staff" <> 'admin'
          OR EXISTS (SELECT FROM held WHERE "isHere" AND "staff" = 'admin' AND "id" <> ${memberId}::uuid))
      RETURNING m."id"
    ), told AS MATERIALIZED (
      SELECT concat('member:', "id", ':', ${fact}::text, ':', ${now.toISOString()}::text) AS "key", "id" AS "to", NULL AS "role",
        'staff-changed' AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId", '{}'::jsonb AS "data", ${now}::timestamptz AS "at"
      FROM changed
    ), ${NOTIFIED}, ${mailed(MEMBER_NOTICES)}
    INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'system', ${fact}, 'member', "id" FROM changed`;
}
