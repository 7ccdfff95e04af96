import { db } from "@/lib/foundation/db/client";
import type { Role } from "@/lib/foundation/viewer";
import type { RenderedMail } from "@/lib/notify/letters/render";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { Outcome } from "./mail";
import type { Verdict } from "./retry";
import { type KeptWords, openWords, sealWords } from "./words";

/** A mail that this delivery alone has in hand, until its hold runs out. */
export interface HeldMail {
  key: string;
  memberId: string;
  role: Role | null;
  kind: string;
  proposalId: string | null;
  aboutId: string | null;
  data: NoticeData;
  /** This one included. */
  attempts: number;
  /** As it was rendered at an earlier attempt; null before the first. */
  rendered: RenderedMail | null;
  /** Why what was kept of it cannot be sent again; null when it can, or nothing is kept. */
  damage: string | null;
  /** Where it goes, if not to the member's address of today. */
  toAddress: string | null;
}

/**
 * For how long a delivery has a mail to itself: well beyond the longest that a batch can take. If the process dies, the
 * mail is due again when this has passed.
 */
const HOLD_SECONDS = 300;

/** Takes up to `limit` mails that are due, oldest first, which no other delivery has in hand. */
export async function takeDue(limit: number, now: Date): Promise<HeldMail[]> {
  const heldUntil = new Date(now.getTime() + HOLD_SECONDS * 1000);
  const rows = await db().$queryRaw<(Omit<HeldMail, "rendered" | "damage" | "toAddress"> & KeptMail)[]>`
    WITH due AS MATERIALIZED (
      SELECT "key" FROM "mails" WHERE "nextAttemptAt" <= ${now}::timestamptz
      ORDER BY "nextAttemptAt", "key" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "mails" m SET "nextAttemptAt" = ${heldUntil}::timestamptz, "attempts" = m."attempts" + 1
    FROM due WHERE m."key" = due."key"
    RETURNING m."key", m."memberId", m."role", m."kind", m."proposalId", m."aboutId", m."data", m."attempts",
      m."toAddress", m."subject", m."html", m."text", m."headers", m."calendar", m."sealed"`;
  return rows.map(({ toAddress, subject, html, text, headers, calendar, sealed, ...row }) => ({
    ...row,
    toAddress,
    ...open(row.key, { toAddress, subject, html, text, headers, calendar, sealed }),
  }));
}

interface KeptMail extends KeptWords {
  toAddress: string | null;
  headers: Record<string, string>;
}

function open(key: string, { toAddress, headers, ...kept }: KeptMail): Pick<HeldMail, "rendered" | "damage"> {
  const opened = openWords(key, kept);
  if (!opened.isReadable) return { rendered: null, damage: opened.instead };
  const { subject, html, text, calendar } = opened.words;
  const isWhole = toAddress && subject && html && text;
  return { rendered: isWhole ? { toAddress, subject, html, text, headers, calendar } : null, damage: null };
}

/**
 * Keeps mails as they were rendered, before the first attempt, so that every repeat is the same mail. What an earlier
 * attempt kept stays. Private are those whose words may be for the two of a relationship alone. Returns what is kept now, by key: that, and nothing else, may be sent.
 */
export async function keepRendered(
  mails: readonly (RenderedMail & { key: string; isPrivate: boolean; namedIds: string[] })[],
): Promise<Map<string, RenderedMail>> {
  if (mails.length === 0) return new Map();
  const kept = mails.map(({ key, isPrivate, namedIds, toAddress, headers, ...words }) => ({
    key,
    toAddress,
    headers,
    namedIds,
    ...(isPrivate ? sealWords(key, words) : { ...words, sealed: null }),
  }));
  const rows = await db().$queryRaw<(KeptMail & { key: string })[]>`
    UPDATE "mails" m SET "toAddress" = coalesce(m."toAddress", r."toAddress"), "subject" = coalesce(m."subject", r."subject"),
      "html" = coalesce(m."html", r."html"), "text" = coalesce(m."text", r."text"),
      "sealed" = coalesce(m."sealed", r."sealed"),
      "namedIds" = CASE WHEN coalesce(m."html", m."sealed") IS NULL THEN r."namedIds" ELSE m."namedIds" END,
      "headers" = CASE WHEN coalesce(m."html", m."sealed") IS NULL THEN r."headers" ELSE m."headers" END,
      "calendar" = CASE WHEN m."html" IS NULL THEN r."calendar" ELSE m."calendar" END
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      AS r("key" text, "toAddress" text, "subject" text, "html" text, "text" text, "headers" jsonb, "calendar" text, "sealed" text, "namedIds" uuid[])
    WHERE m."key" = r."key"
    RETURNING m."key", m."toAddress", m."subject", m."html", m."text", m."headers", m."calendar", m."sealed"`;
  return new Map(
    rows.flatMap(({ key, ...row }) => {
      const { rendered } = open(key, row);
      return rendered ? [[key, rendered] as const] : [];
    }),
  );
}

export interface Result extends Verdict {
  key: string;
  /** Attempts at the time it was taken: whoever took it again since knows better, unless we sent it. */
  takenAtAttempt: number;
  sentAt: Date | null;
  providerId: string | null;
}

/** The line of the ledger for a mail in hand: the verdict, and what the provider said. */
export function toResult(mail: HeldMail, verdict: Verdict, outcome: Outcome | null, now: Date): Result {
  const isSent = outcome?.kind === "accepted";
  return {
    ...verdict,
    key: mail.key,
    takenAtAttempt: mail.attempts,
    sentAt: isSent ? now : null,
    providerId: isSent ? outcome.providerId : null,
  };
}

/** Writes what became of a batch. The last mail to somebody erased forgets them when it is done, delivered or not. */
export async function recordResults(results: readonly Result[]): Promise<void> {
  if (results.length === 0) return;
  const rows = results.map((result) => ({ ...result, error: storable(result.error), providerId: storable(result.providerId) }));
  await db().$executeRaw`
    UPDATE "mails" m SET "status" = r."status", "attempts" = r."attempts", "nextAttemptAt" = r."nextAttemptAt",
      "lastError" = CASE WHEN m."kind" = 'account-erased' THEN NULL WHEN r."status" = 'waiting' THEN coalesce(r."error", m."lastError") ELSE r."error" END,
      "toAddress" = CASE WHEN m."kind" = 'account-erased' AND r."status" <> 'waiting' THEN NULL ELSE m."toAddress" END,
      "providerId" = CASE WHEN m."kind" <> 'account-erased' THEN r."providerId" END, "sentAt" = r."sentAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("key" text, "takenAtAttempt" integer, "status" text,
      "attempts" integer, "nextAttemptAt" timestamptz, "error" text, "sentAt" timestamptz, "providerId" text)
    WHERE m."key" = r."key" AND m."status" <> 'sent' AND (r."status" = 'sent' OR m."attempts" = r."takenAtAttempt")`;
}

/** PostgreSQL keeps neither a NUL nor half a character, and others' words have been known to hold them. */
function storable(text: string | null): string | null {
  return text?.toWellFormed().replaceAll("\0", "") ?? null;
}
