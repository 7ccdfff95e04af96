import { cursorAfter, keyCursorAfter, readCursor, readKeyCursor } from "@/lib/foundation/cursor";
import { addDays, startOfDay } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import { isId } from "@/lib/foundation/id";
import type { BlockReason, ProviderState } from "@/lib/notify/delivery/provider-event";
import type { MailStatus } from "@/lib/notify/outbox/mail";
import { isOpenKey } from "@/lib/society/audit/hidden-requests";
import type { MailFilters } from "./input";

/** How many mails wait to be sent. */
export async function countWaiting(): Promise<number> {
  return db().mail.count({ where: { nextAttemptAt: { not: null } } });
}

/** Since when the oldest of them waits; null when none does. */
export async function oldestWaitingAt(): Promise<Date | null> {
  const { _min } = await db().mail.aggregate({ where: { nextAttemptAt: { not: null } }, _min: { createdAt: true } });
  return _min.createdAt;
}

/** A mail that was not sent. */
export interface UnsentMail {
  key: string;
  kind: string;
  memberId: string;
  createdAt: Date;
  attempts: number;
  /** Why, as the provider, the template or the rule said it. */
  lastError: string | null;
}

/** How many mails were given up. */
export async function countFailed(): Promise<number> {
  return db().mail.count({ where: { status: "failed" } });
}

/** The mails that were given up, newest first, for staff. */
export async function listFailed(limit: number): Promise<UnsentMail[]> {
  return listUnsent("failed", limit);
}

/** The mails that were not sent because events had overtaken them, newest first, for staff: `lastError` says which. */
export async function listOvertaken(limit: number): Promise<UnsentMail[]> {
  return listUnsent("overtaken", limit);
}

async function listUnsent(status: "failed" | "overtaken", limit: number): Promise<UnsentMail[]> {
  return db().mail.findMany({
    where: { status },
    orderBy: [{ createdAt: "desc" }, { key: "desc" }],
    take: limit,
    select: { key: true, kind: true, memberId: true, createdAt: true, attempts: true, lastError: true },
  });
}

/** A mail as staff see it: to whom, about what kind of thing and how far it got. Never what it says. */
export interface MailRow {
  key: string;
  kind: string;
  status: MailStatus;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date | null;
  attempts: number;
  lastError: string | null;
  providerState: ProviderState | null;
  providerAt: Date | null;
  providerReason: string | null;
  memberId: string;
  /** Null when there is no such account any more. */
  name: string | null;
  number: string | null;
  /** Why their address of today gets no mail. */
  block: BlockReason | null;
}

export interface MailPage {
  mails: MailRow[];
  /** What to ask for to see older ones; null at the end. */
  older: string | null;
}

const PAGE_SIZE = 50;
/** People whose mails are looked for by part of a name. */
const MOST_PEOPLE = 100;

/** All mails that the filters let through, without those about requests that are hidden from the reader; newest first, by page. */
export async function listMails(
  reader: { memberId: string },
  filters: MailFilters,
  timeZone: string,
  cursor: string | null,
): Promise<MailPage> {
  const rows = await db().$queryRaw<MailRow[]>`
    SELECT m."key", m."kind", m."status", m."createdAt", m."sentAt", m."nextAttemptAt", m."attempts", m."lastError",
      m."providerState", m."providerAt", m."providerReason", m."memberId", coalesce(p."name", r."name") AS "name",
      coalesce(p."number", r."number") AS "number", b."reason" AS "block"
    FROM (
      SELECT * FROM "mails" m WHERE ${Prisma.join([isOpenKey(reader, Prisma.sql`m."key"`), ...conditionsOf(filters, timeZone, cursor)], " AND ")}
      ORDER BY m."createdAt" DESC, m."key" DESC LIMIT ${PAGE_SIZE + 1}
    ) m
    LEFT JOIN "members" p ON p."id" = m."memberId" LEFT JOIN "registrations" r ON r."memberId" = m."memberId"
    LEFT JOIN "mail_blocks" b ON b."memberId" = m."memberId" AND b."address" = address_form(p."email")
    ORDER BY m."createdAt" DESC, m."key" DESC`;
  return { mails: rows.slice(0, PAGE_SIZE), older: keyCursorAfter(rows, PAGE_SIZE) };
}

function conditionsOf({ state, who, kind, from, until }: MailFilters, timeZone: string, cursor: string | null) {
  const conditions: Prisma.Sql[] = [];
  if (state === "delayed" || state === "bounced" || state === "complained")
    conditions.push(Prisma.sql`m."providerState" = ${state} AND m."providerState" <> 'delivered'`);
  else if (state) conditions.push(Prisma.sql`m."status" = ${state}`);
  if (kind) conditions.push(Prisma.sql`m."kind" = ${kind}`);
  if (who) conditions.push(Prisma.sql`m."memberId" = ANY (ARRAY(${peopleOf(who)}))`);
  const earliest = from ? startOfDay(from, timeZone) : null;
  const latest = until ? startOfDay(until, timeZone) : null;
  if (earliest) conditions.push(Prisma.sql`m."createdAt" >= ${earliest}::timestamptz`);
  if (latest) conditions.push(Prisma.sql`m."createdAt" < ${addDays(latest, 1, timeZone)}::timestamptz`);
  const before = readKeyCursor(cursor);
  if (before) conditions.push(Prisma.sql`(m."createdAt", m."key") < (${before.at}::timestamptz, ${before.key})`);
  return conditions;
}

function peopleOf(who: string) {
  return Prisma.sql`SELECT m."id" FROM "members" m WHERE ${isFoundBy(who)} LIMIT ${MOST_PEOPLE}`;
}

/** An address that gets no mail while it is the member's. */
export interface BlockedAddress {
  memberId: string;
  name: string;
  number: string;
  reason: BlockReason;
  since: Date;
}

/** Members whose address of today gets no mail, the latest first. */
export async function listBlocked(cursor: string | null): Promise<{ blocked: BlockedAddress[]; older: string | null }> {
  const after = readCursor(cursor);
  const before = after
    ? Prisma.sql`AND (b."since", b."memberId") < (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db().$queryRaw<(BlockedAddress & { id: string })[]>`
    SELECT b."memberId" AS "id", b."memberId", m."name", m."number", b."reason", b."since"
    FROM "mail_blocks" b JOIN "members" m ON m."id" = b."memberId" AND address_form(m."email") = b."address"
    WHERE true ${before} ORDER BY b."since" DESC, b."memberId" DESC LIMIT ${PAGE_SIZE + 1}`;
  return { blocked: rows.slice(0, PAGE_SIZE), older: cursorAfter(rows, PAGE_SIZE, ({ since }) => since) };
}

/** Whether this member's address gets no mail, and why; null when it does, or there is no such member. */
export async function findBlock(memberId: string): Promise<BlockedAddress | null> {
  if (!isId(memberId)) return null;
  const [row] = await db().$queryRaw<BlockedAddress[]>`
    SELECT b."memberId", m."name", m."number", b."reason", b."since"
    FROM "mail_blocks" b JOIN "members" m ON m."id" = b."memberId" AND address_form(m."email") = b."address"
    WHERE b."memberId" = ${memberId}::uuid`;
  return row ?? null;
}
