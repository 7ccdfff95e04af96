import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { NOTICES } from "@/lib/entrypoints/notices";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import { DEFAULT_SETTINGS as settings } from "@/lib/society/settings/settings";
import { insertMails, insertPair, NOW, type Pair } from "@/testing/mail/mails";
import { insertMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { backToOurs, restoreWords, saveWords, sendTest } from "./commands";
import { listUnfit } from "./fit";
import { listEditable } from "./list";
import type { MailOf } from "./mail-words";
import { renderExample } from "./preview";
import { findCast, findPublished, findSaved, listVersions } from "./queries";
import { shapeOf, toTexts } from "./texts";

let admin: Viewer;
let pair: Pair;

beforeAll(async () => {
  admin = viewerOf(await insertMember({ name: "Helen Marsh", staff: "admin" }));
  pair = await insertPair();
});

const OURS = "{{partner}} has been waiting for your answer for {{days}}";
const passagesOf = (kind: string) => listEditable(NOTICES, kind) ?? expect.fail(kind);
const boxOf = (kind: string, ours: string) =>
  passagesOf(kind).find((one) => one.ours.startsWith(ours))?.field ?? expect.fail(ours);

/** The form of a kind with ours in every box, apart from those that begin with these words. */
function typed(kind: string, changes: Record<string, string>) {
  const texts = { ...toTexts(passagesOf(kind), new Map(), new Map()) };
  for (const [ours, own] of Object.entries(changes)) texts[boxOf(kind, ours)] = own;
  return texts;
}

function save(mails: MailOf, base: number, changes: Record<string, string>, isPublishing = true, actor = admin) {
  const edit = { typed: typed(mails.kind, changes), base, take: [], isPublishing, shape: shapeOf(passagesOf(mails.kind)) };
  return saveWords(actor, edit, mails, NOTICES, NOW);
}

async function read(kind: string, to: Pair = pair): Promise<{ subject: string | null; text: string }> {
  const [key = ""] = await insertMails(to, [kind]);
  await deliverMails(NOW, { budgetSeconds: 600 });
  const mail = await getMailboxMail(key);
  return { subject: mail?.subject ?? null, text: mail?.text?.replace(/\s+/g, " ") ?? "" };
}

const REMINDER: MailOf = { kind: "proposal-reminder", programmeId: null };

test("nobody but an administrator changes the words, and nobody those of a mail that there is not", async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const refused = { ok: false, reason: "admin-only" };
  expect(await save(REMINDER, 0, {}, true, staff)).toEqual(refused);
  expect(await restoreWords(staff, REMINDER, 0, NOTICES, NOW)).toEqual(refused);
  expect(await backToOurs(staff, REMINDER, NOTICES, NOW)).toEqual(refused);
  const missing = { ok: false, reason: "not-found" };
  expect(await backToOurs(admin, { kind: "no-such-kind", programmeId: null }, NOTICES, NOW)).toEqual(missing);
  expect(await backToOurs(admin, { ...REMINDER, programmeId: randomUUID() }, NOTICES, NOW)).toEqual(missing);
  // A password has nothing to do with a programme.
  const programmeId = await openProgramme(admin, NOW);
  expect(await backToOurs(admin, { kind: "reset-password", programmeId }, NOTICES, NOW)).toEqual(missing);
});

test("a draft is in no mail; what is published is in the next one; an earlier version comes back; and so does ours", async () => {
  const ours = await read("proposal-reminder");
  expect(await save(REMINDER, 0, { [OURS]: "It has been {{days}}." }, false)).toMatchObject({ ok: true });
  expect(await read("proposal-reminder")).toEqual(ours);
  const words = {
    "{{partner}} is waiting": "A gentle reminder of {{partner}}",
    [OURS]: "It has been {{days}}.\n\n{{Mentors}}",
  };
  expect(await save(REMINDER, 1, words)).toMatchObject({ ok: false, reason: "unfit" });
  words[OURS] = "It has been {{days}} since {{partner}} asked.\n\n{{mentors}} are busy, we know.";
  expect(await save(REMINDER, 1, words)).toMatchObject({ ok: true });
  const own = await read("proposal-reminder");
  expect(own.subject).toBe("A gentle reminder of Amina Okafor");
  expect(own.text).toContain("It has been 7 days since Amina Okafor asked. Mentors are busy, we know.");
  expect(own.text).toContain("You can answer until");
  expect(await backToOurs(admin, REMINDER, NOTICES, NOW)).toEqual({ ok: true, value: null });
  expect(await backToOurs(admin, REMINDER, NOTICES, NOW)).toEqual({ ok: false, reason: "ours-already" });
  expect(await read("proposal-reminder")).toEqual(ours);
  expect(await restoreWords(admin, REMINDER, 2, NOTICES, NOW)).toEqual({ ok: true, value: null });
  expect(await read("proposal-reminder")).toEqual(ours);
  const { newest } = await findSaved(REMINDER);
  expect(newest).toMatchObject({ number: 4, publishedAt: null, authorName: "Helen Marsh" });
  expect(newest?.passages.map(({ part }) => part)).toEqual(["subject", "paragraph"]);
  const versions = await listVersions(REMINDER);
  expect(versions.map(({ number, publishedAt }) => [number, publishedAt !== null])).toEqual([
    [4, false],
    [3, true],
    [2, true],
    [1, false],
  ]);
  const audited = await db().auditEvent.findMany({ where: { subject: "mail-words" }, orderBy: { id: "asc" } });
  expect(audited.map(({ fact }) => fact)).toEqual(["drafted", "published", "given-back", "restored"]);
  expect(JSON.stringify(audited, (_, value) => (typeof value === "bigint" ? null : value))).not.toContain("gentle");
});

test("a programme says it its own way, and takes the rest from the society", async () => {
  const programmeId = await openProgramme(admin, NOW);
  const kind = "proposal-withdrawn";
  await save({ kind, programmeId: null }, 0, {
    "{{partner}} has withdrawn": "The society: {{partner}}",
    "There is nothing you need to do.": "No need to act.",
  });
  await save({ kind, programmeId }, 0, { "{{partner}} has withdrawn": "The programme: {{partner}}" });
  const theirs = await insertPair();
  await db().proposal.update({ where: { id: theirs.proposalId }, data: { programmeId }, select: { id: true } });
  expect((await read(kind)).subject).toBe("The society: Amina Okafor");
  expect((await read(kind, theirs)).subject).toBe("The programme: Amina Okafor");
});

test("of two who change the same passage at once, the second is shown both, and of two versions one is kept", async () => {
  const mails = { kind: "partner-back", programmeId: null };
  const subject = "{{partner}} can be reached on";
  const both = await Promise.all([save(mails, 0, { [subject]: "One" }), save(mails, 0, { [subject]: "Two" })]);
  expect(both.map((result) => (result.ok ? "saved" : result.reason)).sort()).toEqual(["clash", "saved"]);
  expect(await listVersions(mails)).toHaveLength(1);
  const edit = { typed: {}, base: 1, take: [], isPublishing: true, shape: "of an earlier release" };
  expect(await saveWords(admin, edit, mails, NOTICES, NOW)).toEqual({ ok: false, reason: "other-passages" });
});

test("words that no longer fit are not used, no mail fails because of them, and staff are told", async () => {
  const kind = "account-approved";
  const passages = [
    { part: "subject", ours: "Your account on {{product}} has been approved", own: "Approved by {{gone}}" },
    { part: "paragraph", ours: "A passage of an earlier release.", own: "Never read" },
    { part: "preview", ours: "You can sign in now.", own: "Come in." },
  ];
  const row = { id: randomUUID(), kind, number: 1, passages, createdAt: NOW, publishedAt: NOW };
  await db().mailWords.create({ data: row, select: { id: true } });
  const { subject, text } = await read(kind);
  expect(subject).toBe("Your account on Connect has been approved");
  expect(text).not.toContain("Never read");
  expect(listUnfit(NOTICES, await findPublished(null))).toEqual([kind]);
});

test("a test goes to the administrator alone, once, with the names of members", async () => {
  const kind = "proposal-sent";
  const cast = await findCast();
  const viewer = { name: admin.name, email: admin.email };
  const wanted = { kind, role: "mentor", own: new Map(), cast, viewer, isTest: true } as const;
  const rendered = await renderExample(wanted, { settings, appUrl: "https://mentoring.example.org", notices: NOTICES }, NOW);
  const mail = { kind, formId: randomUUID(), aboutId: pair.mentee.id, rendered };
  expect(await sendTest(admin, mail, NOTICES, NOW)).toMatchObject({ ok: true });
  expect(await sendTest(admin, mail, NOTICES, NOW)).toMatchObject({ ok: true });
  expect(await deliverMails(NOW, { budgetSeconds: 600 })).toMatchObject({ sent: 1, failed: 0 });
  const sent = await db().mail.findMany({ where: { kind: "mail-test" } });
  expect(sent).toMatchObject([{ memberId: admin.memberId, toAddress: admin.email, subject: rendered.subject, status: "sent" }]);
  expect(rendered.subject).toBe("Amina Okafor asks you to be their mentor");
});
