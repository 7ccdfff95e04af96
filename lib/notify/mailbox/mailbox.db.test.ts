import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { insertMails, insertPair, later, NOW, type Pair } from "@/testing/mail/mails";
import { insertMember } from "@/testing/people";
import { getMailboxMail, listMailbox } from "./mailbox";
import { countWaiting, listFailed, oldestWaitingAt } from "./queries";

let pair: Pair;
let keys: string[];

beforeAll(async () => {
  pair = await insertPair();
  keys = await insertMails(
    pair,
    Array.from({ length: 30 }, () => "proposal-sent"),
  );
});

describe("the mailbox", () => {
  test("shows each mail once, a page at a time", async () => {
    const first = await listMailbox("", null);
    const second = await listMailbox("", first.older);
    expect([first.mails.length, second.mails.length, second.older]).toEqual([25, 5, null]);
    expect([...first.mails, ...second.mails].map(({ key }) => key)).toEqual([...keys].sort().reverse());
  });

  test("finds mail by a part of the recipient's name or address, whatever characters are in it", async () => {
    const percent = await insertMember({ name: "Per_Cent 100%", email: "odd@example.org" });
    const row = { key: randomUUID(), memberId: percent.id, kind: "proposal-sent", createdAt: NOW, nextAttemptAt: later(60) };
    await db().mail.create({ data: row, select: { key: true } });
    for (const recipient of ["100%", "per_", "ODD@", " odd "]) {
      expect((await listMailbox(recipient, null)).mails.map(({ recipient }) => recipient)).toEqual(["Per_Cent 100%"]);
    }
    expect((await listMailbox("nobody", null)).mails).toEqual([]);
    await db().mail.delete({ where: { key: row.key }, select: { key: true } });
  });

  test("shows a mail as it went out, and nothing for a key that is none", async () => {
    const [key = ""] = await insertMails(pair, ["proposal-reminder"]);
    expect(await getMailboxMail(key)).toMatchObject({ status: "waiting", subject: null, address: pair.mentor.email });
    await deliverMails(NOW, { budgetSeconds: 600 });
    expect(await getMailboxMail(key)).toMatchObject({
      status: "sent",
      subject: "Amina Okafor is waiting for your answer",
      html: expect.stringContaining("<html"),
      text: expect.stringContaining("Hello Gareth Pugh,"),
    });
    expect(await getMailboxMail("no such key")).toBeNull();
  });
});

test("health and staff see how much waits, since when, and what failed", async () => {
  expect([await countWaiting(), await oldestWaitingAt()]).toEqual([0, null]);
  const [strange = ""] = await insertMails(pair, ["no-such-kind"]);
  expect([await countWaiting(), await oldestWaitingAt()]).toEqual([1, NOW]);
  await deliverMails(NOW, { budgetSeconds: 600 });
  expect(await countWaiting()).toBe(0);
  expect(await listFailed(10)).toMatchObject([
    { key: strange, attempts: 1, lastError: expect.stringContaining("no-such-kind") },
  ]);
});
