import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import type { OutgoingMail } from "@/lib/notify/outbox/mail";
import { CERTIFICATE } from "@/testing/mail/certificate";
import { LOGIN, type MailServer, type SmtpMood, startMailServer } from "@/testing/mail/smtp-server";
import { messageIdOf, smtpTransport } from "./smtp";

const MAIL: OutgoingMail = {
  key: "proposal-sent:1",
  from: '"Institute of Applied Practice" <connect@society.test>',
  replyTo: "help@society.test",
  toAddress: "ann+society@example.org",
  subject: "Zoë Müller asks you to be their mentor",
  html: "<p>Hello Zoë,</p>",
  text: "Hello Zoë,\n.\nA line with a single dot is above.",
  headers: {
    "List-Unsubscribe": `<https://mentoring.society.test/api/unsubscribe/${"a".repeat(120)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
  calendar: null,
};
const CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

const open: MailServer[] = [];
const start = async (options?: Parameters<typeof startMailServer>[0]) => {
  const mail = await startMailServer(options);
  open.push(mail);
  return mail;
};
/** With time enough for a busy machine, unless the server is not to answer. */
const through = ({ server }: MailServer, changes: object = {}) =>
  smtpTransport({ server, ca: CERTIFICATE, connectSeconds: 30, mailSeconds: 30, ...changes });

afterEach(async () => {
  for (const mail of open.splice(0)) await mail.close();
});

test("a mail arrives as it was written, by STARTTLS, with its headers and a Message-ID of its key", async () => {
  const mail = await start({ asksLogin: true });
  const messageId = messageIdOf(MAIL.key, MAIL.from);
  expect(await through(mail).send(MAIL)).toEqual({ kind: "accepted", providerId: messageId });
  const [{ source, ...envelope } = { source: "" }] = mail.received;
  expect(envelope).toEqual({ messageId, from: "connect@society.test", to: ["ann+society@example.org"] });
  expect(messageId).toMatch(/^<[0-9a-f]{40}@society\.test>$/);
  const unfolded = source.replace(/\r\n[ \t]+/g, " ");
  expect(unfolded).toContain("From: Institute of Applied Practice <connect@society.test>\r\n");
  expect(unfolded).toContain("To: ann+society@example.org\r\n");
  expect(unfolded).toContain("Reply-To: help@society.test\r\n");
  expect(unfolded).toContain(`List-Unsubscribe: ${MAIL.headers["List-Unsubscribe"]}\r\n`);
  expect(unfolded).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  expect(unfolded).toContain("Auto-Submitted: auto-generated\r\n");
  expect(unfolded).toContain("Content-Type: multipart/alternative");
  expect(unfolded).not.toContain("text/calendar");
  for (const line of source.split("\r\n")) expect(line.length).toBeLessThan(998);
});

test("an invitation brings its calendar file, with the method in its type", async () => {
  const mail = await start();
  await through(mail).send({ ...MAIL, calendar: CALENDAR });
  const source = mail.received[0]?.source.replace(/\r\n[ \t]+/g, " ") ?? "";
  expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
  expect(source).toContain("filename=meeting.ics");
  const [, body = ""] = /text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(source) ?? [];
  expect(Buffer.from(body, "base64").toString()).toBe(CALENDAR);
});

test("an address that looks like a list is one address, and none of it becomes a header", async () => {
  const mail = await start();
  const outcome = await through(mail).send({ ...MAIL, toAddress: "a@example.org, b@example.org\r\nBcc: c@example.org" });
  expect(outcome.kind).toBe("refused");
  expect(mail.received).toEqual([]);
});

const greylist: SmtpMood = { at: "recipient", code: 450, says: "4.2.0 Greylisted, try again in 300 seconds" };

test.each<[string, SmtpMood, string]>([
  ["greylists", greylist, "unavailable"],
  ["has a full disk", { at: "end", code: 452 }, "unavailable"],
  ["is closing in the middle of a mail", { at: "recipient", code: 421 }, "unavailable"],
  ["does not know the recipient", { at: "recipient", code: 550 }, "refused"],
  ["does not like what the mail says", { at: "end", code: 554 }, "refused"],
  ["finds the mail too large", { at: "sender", code: 552 }, "refused"],
  ["does not let us send from this address", { at: "sender", code: 553 }, "unavailable"],
  ["drops the connection after it took the mail", "cut", "unavailable"],
  ["never answers", "silent", "unavailable"],
])("a server that %s: %j means %s", async (_what, mood, kind) => {
  const mail = await start();
  mail.mood = () => mood;
  const outcome = await through(mail, mood === "silent" ? { mailSeconds: 1 } : {}).send(MAIL);
  expect(outcome).toMatchObject({ kind });
  if (typeof mood === "object") expect(outcome).toMatchObject({ reason: expect.stringContaining(String(mood.code)) });
});

describe("a server that", () => {
  test("has too many connections limits us, and the mail is not to blame", async () => {
    const mail = await start({ greets: 421 });
    expect(await through(mail).send(MAIL)).toMatchObject({ kind: "limited", retryAfterSeconds: null });
  });

  test("wants nothing from us at all makes mail wait, because somebody can mend that", async () => {
    const mail = await start({ greets: 554 });
    expect(await through(mail).send(MAIL)).toMatchObject({ kind: "unavailable" });
  });

  test("does not know our password makes mail wait, and the reason names no password", async () => {
    const mail = await start({ asksLogin: true });
    const server = { ...mail.server, login: { ...LOGIN, pass: "a wrong one" } };
    const outcome = await through({ ...mail, server }).send(MAIL);
    expect(outcome).toMatchObject({ kind: "unavailable", reason: expect.stringContaining("535") });
    expect(JSON.stringify(outcome)).not.toContain("wrong one");
  });

  test("offers no STARTTLS gets nothing, unless SMTP_URL says so", async () => {
    const mail = await start({ isPlain: true });
    expect(await through({ ...mail, server: { ...mail.server, tls: "required" } }).send(MAIL)).toMatchObject({
      kind: "unavailable",
    });
    expect(mail.received).toEqual([]);
    expect(await through({ ...mail, server: { ...mail.server, tls: "optional" } }).send(MAIL)).toMatchObject({
      kind: "accepted",
    });
    expect(await through(mail).send(MAIL)).toMatchObject({ kind: "accepted" });
  });

  test("has a certificate of somebody else gets nothing", async () => {
    const mail = await start();
    expect(await smtpTransport({ server: mail.server, mailSeconds: 1 }).send(MAIL)).toMatchObject({ kind: "unavailable" });
    expect(mail.received).toEqual([]);
  });

  test("is not there, or accepts a connection and says nothing, makes mail wait no longer than it may", async () => {
    const sockets: Socket[] = [];
    const silence = createServer((socket) => void sockets.push(socket)).listen(0, "127.0.0.1");
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      silence.close();
    });
    await new Promise((ready) => silence.once("listening", ready));
    const { port } = silence.address() as AddressInfo;
    for (const at of [port, 9]) {
      const transport = smtpTransport({
        server: { host: "127.0.0.1", port: at, tls: "off", login: null },
        connectSeconds: 0.3,
      });
      expect(await transport.send(MAIL)).toMatchObject({ kind: "unavailable" });
    }
  });
});

test("a repeat after a lost answer is the same mail to every mailbox", async () => {
  const mail = await start();
  mail.mood = (_to, number) => (number === 1 ? "unheard" : "well");
  const transport = through(mail, { mailSeconds: 3 });
  expect(await transport.send(MAIL)).toMatchObject({ kind: "unavailable" });
  expect(await transport.send(MAIL)).toMatchObject({ kind: "accepted" });
  expect(mail.received).toHaveLength(2);
  expect(mail.shown()).toEqual([messageIdOf(MAIL.key, MAIL.from)]);
});

test("many mails share three connections, and one that is refused disturbs none of the others", async () => {
  const mail = await start();
  mail.mood = (to) => (to === "nobody@example.org" ? { at: "recipient", code: 550 } : "well");
  const transport = through(mail);
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      transport.send({ ...MAIL, key: `k${i}`, toAddress: i === 7 ? "nobody@example.org" : `reader${i}@example.org` }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === "accepted")).toHaveLength(39);
  expect(mail.shown()).toHaveLength(39);
  expect(mail.mostAtOnce).toBeLessThanOrEqual(3);
});
