import { expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { dieEverywhere, type Moment, runDying } from "@/testing/child";
import { insertMember, viewerOf } from "@/testing/people";
import { type Life, live } from "@/testing/privacy/lives";
import { dumpOpened, fillWithTokens } from "@/testing/privacy/tokens";
import { onDay } from "@/testing/proposals/examples";
import { erase } from "./commands";

const NOW = onDay(2);
const staff = viewerOf(await insertMember({ staff: "staff" }));

/** What was told and written down about this erasing, sorted. */
async function tell({ me, people }: Life): Promise<string[]> {
  const readers = [me, ...Object.values(people)].map(({ id }) => id);
  const role = (id: string) => (id === me.id ? "me" : Object.entries(people).find(([, one]) => one.id === id)?.[0]);
  const mails = await db().mail.findMany({
    where: { createdAt: NOW, memberId: { in: readers } },
    select: { kind: true, memberId: true },
  });
  const facts = await db().auditEvent.findMany({
    where: { at: NOW, fact: { in: ["erased", "withdrawn", "ended"] }, OR: [{ subjectId: me.id }, { actorId: me.id }] },
    select: { fact: true },
  });
  return [...mails.map(({ kind, memberId }) => `${kind} to ${role(memberId)}`), ...facts.map(({ fact }) => fact)].sort();
}

async function eraseKilledAt(life: Life, nth: number, moment: Moment): Promise<boolean> {
  const args = [String(nth), moment, life.me.id, JSON.stringify(staff), NOW.toISOString()];
  return runDying("testing/privacy/killed-erasure.ts", args);
}

test("an erasing that dies at any of its statements is done by doing it again, and told once", {
  timeout: 3_600_000,
}, async () => {
  const whole = await live();
  expect(await erase(whole.me.id, staff, NOW)).toMatchObject({ ok: true });
  const told = await tell(whole);
  expect(told.filter((one) => one === "account-erased to me" || one === "erased")).toEqual(["account-erased to me", "erased"]);

  const deaths = await dieEverywhere(6, async (nth, moment) => {
    const life = await live();
    const tokens = await fillWithTokens(life.me.id);
    const wasKilled = await eraseKilledAt(life, nth, moment);
    expect(await erase(life.me.id, staff, NOW)).toMatchObject({ ok: true });
    expect(await tell(life), `killed at statement ${nth}, ${moment}`).toEqual(told);
    // The last mail forgets where it went.
    await deliverMails(NOW);
    const after = await dumpOpened();
    expect(tokens.filter(({ token }) => after.includes(token))).toEqual([]);
    return wasKilled;
  });
  expect(deaths).toBeGreaterThan(0);
});
