import type { z } from "zod";
import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { PageQuery } from "./input";
import type { MeetingItem, MemberItem, RelationshipItem } from "./lists";

export interface ListPage<Item extends z.ZodType> {
  data: z.infer<Item>[];
  next: string | null;
}

/** Members who can sign in, or are suspended: whoever waits for approval, or has left, is not among them. */
export async function pageOfMembers(query: PageQuery): Promise<ListPage<typeof MemberItem>> {
  const rows = await db().$queryRaw<{ id: string; number: string; isMentor: boolean; isMentee: boolean; at: Date }[]>`
    SELECT m."id", m."number", m."isMentor", m."isMentee", m."createdAt" AS "at" FROM "members" m
    WHERE ${isFurther(query, Prisma.sql`m."createdAt"`, Prisma.sql`m."id"`)}
      AND m."status" IN ('active', 'suspended') AND m."erasedAt" IS NULL
    ORDER BY m."createdAt", m."id" LIMIT ${query.limit + 1}`;
  return toPage(rows, query, ({ number, isMentor, isMentee, at }) => ({
    number,
    roles: [...(isMentor ? (["mentor"] as const) : []), ...(isMentee ? (["mentee"] as const) : [])],
    registeredAt: at.toISOString(),
  }));
}

interface RelationshipRow {
  id: string;
  at: Date;
  mentee: string | null;
  mentor: string | null;
  agreedUntil: Date;
  endedAt: Date | null;
  meetingsHeld: number;
  firstMetAt: Date | null;
  minutes: number;
}

export async function pageOfRelationships(query: PageQuery): Promise<ListPage<typeof RelationshipItem>> {
  const rows = await db().$queryRaw<RelationshipRow[]>`
    SELECT r."id", r."startedAt" AS "at", r."agreedUntil", r."endedAt",
      CASE WHEN mentee."erasedAt" IS NULL THEN mentee."number" END AS "mentee",
      CASE WHEN mentor."erasedAt" IS NULL THEN mentor."number" END AS "mentor",
      held."count" AS "meetingsHeld", least(r."firstConversationAt", held."first") AS "firstMetAt", held."minutes"
    FROM (
      SELECT r."id", r."startedAt", r."agreedUntil", r."endedAt", r."firstConversationAt", r."menteeId", r."mentorId"
      FROM "relationships" r WHERE ${isFurther(query, Prisma.sql`r."startedAt"`, Prisma.sql`r."id"`)}
      ORDER BY r."startedAt", r."id" LIMIT ${query.limit + 1}
    ) r
    JOIN "members" mentee ON mentee."id" = r."menteeId" JOIN "members" mentor ON mentor."id" = r."mentorId"
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS "count", min(m."startsAt") AS "first",
        coalesce(sum(extract(epoch FROM m."endsAt" - m."startsAt")) / 60, 0)::integer AS "minutes"
      FROM "meetings" m WHERE m."relationshipId" = r."id" AND m."status" = 'held'
    ) held
    ORDER BY r."startedAt", r."id"`;
  return toPage(rows, query, ({ id, mentee, mentor, at, agreedUntil, endedAt, meetingsHeld, firstMetAt, minutes }) => ({
    id,
    mentee,
    mentor,
    beganAt: at.toISOString(),
    agreedUntil: agreedUntil.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    meetingsHeld,
    firstMetAt: firstMetAt?.toISOString() ?? null,
    hours: Math.round((minutes / 60) * 100) / 100,
  }));
}

interface MeetingRow {
  id: string;
  relationshipId: string;
  startsAt: Date;
  endsAt: Date;
  status: z.infer<typeof MeetingItem>["state"];
  at: Date;
}

/** In the order of their last change, so that one that changes while somebody reads comes again at the end. */
export async function pageOfMeetings(query: PageQuery): Promise<ListPage<typeof MeetingItem>> {
  const rows = await db().$queryRaw<MeetingRow[]>`
    SELECT m."id", m."relationshipId", m."startsAt", m."endsAt", m."status", m."movedAt" AS "at" FROM "meetings" m
    WHERE ${isFurther(query, Prisma.sql`m."movedAt"`, Prisma.sql`m."id"`)}
    ORDER BY m."movedAt", m."id" LIMIT ${query.limit + 1}`;
  return toPage(rows, query, ({ id, relationshipId, startsAt, endsAt, status, at }) => ({
    id,
    relationship: relationshipId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    state: status,
    changedAt: at.toISOString(),
  }));
}

function isFurther({ after, since }: PageQuery, at: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  const cursor = readCursor(after);
  const further = cursor ? Prisma.sql`(${at}, ${id}) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.sql`true`;
  return since ? Prisma.sql`${at} >= ${since}::timestamptz AND ${further}` : further;
}

function toPage<Row extends { id: string; at: Date }, Item>(rows: Row[], { limit }: PageQuery, toItem: (row: Row) => Item) {
  return { data: rows.slice(0, limit).map(toItem), next: cursorAfter(rows, limit, ({ at }) => at) };
}
