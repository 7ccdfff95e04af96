import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { describeDefect, log } from "@/lib/foundation/log";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Token } from "../token";
import { sayDevice } from "./device";

/** Often enough for somebody who asks which of two phones is the lost one, and seldom enough not to cost every page a write. */
const NOTED_EVERY_MS = 5 * 60_000;
/** For this many sessions at once; an older one is noted once more. */
const MOST_REMEMBERED = 10_000;

/** When this process last noted a session, so that nearly every page costs nothing. Each bundle has its own copy of this module. */
const kept = globalThis as { connectNotedSessions?: Map<string, number> };

/** Whether somebody opens a page, as against what an open page asks by itself, or a browser ahead of its reader. */
function isOpeningPage(headers: Headers): boolean {
  if (headers.has("next-router-prefetch") || /prefetch/.test(headers.get("sec-purpose") ?? headers.get("purpose") ?? ""))
    return false;
  return headers.get("accept")?.includes("text/html") === true || headers.get("rsc") === "1";
}

/**
 * A session that counts has opened a page: its row says which device it is on, and when it was last used, to a few minutes. Its first
 * page makes the row, so that sessions from before there were rows are listed too.
 */
export async function noteUse({ session, memberId, epoch, signedInAt }: Token, headers: Headers): Promise<void> {
  const at = readRealClock();
  kept.connectNotedSessions ??= new Map();
  const noted = kept.connectNotedSessions;
  const mark = `${session} ${epoch}`;
  if (!isOpeningPage(headers) || at - (noted.get(mark) ?? 0) < NOTED_EVERY_MS) return;
  for (const [oldest] of noted) {
    if (noted.size < MOST_REMEMBERED) break;
    noted.delete(oldest);
  }
  noted.delete(mark);
  noted.set(mark, at);
  const noting = db().$executeRaw`
    INSERT INTO "sessions" AS s ("id", "memberId", "epoch", "device", "signedInAt", "lastUsedAt")
    VALUES (${session}::uuid, ${memberId}::uuid, ${epoch}, ${sayDevice(headers.get("user-agent"))}, ${new Date(signedInAt)}::timestamptz,
      ${new Date(at)}::timestamptz)
    ON CONFLICT ("id") DO UPDATE SET "epoch" = excluded."epoch", "device" = excluded."device", "lastUsedAt" = excluded."lastUsedAt"
    WHERE s."memberId" = excluded."memberId"
      AND (s."epoch" <> excluded."epoch" OR s."lastUsedAt" <= excluded."lastUsedAt" - ${NOTED_EVERY_MS}::integer * interval '1 millisecond')`;
  // Nobody should be kept from a page because a list could not be brought up to date.
  await noting.catch((error) => log().warn({ defect: describeDefect(error) }, "the use of a session could not be noted"));
}

/** Ends one session of the member's own, and any copy of its cookie. Refuses one that is over, or not theirs. */
export async function endOne({ memberId }: Viewer, session: string, now: Date): Promise<Result<null, "over">> {
  const count = await db().$executeRaw`
    WITH gone AS (
      DELETE FROM "sessions" WHERE "id" = ${session}::uuid AND "memberId" = ${memberId}::uuid RETURNING "id", "memberId"
    ), ended AS (
      INSERT INTO "ended_sessions" ("id", "endedAt") SELECT "id", ${new Date(readRealClock())}::timestamptz FROM gone ON CONFLICT DO NOTHING
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "memberId", 'session-ended', 'member', "memberId" FROM gone`;
  return count > 0 ? done(null) : refuse("over");
}

/**
 * Ends every session of the member but this one, which the caller continues (`continueSession`), and every one-time link of theirs. It
 * raises the epoch, so that a session which no row lists is over too.
 */
export async function endOthers({ memberId }: Viewer, session: string, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH ended AS (
      UPDATE "members" SET "sessionEpoch" = "sessionEpoch" + 1 WHERE "id" = ${memberId}::uuid AND "status" = 'active' RETURNING "id"
    ), gone AS (
      DELETE FROM "sessions" WHERE "memberId" = ${memberId}::uuid AND "id" <> ${session}::uuid
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "id", 'other-sessions-ended', 'member', "id" FROM ended`;
}
