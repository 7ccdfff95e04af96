import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { needsFacts, readSetup, type SetupFacts } from "./setup";

const EVERYTHING: SetupFacts = {
  hasMember: true,
  hasSentMail: true,
  hasRegister: true,
  hasOwnPrivacyPolicy: true,
  hasOwnContract: true,
  hasSecondAdmin: true,
};

/** Once everything is there it hardly goes away again, so this process asks no more. */
let isComplete = false;

/** What a new society has to do, for its administrators; nothing for others. At most one query, and none once all is done. */
export async function findSetup(viewer: Viewer, settings: Settings): Promise<ReturnType<typeof readSetup>> {
  if (viewer.staff !== "admin") return [];
  const facts = isComplete || !needsFacts(settings, env()) ? EVERYTHING : await askDatabase();
  isComplete = Object.values(facts).every(Boolean) && facts !== EVERYTHING ? true : isComplete;
  return readSetup(settings, env(), facts);
}

async function askDatabase(): Promise<SetupFacts> {
  const [facts] = await db().$queryRaw<SetupFacts[]>`
    SELECT
      EXISTS (SELECT FROM "members" WHERE "staff" = 'none' AND "lastSignedInAt" IS NOT NULL) AS "hasMember",
      EXISTS (SELECT FROM "mails" WHERE "status" = 'sent') AS "hasSentMail",
      EXISTS (SELECT FROM "register_entries") AS "hasRegister",
      EXISTS (SELECT FROM "documents" WHERE "slug" = 'privacy' AND "publishedAt" IS NOT NULL) AS "hasOwnPrivacyPolicy",
      EXISTS (SELECT FROM "documents" WHERE "slug" = 'contract' AND "publishedAt" IS NOT NULL) AS "hasOwnContract",
      (SELECT count(*) FROM (
        SELECT FROM "members" WHERE "staff" = 'admin' AND "staff" <> 'none' AND "status" = 'active' LIMIT 2) AS few) = 2 AS "hasSecondAdmin"`;
  if (!facts) throw new Error("The database said nothing about the society.");
  return facts;
}
