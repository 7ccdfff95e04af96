import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type TestMember, viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";

/** A proposal from one to the other, now or at another time, by the product's own command. Returns its id. */
export async function propose(mentee: TestMember, mentor: TestMember, at?: Date): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, at ?? (await readNow()));
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

/** The same, and accepted: two partners. Returns the relationship's id. */
export async function begin(mentee: TestMember, mentor: TestMember, at?: Date): Promise<string> {
  const now = at ?? (await readNow());
  const id = await propose(mentee, mentor, now);
  const accepted = await proposals.accept(viewerOf(mentor), id, 1, DEFAULT_SETTINGS, now);
  if (!accepted.ok) throw new Error(accepted.reason);
  return id;
}

/** As if these proposals had been sent so many days earlier: nobody else's clock has to be moved. */
export async function backdate(proposalIds: readonly string[], days: number): Promise<void> {
  await db().$executeRaw`
    UPDATE "proposals" SET "sentAt" = "sentAt" - back."days", "movedAt" = "movedAt" - back."days", "dueAt" = "dueAt" - back."days",
      "remindAt" = ARRAY(SELECT at - back."days" FROM unnest("remindAt") at), "expiresAt" = "expiresAt" - back."days"
    FROM (SELECT make_interval(days => ${days}::integer) AS "days") back WHERE "id" = ANY(${[...proposalIds]}::uuid[])`;
}
