import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sign } from "@/lib/mentoring/contracts/commands";
import { makeOffer } from "@/lib/mentoring/contracts/offer";
import { listContracts } from "@/lib/mentoring/contracts/queries";
import { write } from "@/lib/mentoring/reflections/commands";
import { getMailboxMail, listMailbox } from "@/lib/notify/mailbox/mailbox";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { viewerOf } from "@/testing/people";
import { dump, dumpOpened } from "@/testing/privacy/tokens";
import { onDay } from "@/testing/proposals/examples";
import { shareWords } from "@/testing/shared-words";

/** Unmistakable, and of letters alone, so that no encoding changes it. */
const WORD = "wehatethemerger";
const SHARED = ["message", "title", "details", "swot", "version", "gstar", "goal", "note"].map((end) => `${WORD}${end}`);
const NOW = onDay(2);

test("a dump of the database has no word of what two partners write, and no more has what was mailed about it", async () => {
  const { id, mentee, mentor } = await insertPartners();
  for (const member of [mentee, mentor]) {
    await shareWords(member, id, WORD, NOW);
    const words = { done: `${WORD}done`, learned: `${WORD}learned`, use: `${WORD}use`, free: "" };
    const entry = { heldOn: "2026-06-01", minutes: 60, isStructured: true, words, relationshipId: id };
    expect((await write(viewerOf(member), randomUUID(), null, entry, NOW)).ok).toBe(true);
    const viewer = viewerOf(member);
    const relationship = await findRelationship(viewer, id, NOW);
    if (!relationship) throw new Error("There is no such relationship.");
    const [begun = await makeOffer(viewer, relationship, DEFAULT_SETTINGS, NOW)] = await listContracts(viewer, id);
    const { name } = member;
    expect(await sign(viewer, id, { type: "sign", name, seen: begun.digest }, DEFAULT_SETTINGS, NOW)).toMatchObject({
      ok: true,
    });
  }
  await deliverMails(addDays(NOW, 1, "Europe/London"));
  expect(await db().mail.count({ where: { memberId: mentor.id, kind: "meeting-arranged", status: "sent" } })).toBe(1);
  const opened = await dumpOpened();
  for (const words of [...SHARED, ...["done", "learned", "use"].map((end) => `${WORD}${end}`)]) expect(opened).toContain(words);
  const plain = await dump();
  const linesOf = (text: string, table: string) =>
    text
      .split("\n")
      .filter((line) => line.startsWith(table))
      .join("\n");
  for (const { name } of [mentee, mentor]) {
    expect(linesOf(opened, "contracts")).toContain(name);
    expect(linesOf(plain, "contracts")).not.toContain(name);
  }
  expect(plain).toContain(mentor.email);
  expect(plain.toLowerCase()).not.toContain(WORD);
  expect(plain).not.toContain(Buffer.from(WORD).toString("base64").slice(0, -4));
});

test("the mailbox shows a mail about a meeting with its title, details and calendar file", async () => {
  const { id, mentee, mentor } = await insertPartners();
  await shareWords(mentee, id, WORD, NOW);
  await deliverMails(addDays(NOW, 1, "Europe/London"));
  const { key } = await db().mail.findFirstOrThrow({ where: { memberId: mentor.id, kind: "meeting-arranged" } });
  const mail = await getMailboxMail(key);
  for (const part of [mail?.html, mail?.text]) {
    expect(part).toContain(`${WORD}title`);
    expect(part).toContain(`${WORD}details`);
  }
  expect(mail).not.toHaveProperty("sealed");
  expect(mail?.calendar).toContain(`SUMMARY:${WORD}title`);
  const listed = (await listMailbox(mentor.email, null)).mails.find((one) => one.key === key);
  expect(listed).toMatchObject({ subject: mail?.subject, status: "sent" });
  expect(listed?.subject).toBeTruthy();
});
