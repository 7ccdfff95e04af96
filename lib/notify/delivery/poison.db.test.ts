import { beforeEach, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Outcome } from "@/lib/notify/outbox/mail";
import { insertMails, insertPair, later, NOW, type Pair } from "@/testing/mail/mails";

const FINE: Outcome = { kind: "accepted", providerId: "fine" };
let pair: Pair;
let keys: string[];

beforeEach(async () => {
  await db().mail.deleteMany();
  pair = await insertPair();
  keys = await insertMails(pair, ["proposal-sent", "proposal-sent", "proposal-sent"]);
});

const deliver = (send: (key: string) => Outcome, at = NOW) =>
  deliverMails(at, { budgetSeconds: 600, transport: { send: async ({ key }) => send(key) } });

const statuses = async () =>
  new Map((await db().mail.findMany({ select: { key: true, status: true } })).map(({ key, status }) => [key, status]));

async function othersAreSent(): Promise<void> {
  const now = await statuses();
  expect(keys.slice(1).map((key) => now.get(key))).toEqual(["sent", "sent"]);
}

test.each([
  ["a meeting that is no id", { data: { meetingId: "x" }, kind: "meeting-arranged" }],
  ["a letter that is no id", { data: { letterId: "x" }, kind: "letter" }],
  ["a link that is no text", { data: { linkId: { a: 1 } } }],
  ["no data at all", { data: Prisma.JsonNull }],
  ["data that is a list", { data: [1, 2] }],
  ["headers that are none", { headers: "x" }],
  ["a kind of its own", { kind: "meeting-" }],
])("a mail with %s holds up no other, is tried again a few times, and is given up", async (_what, data) => {
  const [poison = ""] = keys;
  await db().mail.update({ where: { key: poison }, data: data as Prisma.MailUpdateInput, select: { key: true } });
  await deliver(() => FINE);
  await othersAreSent();
  for (let minutes = 1; minutes < 3000; minutes *= 2) await deliver(() => FINE, later(minutes));
  expect((await statuses()).get(poison)).not.toBe("waiting");
});

test("a way out that breaks for one mail breaks for no other", async () => {
  await deliver((key) => {
    if (key === keys[0]) throw new Error("broken");
    return FINE;
  });
  await othersAreSent();
  expect(await db().mail.findFirst({ where: { key: keys[0] as string } })).toMatchObject({
    status: "waiting",
    lastError: "It could not be sent: broken",
  });
});

test("words of the provider that the database does not keep are kept without them", async () => {
  await deliver((key) => (key === keys[0] ? { kind: "refused", reason: "no\0 \ud800." } : FINE));
  await othersAreSent();
  expect(await db().mail.findFirst({ where: { key: keys[0] as string } })).toMatchObject({
    status: "failed",
    lastError: "no \ufffd.",
  });
});
