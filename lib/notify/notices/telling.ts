import { Prisma } from "@/lib/foundation/db/client";
import { choosableGroups, type Notices } from "./define";

/**
 * Of people who are told something: the rows of a CTE `told` with "key", "to", "role", "kind", "proposalId", "aboutId",
 * "data" and "at". These parts of a statement write what follows from it, each under its key; nobody is told twice.
 */
export const NOTIFIED = Prisma.sql`
  notified AS (
    INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt")
    SELECT "key", "to", "role", "kind", "proposalId", "aboutId", "data", "at" FROM told
    ON CONFLICT DO NOTHING
  )`;

/**
 * The mail for each, as its reader has chosen for mails of that kind: due at once, held for the digest, or none. `notices`
 * are the definitions of the kinds that the statement may tell of.
 */
export const mailed = (notices: Notices) => Prisma.sql`
  mailed AS (
    INSERT INTO "mails" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt", "status", "nextAttemptAt")
    SELECT t."key", t."to", t."role", t."kind", t."proposalId", t."aboutId", t."data", t."at",
      CASE WHEN c."choice" = 'digest' THEN 'held' ELSE 'waiting' END, CASE WHEN c."choice" IS NULL THEN t."at" END
    FROM told t LEFT JOIN "notification_choices" c ON c."memberId" = t."to"
      AND c."group" = ${JSON.stringify(choosableGroups(notices))}::jsonb ->> t."kind"
    WHERE c."choice" IS DISTINCT FROM 'none'
    ON CONFLICT DO NOTHING
  )`;
