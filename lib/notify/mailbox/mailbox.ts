import { keyCursorAfter, readKeyCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { cleanLine } from "@/lib/foundation/typed-text";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { MailStatus } from "@/lib/notify/outbox/mail";
import { type KeptWords, openWords, withOneTimeLink } from "@/lib/notify/outbox/words";

/** What the demonstration's mailbox shows of a mail. */
export interface MailboxItem {
  key: string;
  recipient: string;
  address: string;
  /** Null until it is written, at the first attempt. */
  subject: string | null;
  status: MailStatus;
  createdAt: Date;
  sentAt: Date | null;
}

export interface MailboxMail extends MailboxItem {
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  /** The calendar file that goes with it. */
  calendar: string | null;
  attempts: number;
  nextAttemptAt: Date | null;
  lastError: string | null;
}

export interface MailboxPage {
  mails: MailboxItem[];
  /** What to ask for to see older ones; null at the end. */
  older: string | null;
}

const PAGE_SIZE = 25;

/** Members, and those who have registered and not yet confirmed their address. */
const RECIPIENTS = Prisma.sql`
  SELECT "id", "name", "email" FROM "members" UNION ALL SELECT "memberId", "name", "email" FROM "registrations"`;

/**
 * Everybody's mail, newest first, a page at a time; only to those whose name or address has `recipient` in it, when that
 * is given. For the demonstration alone: it asks nobody who they are.
 */
export async function listMailbox(recipient: string, cursor: string | null): Promise<MailboxPage> {
  const before = readKeyCursor(cursor);
  const words = cleanLine(recipient);
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db().$queryRaw<(MailboxItem & { sealed: string | null })[]>`
    SELECT m."key", p."name" AS "recipient", coalesce(m."toAddress", p."email") AS "address", m."subject", m."status",
      m."createdAt", m."sentAt", m."sealed"
    FROM "mails" m JOIN (${RECIPIENTS}) p ON p."id" = m."memberId"
    WHERE ${words ? Prisma.sql`(p."name" ILIKE ${pattern} OR p."email" ILIKE ${pattern})` : Prisma.sql`true`}
      AND ${before ? Prisma.sql`(m."createdAt", m."key") < (${before.at}::timestamptz, ${before.key})` : Prisma.sql`true`}
    ORDER BY m."createdAt" DESC, m."key" DESC
    LIMIT ${PAGE_SIZE + 1}`;
  const mails = rows.slice(0, PAGE_SIZE).map(({ sealed, ...mail }) => ({
    ...mail,
    subject: show(mail.key, { subject: mail.subject, html: null, text: null, calendar: null, sealed }).subject,
  }));
  return { mails, older: keyCursorAfter(rows, PAGE_SIZE) };
}

/** One mail as it arrives, with its one-time link, or null. For the demonstration alone. */
export async function getMailboxMail(key: string): Promise<MailboxMail | null> {
  const [mail] = await db().$queryRaw<(MailboxMail & KeptWords & { data: NoticeData })[]>`
    SELECT m."key", p."name" AS "recipient", coalesce(m."toAddress", p."email") AS "address", m."subject", m."status",
      m."createdAt", m."sentAt", m."html", m."text", m."headers", m."calendar", m."sealed", m."data", m."attempts", m."nextAttemptAt", m."lastError"
    FROM "mails" m JOIN (${RECIPIENTS}) p ON p."id" = m."memberId"
    WHERE m."key" = ${key}`;
  if (!mail) return null;
  const { data, sealed, ...shown } = mail;
  return withOneTimeLink({ ...shown, ...show(key, { ...shown, sealed }) }, data);
}

/** What it says, or the sentence in its place. */
function show(key: string, kept: KeptWords): Omit<KeptWords, "sealed"> {
  const opened = openWords(key, kept);
  if (opened.isReadable) return opened.words;
  return { subject: opened.instead, html: null, text: opened.instead, calendar: null };
}
