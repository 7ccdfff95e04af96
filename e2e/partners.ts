import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { nextDue } from "@/lib/pairing/proposals/deadlines";
import { loadProposal } from "@/lib/pairing/proposals/load";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type TestMember, viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";

/**
 * A proposal from one to the other, now or at another time, by the product's own command. Returns its id. What the clock would have
 * reminded of by now it has, as if no day were missing: a sweep that another story asks for changes nothing while this one writes.
 */
export async function propose(mentee: TestMember, mentor: TestMember, at?: Date): Promise<string> {
  const now = await readNow();
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, at ?? now);
  if (!sent.ok) throw new Error(sent.reason);
  if (at) await settle(sent.value, now);
  return sent.value;
}

async function settle(id: string, now: Date): Promise<void> {
  const proposal = await loadProposal(id);
  const reminded = proposal?.reminders.findLast((reminder) => reminder.at <= now);
  if (!proposal || !reminded) return;
  const remindedDay = reminded.day;
  await db().proposal.update({ where: { id }, data: { remindedDay, dueAt: nextDue({ ...proposal, remindedDay }) } });
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
