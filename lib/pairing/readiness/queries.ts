import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { inOneValue } from "@/lib/foundation/db/one-value";
import { isId } from "@/lib/foundation/id";
import { openOr, readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Role, Scope, Viewer } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { IS_ASKED } from "./asked-sql";
import type { ConditionKind } from "./conditions/condition";
import type { ReadinessFilters } from "./input";
import type { Item, Status } from "./item";

/** A condition that is asked of the viewer, and where they stand with it. */
export interface OwnItem
  extends Pick<Item, "isLacking" | "status" | "countsAt" | "metAt" | "expiresAt" | "warnedDays" | "answerUntil" | "role"> {
  conditionId: string;
  kind: ConditionKind;
  name: string;
  /** Null: the society's own scheme. */
  programme: string | null;
}

/** All that is asked of the viewer, in both roles: what is missing first. One query; nothing where nothing is asked. */
export async function listOwnItems({ memberId }: Viewer): Promise<OwnItem[]> {
  return db().$queryRaw<OwnItem[]>`
    SELECT ${OWN} FROM ${OF_MEMBER} WHERE i."memberId" = ${memberId}::uuid AND c."retiredAt" IS NULL AND ${IS_ASKED}
    ORDER BY i."isLacking" DESC, i."status" = 'met', i."countsAt", c."name", c."id"`;
}

/** One of them in full. */
export interface OwnItemDetails extends OwnItem {
  text: string;
  textNumber: number;
  resourceId: string | null;
  link: string | null;
  /** What staff said when they did not approve it. */
  words: string | null;
  /** Who was asked last, and whether they may name another one. */
  referee: string | null;
  named: number;
}

/** Null for what is not asked of the viewer. */
export async function findOwnItem({ memberId }: Viewer, conditionId: string): Promise<OwnItemDetails | null> {
  if (!isId(conditionId)) return null;
  const [row] = await db().$queryRaw<(OwnItemDetails & { id: string; refereeId: string | null })[]>`
    SELECT ${OWN}, i."id", i."words", c."text", c."textNumber", c."resourceId", c."link",
      (SELECT count(*)::integer FROM "readiness_referees" r WHERE r."itemId" = i."id") AS "named", last."id" AS "refereeId", last."person" AS "referee"
    FROM ${OF_MEMBER}
    LEFT JOIN LATERAL (SELECT r."id", r."person" FROM "readiness_referees" r WHERE r."itemId" = i."id" ORDER BY r."askedAt" DESC, r."id" DESC LIMIT 1) last ON true
    WHERE i."memberId" = ${memberId}::uuid AND c."id" = ${conditionId}::uuid AND c."retiredAt" IS NULL AND ${IS_ASKED}`;
  if (!row) return null;
  const { id, refereeId, words, referee, ...item } = row;
  return {
    ...item,
    words: openOr("readiness_items.words", id, words, null),
    referee: refereeId && referee ? (openPerson(refereeId, referee)?.name ?? null) : null,
  };
}

const OF_MEMBER = Prisma.sql`"readiness_items" i JOIN "readiness_conditions" c ON c."id" = i."conditionId"
  JOIN "members" m ON m."id" = i."memberId" JOIN "programmes" g ON g."id" = i."programmeId"`;
const PROGRAMME = Prisma.sql`CASE WHEN i."programmeId" <> ${SOCIETY_SCHEME}::uuid THEN g."name" END AS "programme"`;
const OWN = Prisma.sql`c."id" AS "conditionId", c."kind", c."name", i."role", i."status", i."isLacking", i."countsAt", i."metAt", i."expiresAt",
  i."warnedDays", i."answerUntil", ${PROGRAMME}`;

/** How many rows a page of the list has. */
const PAGE_SIZE = 50;

/** A row of the list of staff. */
export interface ItemLine {
  id: string;
  memberId: string;
  name: string;
  number: string;
  conditionId: string;
  condition: string;
  kind: ConditionKind;
  programme: string | null;
  role: Role;
  status: Status;
  isLacking: boolean;
  countsAt: Date;
  expiresAt: Date | null;
  movedAt: Date;
  version: number;
}

/** Which rows belong to each choice of the list. */
const STATES: Readonly<Record<ReadinessFilters["state"], Prisma.Sql>> = {
  lacking: Prisma.sql`i."isLacking"`,
  staff: Prisma.sql`i."status" = 'with-staff'`,
  coming: Prisma.sql`i."status" <> 'met' AND NOT i."isLacking"`,
  expiring: Prisma.sql`i."status" = 'met' AND i."warnedDays" IS NOT NULL`,
  met: Prisma.sql`i."status" = 'met'`,
  all: Prisma.sql`true`,
};

/** Who lacks what, the latest change first, a page at a time; for staff, of the programmes in their scope. */
export async function listItems(scope: Scope, { state, condition, programme, role, after }: ReadinessFilters) {
  const cursor = readCursor(after);
  const only = [isItemInScope(scope), STATES[state], Prisma.sql`c."retiredAt" IS NULL`, IS_ASKED];
  if (condition) only.push(Prisma.sql`i."conditionId" = ${condition}::uuid`);
  if (programme) only.push(Prisma.sql`i."programmeId" = ${programme}::uuid`);
  if (role) only.push(Prisma.sql`i."role" = ${role}`);
  if (cursor) only.push(Prisma.sql`(i."movedAt", i."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`);
  const rows = await db().$queryRaw<ItemLine[]>`
    SELECT ${LINE} FROM ${OF_MEMBER} WHERE ${Prisma.join(only, " AND ")} ORDER BY i."movedAt" DESC, i."id" DESC LIMIT ${PAGE_SIZE + 1}`;
  return { items: rows.slice(0, PAGE_SIZE), next: cursorAfter(rows, PAGE_SIZE, ({ movedAt }) => movedAt) };
}

const LINE = Prisma.sql`i."id", i."memberId", m."name", m."number", c."id" AS "conditionId", c."name" AS "condition", c."kind", ${PROGRAMME},
  i."role", i."status", i."isLacking", i."countsAt", i."expiresAt", i."movedAt", i."version"`;

/** Where a member stands with one condition, for staff. */
export interface StandingLine extends ItemLine {
  metAt: Date | null;
}

/** All that is asked of a member in the programmes of a scope, for staff: the society's scheme first. Without anybody's words. */
export async function listItemsOf(scope: Scope, memberId: string): Promise<StandingLine[]> {
  return isId(memberId) ? db().$queryRaw<StandingLine[]>(selectItemsOf(scope, memberId)) : [];
}

/** The same as a list for a column of another statement, which `readItems` reads. */
export function itemsValue(scope: Scope, memberId: string): Prisma.Sql {
  return inOneValue(selectItemsOf(scope, memberId));
}

/** A row in which instants are text. */
export type WrittenItem = Omit<StandingLine, "countsAt" | "expiresAt" | "movedAt" | "metAt"> & {
  countsAt: string;
  expiresAt: string | null;
  movedAt: string;
  metAt: string | null;
};

export function readItems(rows: readonly WrittenItem[]): StandingLine[] {
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return rows.map((row) => ({
    ...row,
    ...{ countsAt: new Date(row.countsAt), expiresAt: at(row.expiresAt), movedAt: new Date(row.movedAt), metAt: at(row.metAt) },
  }));
}

function selectItemsOf(scope: Scope, memberId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${LINE}, i."metAt" FROM ${OF_MEMBER}
    WHERE i."memberId" = ${memberId}::uuid AND ${isItemInScope(scope)} AND c."retiredAt" IS NULL AND ${IS_ASKED}
    ORDER BY i."programmeId" <> ${SOCIETY_SCHEME}::uuid, g."createdAt", i."programmeId", i."role", c."createdAt", c."id"`;
}

/** A referee as staff see them. */
export interface RefereeLine {
  id: string;
  name: string | null;
  email: string | null;
  askedAt: Date;
  expiresAt: Date;
  answer: "yes" | "no" | null;
  answeredAt: Date | null;
  words: string | null;
}

export interface ItemDetails extends ItemLine {
  words: string | null;
  note: string | null;
  metAt: Date | null;
  referees: RefereeLine[];
}

const isItemInScope = (scope: Scope) => isProgrammeInScope(scope, Prisma.sql`i."programmeId"`);

/** One member and one condition in full, for staff. Null when it is asked of nobody any more, or of a programme outside the scope. */
export async function findItem(scope: Scope, id: string): Promise<ItemDetails | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<(ItemLine & { words: string | null; note: string | null; metAt: Date | null })[]>`
    SELECT ${LINE}, i."words", i."note", i."metAt" FROM ${OF_MEMBER} WHERE i."id" = ${id}::uuid AND ${isItemInScope(scope)} AND c."retiredAt" IS NULL AND ${IS_ASKED}`;
  if (!row) return null;
  const referees = await db().readinessReferee.findMany({
    where: { itemId: id },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: 20,
    select: { id: true, person: true, askedAt: true, expiresAt: true, answer: true, answeredAt: true, words: true },
  });
  return {
    ...row,
    words: openOr("readiness_items.words", id, row.words, null),
    note: openOr("readiness_items.note", id, row.note, null),
    referees: referees.map(({ person, words, answer, ...referee }) => ({
      ...referee,
      name: openPerson(referee.id, person)?.name ?? null,
      email: openPerson(referee.id, person)?.email ?? null,
      answer: answer === "yes" || answer === "no" ? answer : null,
      words: openOr("readiness_referees.words", referee.id, words, null),
    })),
  };
}

/** How many lack something now, and how many wait for the society; for staff. */
export async function countItems(): Promise<{ lacking: number; withStaff: number }> {
  const [row] = await db().$queryRaw<{ lacking: number; withStaff: number }[]>`
    SELECT count(*) FILTER (WHERE i."isLacking")::integer AS "lacking", count(*) FILTER (WHERE i."status" = 'with-staff')::integer AS "withStaff"
    FROM ${OF_MEMBER} WHERE (i."isLacking" OR i."status" = 'with-staff') AND c."retiredAt" IS NULL AND ${IS_ASKED}`;
  return row ?? { lacking: 0, withStaff: 0 };
}

/** The question behind a referee's link. */
export interface RefereeQuestion {
  itemId: string;
  memberId: string;
  member: string;
  condition: string;
  text: string;
  answer: string | null;
  /** Whether they were named last, and nobody has decided without them. */
  isLast: boolean;
  isOpen: boolean;
}

export async function findRefereeItem(refereeId: string): Promise<RefereeQuestion | null> {
  if (!isId(refereeId)) return null;
  const [row] = await db().$queryRaw<RefereeQuestion[]>`
    SELECT r."itemId", i."memberId", m."name" AS "member", c."name" AS "condition", c."text", r."answer",
      NOT EXISTS (SELECT FROM "readiness_referees" o WHERE o."itemId" = r."itemId" AND (o."askedAt", o."id") > (r."askedAt", r."id")) AS "isLast",
      i."status" = 'asked' AND c."retiredAt" IS NULL AND m."status" = 'active' AS "isOpen"
    FROM "readiness_referees" r JOIN "readiness_items" i ON i."id" = r."itemId"
    JOIN "readiness_conditions" c ON c."id" = i."conditionId" JOIN "members" m ON m."id" = i."memberId"
    WHERE r."id" = ${refereeId}::uuid`;
  return row ?? null;
}

/** Nobody recommends themselves. */
export async function findOwnAddress(memberId: string): Promise<string | null> {
  const member = await db().member.findUnique({ where: { id: memberId }, select: { email: true } });
  return member?.email ?? null;
}

/** Whom a form with this id has named before. */
export async function findPerson(refereeId: string): Promise<{ name: string; email: string } | null> {
  const row = await db().readinessReferee.findUnique({ where: { id: refereeId }, select: { person: true } });
  return row && openPerson(refereeId, row.person);
}

function openPerson(id: string, person: string): { name: string; email: string } | null {
  const opened = tryOpen("readiness_referees.person", id, person, readBoxes<{ name: string; email: string }>);
  return opened.isReadable ? opened.words : null;
}
