import { keyCursorAfter, readKeyCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { type Matter, readMatter, type WrittenMatter } from "@/lib/people/auth/news";
import type { MailChoices } from "./groups";
import type { NoticeData } from "./notice";

export interface NotificationItem {
  key: string;
  kind: string;
  role: Role | null;
  proposalId: string | null;
  /** Null when the other member is not there any more. */
  partnerName: string | null;
  data: NoticeData;
  createdAt: Date;
  readAt: Date | null;
  /** What has become of what it is about; null once it has been read. */
  matter: Matter | null;
}

export interface NotificationPage {
  items: NotificationItem[];
  /** What to ask for to see older ones; null at the end. */
  older: string | null;
}

const PAGE_SIZE = 20;

/** The viewer's own notifications, newest first, a page at a time. A cursor that is not one gives the first page. */
export async function listNotifications(viewer: Viewer, cursor: string | null = null): Promise<NotificationPage> {
  const before = readKeyCursor(cursor);
  const rows = await db().$queryPrepared<(Omit<NotificationItem, "matter"> & { matter: WrittenMatter | null })[]>`
    SELECT n."key", n."kind", n."role", n."proposalId", n."data", n."createdAt", n."readAt", m."name" AS "partnerName",
      CASE WHEN n."readAt" IS NULL THEN notice_matter(n."proposalId", n."data") END AS "matter"
    FROM "notifications" n LEFT JOIN "members" m ON m."id" = n."aboutId"
    WHERE n."memberId" = ${viewer.memberId}::uuid
      ${before ? Prisma.sql`AND (n."createdAt", n."key") < (${before.at}::timestamptz, ${before.key})` : Prisma.empty}
    ORDER BY n."createdAt" DESC, n."key" DESC
    LIMIT ${PAGE_SIZE + 1}`;
  const items = rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, matter: row.matter && readMatter(row.matter) }));
  return { items, older: keyCursorAfter(rows, PAGE_SIZE) };
}

/** How a member wants the mails of each group that they have not left as it was. */
export async function findChoices({ memberId }: Pick<Viewer, "memberId">): Promise<MailChoices> {
  const rows = await db().notificationChoice.findMany({ where: { memberId }, select: { group: true, choice: true } });
  return Object.fromEntries(rows.map(({ group, choice }) => [group, choice]));
}
