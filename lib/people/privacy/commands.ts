import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { removeAccount } from "@/lib/people/accounts/commands";
import { getSettings } from "@/lib/society/settings/queries";
import { erasingSteps } from "./statement";
import type { ErasureRefusal } from "./wording";

/**
 * Erases a member for good, by staff: first everything that deleting an account does, partners told; then, in one statement,
 * every personal datum in every table as the inventory says, with one line in the audit trail and a last mail to them.
 * Their row stays as a husk that others' rows refer to; signing in again makes a new account. Irreversible. Stopped half-way
 * it is done by doing it again; twice is once. Refuses those who are not staff, and the last administrator.
 */
export async function erase(memberId: string, actor: Viewer, now: Date): Promise<Result<null, ErasureRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const member = await db().member.findUnique({ where: { id: memberId }, select: { staff: true, email: true } });
  if (!member) return refuse("not-found");
  if (member.staff !== "none" && actor.staff !== "admin") return refuse("admin-only");
  return removeAndErase(memberId, member.email, actor, "account-erased", now);
}

/** Erases an account that staff have just refused, whatever is left of it; the last mail says that instead. Twice is once. */
export async function eraseRefused(memberId: string, actor: Viewer, now: Date): Promise<Result<null, ErasureRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const member = await db().member.findUnique({ where: { id: memberId }, select: { email: true } });
  return member ? removeAndErase(memberId, member.email, actor, "account-refused", now) : refuse("not-found");
}

async function removeAndErase(
  memberId: string,
  email: string,
  actor: Viewer,
  farewell: FarewellKind,
  now: Date,
): Promise<Result<null, "last-admin">> {
  const removed = await removeAccount(memberId, now);
  if (!removed.ok) return removed;
  await eraseData(memberId, actor.memberId, await writeFarewell(farewell, email, now), now);
  return done(null);
}

type FarewellKind = "account-erased" | "account-refused";

interface Farewell {
  subject: string;
  html: string;
  text: string;
}

/**
 * All of it is one statement: each part of it sees the tables as they were before. What is told and written down, only the
 * first time, which the key of the mail decides. Whatever it says, the mail is of the kind that forgets its address.
 */
async function eraseData(memberId: string, staffId: string, { subject, html, text }: Farewell, now: Date): Promise<void> {
  const statement = `
    WITH mailed AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt", "toAddress", "subject", "html", "text")
      SELECT concat('member:', "id", ':erased'), "id", 'account-erased', $2::timestamptz, $2::timestamptz, "email", $4, $5, $6
      FROM "members" WHERE "id" = $1::uuid AND "erasedAt" IS NULL
      ON CONFLICT DO NOTHING
      RETURNING "memberId"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
      SELECT $2::timestamptz, 'staff', $3::uuid, 'erased', 'member', "memberId" FROM mailed
    ), ${erasingSteps()}
    SELECT`;
  await db().$executeRawUnsafe(statement, memberId, now, staffId, subject, html, text);
}

/** Written now, while there is an address; without their name, since it stays. */
async function writeFarewell(kind: FarewellKind, email: string, now: Date): Promise<Farewell> {
  const { renderMail } = await import("@/lib/notify/mail/render");
  const recipient = { name: "", email, timeZone: null };
  const nothing = { role: null, data: {}, partner: null, proposal: null, suggestions: [], items: [], unsubscribe: null };
  return renderMail({ kind, recipient, ...nothing }, { settings: await getSettings(), appUrl: env().APP_URL, now });
}

/** Writes down that somebody has taken a copy of their data: in the audit trail, so that they can see it was them. */
export async function recordDownload(memberId: string, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    VALUES (${now}::timestamptz, 'member', ${memberId}::uuid, 'data-downloaded', 'member', ${memberId}::uuid)`;
}
