import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { CERTIFICATE } from "@/testing/mail/certificate";
import { insertMails, insertPair, later, NOW, type Pair } from "@/testing/mail/mails";
import { type MailServer, startMailServer } from "@/testing/mail/smtp-server";
import type { DeliveryOptions } from "./deliver";
import { messageIdOf, smtpTransport } from "./smtp";

let pair: Pair;
let mail: MailServer;
let through: Partial<DeliveryOptions>;

/** Through the server, with so many seconds for a mail: few where it is not to answer, else enough for a busy machine. */
const within = (seconds: number): Partial<DeliveryOptions> => ({
  transport: smtpTransport({ server: mail.server, ca: CERTIFICATE, connectSeconds: seconds, mailSeconds: seconds }),
  budgetSeconds: 600,
});

beforeAll(async () => {
  pair = await insertPair();
});

beforeEach(async () => {
  mail = await startMailServer();
  through = within(30);
});

afterEach(async () => {
  await mail.close();
  await db().mail.deleteMany();
});

const insert = (count: number) =>
  insertMails(
    pair,
    Array.from({ length: count }, () => "proposal-sent"),
  );
const ids = (keys: string[]) => keys.map((key) => messageIdOf(key, "connect@example.org")).sort();
const findOne = (key: string | undefined) => db().mail.findUniqueOrThrow({ where: { key: key ?? "" } });

test("mails leave through the server, and each row says under which Message-ID", async () => {
  const keys = await insert(20);
  expect(await deliverMails(NOW, through)).toEqual({ sent: 20, failed: 0, retried: 0, overtaken: 0 });
  expect(mail.shown().sort()).toEqual(ids(keys));
  expect(mail.received).toHaveLength(20);
  expect(await findOne(keys[0])).toMatchObject({ status: "sent", providerId: ids(keys.slice(0, 1))[0] });
});

test("a greylisted mail goes out at the second attempt, and a refused one fails with the server's words", async () => {
  const [key] = await insert(1);
  mail.mood = () => ({ at: "recipient", code: 450, says: "4.2.0 Greylisted, try again in 60 seconds" });
  expect(await deliverMails(NOW, through)).toMatchObject({ retried: 1 });
  expect(await findOne(key)).toMatchObject({ status: "waiting", lastError: expect.stringContaining("Greylisted") });
  mail.mood = () => "well";
  expect(await deliverMails(later(2), through)).toMatchObject({ sent: 1 });
  const [unknown] = await insert(1);
  mail.mood = () => ({ at: "recipient", code: 550, says: "5.1.1 User unknown" });
  expect(await deliverMails(later(2), through)).toMatchObject({ failed: 1 });
  expect(await findOne(unknown)).toMatchObject({
    status: "failed",
    attempts: 1,
    lastError: expect.stringContaining("User unknown"),
  });
});

test.each(["silent", "cut", "unheard"] as const)(
  "a server that is %s delays mail, loses none and shows none twice",
  async (mood) => {
    const keys = await insert(6);
    mail.mood = () => mood;
    expect(await deliverMails(NOW, within(1))).toMatchObject({ sent: 0, retried: 6 });
    mail.mood = () => "well";
    expect(await deliverMails(later(2), through)).toMatchObject({ sent: 6 });
    expect(mail.shown().sort()).toEqual(ids(keys));
  },
);

test("a server that closed our connection meanwhile gets the next mail over a new one", async () => {
  await insert(1);
  expect(await deliverMails(NOW, through)).toMatchObject({ sent: 1 });
  mail.hangUp();
  await insert(1);
  expect(await deliverMails(NOW, through)).toMatchObject({ sent: 1, retried: 0 });
  expect(mail.connections).toBe(2);
});
