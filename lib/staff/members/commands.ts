import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { erase, eraseRefused } from "@/lib/pairing/leaving/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { decide } from "./decide";
import type { Command, Refusal, Staff, Subject } from "./directory";
import { loadSubject } from "./load";
import { MEMBER_NOTICES, type MemberNotice } from "./notices";
import { HAS_SECOND_STEP, WITHOUT_SECOND_STEP } from "./second-step-sql";

type Outcome = Result<null, Refusal>;

/**
 * Suspends an account, with a reason for staff: every session is over and nobody can find them; the member is told, and each
 * partner, without a reason, that they cannot be reached at present. Their relationships stay. Then every open proposal is
 * withdrawn; if that is interrupted, the nightly job withdraws the rest. Refuses the last administrator.
 */
export async function suspend(memberId: string, reason: string, actor: Viewer, now: Date): Promise<Outcome> {
  const change = Prisma.sql`"status" = 'suspended', "suspendedAt" = ${now}::timestamptz, "suspendedReason" = ${reason},
    "sessionEpoch" = m."sessionEpoch" + 1`;
  const saved = await act(memberId, "suspend", actor, now, {
    change,
    guard: Prisma.sql`m."status" = 'active'`,
    removesAdmin: true,
    fact: "suspended",
    member: "account-suspended",
    partners: "partner-unreachable",
  });
  if (saved.ok) {
    await proposals.closeAll(memberId, now);
    await questions.closeAll(memberId, now);
  }
  return saved;
}

/** Lets a suspended member back in. They and their partners are told, and the reason that staff wrote down is deleted. */
export function reactivate(memberId: string, actor: Viewer, now: Date): Promise<Outcome> {
  return act(memberId, "reactivate", actor, now, {
    change: Prisma.sql`"status" = 'active', "suspendedAt" = NULL, "suspendedReason" = NULL`,
    guard: Prisma.sql`m."status" = 'suspended'`,
    fact: "reactivated",
    member: "account-reactivated",
    partners: "partner-back",
  });
}

/** Signs a member out everywhere, and tells them. */
export function endSessions(memberId: string, actor: Viewer, now: Date): Promise<Outcome> {
  return act(memberId, "end-sessions", actor, now, {
    change: Prisma.sql`"sessionEpoch" = m."sessionEpoch" + 1`,
    guard: Prisma.sql`m."status" = 'active'`,
    fact: "sessions-ended",
    member: "sessions-ended",
  });
}

/** Undoes a member's move to another sign-in of the society's: the earlier one counts again, all sessions end, and they are told. */
export function restoreSignIn(memberId: string, actor: Viewer, now: Date): Promise<Outcome> {
  return act(memberId, "restore-sign-in", actor, now, {
    change: Prisma.sql`"issuer" = m."earlierIssuer", "subject" = m."earlierSubject", "earlierIssuer" = NULL, "earlierSubject" = NULL,
      "sessionEpoch" = m."sessionEpoch" + 1`,
    // Meanwhile the earlier sign-in may have become somebody else's, with a number of their own.
    guard: Prisma.sql`m."earlierSubject" IS NOT NULL AND NOT EXISTS (
      SELECT FROM "members" o WHERE o."issuer" = m."earlierIssuer" AND o."subject" = m."earlierSubject")`,
    fact: "sign-in-restored",
    member: "sign-in-restored",
  });
}

/**
 * Takes away all passkeys, the authenticator app and the recovery codes of a member who has lost them. Their password opens the account
 * again; every session ends, and they are told.
 */
export function removeSecondStep(memberId: string, actor: Viewer, now: Date): Promise<Outcome> {
  return act(memberId, "remove-second-step", actor, now, {
    change: Prisma.sql`"sessionEpoch" = m."sessionEpoch" + 1`,
    guard: HAS_SECOND_STEP,
    also: WITHOUT_SECOND_STEP,
    fact: "second-step-taken-away",
    member: "second-step-taken-away",
  });
}

/** Approves an account whose address is not the one on the register, and tells the member. */
export function approve(memberId: string, actor: Viewer, now: Date): Promise<Outcome> {
  return act(memberId, "approve", actor, now, {
    change: Prisma.sql`"status" = 'active'`,
    guard: Prisma.sql`m."status" = 'waiting'`,
    fact: "account-approved",
    member: "account-approved",
  });
}

/**
 * Refuses an account that is waiting for approval. First it is suspended, so that nobody can use or approve it; then it is
 * erased and the person is told, so that number and address are free again. If that is interrupted, a suspended account
 * remains, to be erased by staff.
 */
export async function refuseAccount(memberId: string, actor: Viewer, now: Date): Promise<Outcome> {
  const saved = await act(memberId, "refuse", actor, now, {
    change: Prisma.sql`"status" = 'suspended', "sessionEpoch" = m."sessionEpoch" + 1`,
    guard: Prisma.sql`m."status" = 'waiting'`,
    fact: "account-refused",
  });
  return saved.ok ? eraseRefused(memberId, actor, now) : saved;
}

/**
 * Makes a member staff or an administrator, or neither any more, and tells them. For administrators; refuses the last of them.
 */
export function changeStaff(memberId: string, staff: Staff, actor: Viewer, now: Date): Promise<Outcome> {
  return act(memberId, "change-staff", actor, now, {
    change: Prisma.sql`"staff" = ${staff}`,
    // Staff rights can be taken from anybody, but given only to somebody who can sign in.
    guard: Prisma.sql`m."staff" <> ${staff} AND (${staff} = 'none' OR m."staff" <> 'none' OR (m."status" = 'active' AND m."standing" = 'current'))`,
    removesAdmin: staff !== "admin",
    wanted: staff,
    fact: { none: "staff-removed", staff: "made-staff", admin: "made-admin" }[staff],
    member: "staff-changed",
  });
}

/** Erases a member for good if the typed membership number is theirs; see `erase`. */
export async function eraseForGood(memberId: string, typedNumber: string, actor: Viewer, now: Date): Promise<Outcome> {
  const subject = await loadSubject(memberId);
  if (!subject) return refuse("not-found");
  const decided = decide(subject, "erase", actor);
  if (!decided.ok) return decided;
  return typedNumber === subject.number ? erase(memberId, actor, now) : refuse("wrong-number");
}

interface Change {
  /** The changes to the row `m`, and the conditions for them. */
  change: Prisma.Sql;
  guard: Prisma.Sql;
  /** What goes with it, of the member in `changed`. */
  also?: Prisma.Sql;
  /** Whether it removes an administrator. */
  removesAdmin?: boolean;
  wanted?: Staff;
  fact: string;
  /** What the member is told, and what each of their partners. */
  member?: MemberNotice;
  partners?: MemberNotice;
}

/**
 * Decides, and saves the account, the audit line and the notices in one statement. The notices' keys contain the member's
 * session count, which makes them new each time. The statement locks the two rows and those of all administrators, in order,
 * and then checks the actor's rights again: if two administrators demote each other at the same moment, only one succeeds.
 */
async function act(memberId: string, command: Command, actor: Viewer, now: Date, what: Change): Promise<Outcome> {
  const found = await loadSubject(memberId);
  if (!found) return refuse(actor.staff === "none" ? "not-staff" : "not-found");
  const decided = decide(found, command, actor, what.wanted);
  if (!decided.ok) return decided;
  const count = await save(memberId, actor, now, what);
  return count > 0 ? done(null) : refuse(await whyLost(memberId, command, actor, what));
}

async function save(
  memberId: string,
  { memberId: actorId }: Viewer,
  now: Date,
  { change, guard, also = Prisma.empty, removesAdmin = false, fact, member, partners }: Change,
): Promise<number> {
  return db().$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT "id", "staff", "status" = 'active' AND "standing" = 'current' AS "isHere" FROM "members"
      WHERE "id" IN (${memberId}::uuid, ${actorId}::uuid) OR "staff" = 'admin'
      ORDER BY "id" FOR NO KEY UPDATE
    ), counted AS MATERIALIZED (
      SELECT coalesce(max("staff") FILTER (WHERE "isHere" AND "id" = ${actorId}::uuid), 'none') AS "right",
        count(*) FILTER (WHERE "isHere" AND "staff" = 'admin' AND "id" <> ${memberId}::uuid) AS "otherAdmins" FROM held
    ), changed AS MATERIALIZED (
      UPDATE "members" m SET ${change}
      WHERE m."id" = ${memberId}::uuid AND m."id" <> ${actorId}::uuid AND m."erasedAt" IS NULL AND ${guard}
        AND (SELECT CASE WHEN m."staff" = 'none' AND ${fact} NOT IN ('made-staff', 'made-admin') THEN "right" <> 'none' ELSE "right" = 'admin' END
          FROM counted)
        AND (NOT ${removesAdmin}::boolean OR m."staff" <> 'admin' OR (SELECT "otherAdmins" FROM counted) > 0)
      RETURNING m."id", concat('member:', m."id", ':', ${fact}::text, ':', m."sessionEpoch") AS "key"
    ), ${also} told AS MATERIALIZED (
      SELECT CASE WHEN ${fact} IN ('made-staff', 'made-admin', 'staff-removed') THEN concat("key", ':', ${now.toISOString()}::text) ELSE "key" END AS "key",
        "id" AS "to", NULL AS "role", ${member ?? null}::text AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId", '{}'::jsonb AS "data",
        ${now}::timestamptz AS "at"
      FROM changed WHERE ${member ?? null}::text IS NOT NULL
      UNION ALL
      SELECT concat(c."key", ':', r."id"), CASE WHEN r."menteeId" = c."id" THEN r."mentorId" ELSE r."menteeId" END,
        CASE WHEN r."menteeId" = c."id" THEN 'mentor' ELSE 'mentee' END, ${partners ?? null}::text, r."id", c."id", '{}'::jsonb, ${now}::timestamptz
      FROM changed c JOIN "relationships" r ON r."menteeId" = c."id" OR r."mentorId" = c."id"
      WHERE ${partners ?? null}::text IS NOT NULL AND r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz
    ), ${NOTIFIED}, ${mailed(MEMBER_NOTICES)}
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'staff', ${actorId}::uuid, ${fact}, 'member', "id" FROM changed`;
}

/** Why nothing was saved although the decision allowed it: somebody was quicker, or only one administrator is left. */
async function whyLost(memberId: string, command: Command, actor: Viewer, { wanted, removesAdmin }: Change): Promise<Refusal> {
  const [subject, present] = await Promise.all([loadSubject(memberId), loadSubject(actor.memberId)]);
  if (!subject) return "not-found";
  const right = present?.status === "active" && present.standing === "current" ? present.staff : "none";
  const decided = decide(subject, command, { memberId: actor.memberId, staff: right }, wanted);
  if (!decided.ok) return decided.reason;
  return removesAdmin && isAdmin(subject) ? "last-admin" : "changed-meanwhile";
}

function isAdmin({ staff }: Subject): boolean {
  return staff === "admin";
}
