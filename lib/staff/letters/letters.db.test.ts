import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NOTICES } from "@/lib/entrypoints/notices";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { deliverDue } from "@/lib/notify/delivery/deliver";
import { whyOvertaken } from "@/lib/notify/delivery/overtaken";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, viewerOf } from "@/testing/people";
import { begin, discard, edit, send, sendTest, stop } from "./commands";
import { countFates, countOutcomes, findFirst, findLetter, listLetters, listRecipients, readLetter } from "./queries";
import { attend, tell } from "./save";
import { letterSweepStep, recipientSweepStep } from "./sweep-step";

const NOW = new Date("2026-11-29T09:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const TEXT = { subject: "News for {{name}}", words: "Dear {{name}},\n\nthere is news at {{society}}." };

/** A word that nobody else's name has, so that a test has a list of its own. */
const aWord = () => `Q${randomUUID().replaceAll("-", "").slice(0, 12)}`;

async function listOf(count: number) {
  const word = aWord();
  const members = [];
  for (let i = 0; i < count; i += 1) members.push(await insertMember({ name: `${word} ${i}`, isMentee: true }));
  return { members, filters: `?q=${word}` };
}

const aStaff = async () => viewerOf(await insertMember({ staff: "staff" }));

async function draftFor(
  staff: Awaited<ReturnType<typeof aStaff>>,
  filters: string,
  text = TEXT,
  memberId: string | null = null,
) {
  const begun = await begin(staff, { id: randomUUID(), memberId, filters, ...text }, NOW);
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value;
}

async function sent(staff: Awaited<ReturnType<typeof aStaff>>, filters: string, now = NOW, text = TEXT) {
  const id = await draftFor(staff, filters, text);
  expect(await send(staff, { id, seen: 1, at: null }, SETTINGS, now)).toMatchObject({ ok: true });
  return id;
}

async function runSweep(now: Date) {
  await sweep(letterSweepStep, now);
  await sweep(recipientSweepStep, now);
}

const mailsOf = (id: string) => db().mail.findMany({ where: { key: { contains: id } }, orderBy: { key: "asc" } });
const statusOf = async (id: string) => (await db().memberLetter.findUniqueOrThrow({ where: { id } })).status;

test("a draft reaches everybody on the list once, each under their own name, and nobody who joins it later", async () => {
  const staff = await aStaff();
  const { members, filters } = await listOf(3);
  const id = await draftFor(staff, filters);
  const letter = await findLetter(staff, id);
  if (!letter) throw new Error("there is no draft");
  expect(await countFates(staff, letter, SETTINGS, NOW)).toEqual({ fates: { mail: 3 }, pairs: null, isMore: false });
  const readers = await findFirst(staff, letter, SETTINGS, NOW);
  expect(readers.map(({ name }) => name).sort()).toEqual(members.map(({ name }) => name));
  await runSweep(NOW);
  expect(await mailsOf(id)).toEqual([]);
  expect(await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ ok: true });
  expect(await statusOf(id)).toBe("scheduled");
  await sweep(letterSweepStep, NOW);
  const late = await insertMember({ name: members[0]?.name ?? "" });
  await runSweep(later(1));
  await runSweep(later(2));
  const mails = await mailsOf(id);
  expect(mails.map(({ memberId, kind }) => [memberId, kind]).sort()).toEqual(
    members.map(({ id }) => [id, "letter-to-many"]).sort(),
  );
  expect(await db().notification.count({ where: { key: { contains: id } } })).toBe(3);
  expect(await statusOf(id)).toBe("sent");
  const [first] = members;
  if (!first) throw new Error("nobody");
  expect(await readLetter(viewerOf(first), id)).toMatchObject(TEXT);
  expect(await readLetter(viewerOf(late), id)).toBeNull();
  const facts = await db().auditEvent.findMany({ where: { fact: "letter-sent-to-many", actorId: staff.memberId } });
  expect(facts.map(({ data }) => data)).toEqual([{ letter: id, members: 3 }]);
  expect(JSON.stringify(facts, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain("news");
});

test("sweeps at once, and one that is killed in between, tell nobody twice", async () => {
  const staff = await aStaff();
  const { members, filters } = await listOf(40);
  const id = await sent(staff, filters);
  await Promise.all([sweep(letterSweepStep, NOW), sweep(letterSweepStep, NOW), sweep(letterSweepStep, NOW)]);
  expect(await countOutcomes(staff, id)).toEqual({ waiting: 40 });
  const due = (await recipientSweepStep.findDue(NOW, null, 1000)).filter(({ letterId }) => letterId === id);
  expect(await tell(due.slice(0, 10), NOW)).toBe(10);
  const killing = { ...recipientSweepStep, step: () => Promise.reject(new Error("killed")) };
  await sweep(killing, NOW);
  expect(await countOutcomes(staff, id)).toEqual({ waiting: 30, "on-its-way": 10 });
  // Both have found the same rows before either tells anybody.
  const told = await Promise.all([
    tell(due, NOW),
    tell(due, NOW),
    sweep(recipientSweepStep, NOW),
    sweep(recipientSweepStep, NOW),
  ]);
  expect(told).toHaveLength(4);
  await runSweep(later(1));
  expect(new Set((await mailsOf(id)).map(({ memberId }) => memberId)).size).toBe(members.length);
  expect(await mailsOf(id)).toHaveLength(members.length);
  expect(await statusOf(id)).toBe("sent");
  expect(await db().auditEvent.count({ where: { fact: "letter-sent-to-many", actorId: staff.memberId } })).toBe(1);
});

test("a list longer than one statement is read to its end, by whichever sweep is there, and counted once", async () => {
  const staff = await aStaff();
  const { members, filters } = await listOf(5);
  const id = await sent(staff, filters);
  const due = async () => (await letterSweepStep.findDue(NOW, null, 1000)).filter((letter) => letter.id === id);
  const [first, second] = [await due(), await due()];
  await Promise.all([attend(first, NOW, 2), attend(second, NOW, 2)]);
  await attend(await due(), NOW, 2);
  expect(await countOutcomes(staff, id)).toEqual({ waiting: members.length });
  const facts = await db().auditEvent.findMany({ where: { fact: "letter-sent-to-many", actorId: staff.memberId } });
  expect(facts.map(({ data }) => data)).toEqual([{ letter: id, members: members.length }]);
  // As a sweep leaves it that is killed after the first of them: the next one goes on from there.
  const [cut = ""] = members.map((member) => member.id).sort();
  await db().memberLetterRecipient.deleteMany({ where: { letterId: id, memberId: { not: cut } } });
  await db().memberLetter.update({ where: { id }, data: { readUpTo: cut, isRead: false }, select: { id: true } });
  await runSweep(later(1));
  expect(await mailsOf(id)).toHaveLength(members.length);
  expect(await statusOf(id)).toBe("sent");
});

test("what is foretold of each comes true, and is what decides about every mail", async () => {
  const staff = await aStaff();
  const { members, filters } = await listOf(6);
  const [plain, off, daily, blocked, suspended, deleted] = members.map(({ id }) => id);
  for (const [memberId = "", choice] of [
    [off, "none"],
    [daily, "digest"],
  ] as const)
    await db().notificationChoice.create({ data: { memberId, group: "news", choice, changedAt: NOW } });
  const address = members[3]?.email.toLowerCase() ?? "";
  await db().mailBlock.create({ data: { memberId: blocked ?? "", address, reason: "bounced", since: NOW } });
  for (const [id = "", status] of [
    [suspended, "suspended"],
    [deleted, "deleted"],
  ] as const)
    await db().member.update({ where: { id }, data: { status }, select: { id: true } });
  const id = await draftFor(staff, filters);
  const letter = await findLetter(staff, id);
  if (!letter) throw new Error("there is no draft");
  expect((await countFates(staff, letter, SETTINGS, NOW)).fates).toEqual({
    ...{ mail: 1, unsubscribed: 1, digest: 1, blocked: 1, suspended: 1, deleted: 1 },
  });
  const isMailed = (status: string, choice?: "none" | "digest", block: "bounced" | null = null) =>
    whyOvertaken(
      NOTICES,
      {
        ...{ kind: "letter-to-many", data: {}, proposal: null, block },
        recipient: { status, choices: choice ? { news: choice } : {} },
      },
      NOW,
    ) === null;
  expect([isMailed("active"), isMailed("active", "digest")]).toEqual([true, true]);
  expect([isMailed("active", "none"), isMailed("active", undefined, "bounced")]).toEqual([false, false]);
  expect([isMailed("suspended"), isMailed("deleted")]).toEqual([false, false]);
  await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW);
  await runSweep(NOW);
  await deliverDue(later(1), {
    notices: NOTICES,
    transport: { send: async () => ({ kind: "sent", id: randomUUID() }) } as never,
  });
  const who = async (of: Parameters<typeof listRecipients>[2]) =>
    (await listRecipients(staff, id, of, null)).recipients.map(({ memberId }) => memberId);
  expect(await who("digest")).toEqual([daily]);
  expect(await who("product-only")).toEqual([off]);
  expect(await who("overtaken")).toEqual([blocked]);
  expect(await who("suspended")).toEqual([suspended]);
  expect(await who("deleted")).toEqual([deleted]);
  expect((await mailsOf(id)).find(({ memberId }) => memberId === plain)?.subject).toBe(`News for ${members[0]?.name}`);
  const told = await db().notification.findMany({ where: { key: { contains: id } }, select: { memberId: true } });
  expect(told.map(({ memberId }) => memberId).sort()).toEqual([plain, off, daily, blocked].sort());
});

test("a letter that is stopped reaches nobody else, and its mails that have not left stay", async () => {
  const staff = await aStaff();
  const { filters } = await listOf(6);
  const id = await sent(staff, filters);
  await sweep(letterSweepStep, NOW);
  const due = (await recipientSweepStep.findDue(NOW, null, 1000)).filter(({ letterId }) => letterId === id);
  await tell(due.slice(0, 2), NOW);
  const { version } = await db().memberLetter.findUniqueOrThrow({ where: { id } });
  expect(await stop(staff, { id, seen: version - 1 }, NOW)).toMatchObject({ reason: "changed-meanwhile" });
  expect(await stop(staff, { id, seen: version }, NOW)).toMatchObject({ ok: true });
  expect(await countOutcomes(staff, id)).toEqual({ stopped: 4, "on-its-way": 2 });
  await runSweep(later(1));
  await deliverDue(later(1), { notices: NOTICES });
  expect(await countOutcomes(staff, id)).toEqual({ stopped: 4, overtaken: 2 });
  expect(await statusOf(id)).toBe("stopped");
  expect(await db().memberLetterRecipient.count({ where: { letterId: id, state: "waiting" } })).toBe(0);
  expect(await stop(staff, { id, seen: version + 1 }, NOW)).toMatchObject({ reason: "not-under-way" });
});

test("a letter waits for its time, and can be taken back until then", async () => {
  const staff = await aStaff();
  const { filters } = await listOf(1);
  const id = await draftFor(staff, filters);
  expect(await send(staff, { id, seen: 1, at: NOW }, SETTINGS, NOW)).toMatchObject({ reason: "in-the-past" });
  expect(await send(staff, { id, seen: 1, at: later(60) }, SETTINGS, NOW)).toMatchObject({ ok: true });
  await runSweep(later(59));
  expect(await statusOf(id)).toBe("scheduled");
  expect(await edit(staff, { id, seen: 2 }, TEXT, NOW)).toMatchObject({ reason: "not-a-draft" });
  expect(await stop(staff, { id, seen: 2 }, NOW)).toMatchObject({ ok: true });
  expect(await statusOf(id)).toBe("draft");
  expect(await edit(staff, { id, seen: 2 }, TEXT, NOW)).toMatchObject({ reason: "changed-meanwhile" });
  expect(await edit(staff, { id, seen: 3 }, { ...TEXT, subject: "Other" }, NOW)).toMatchObject({ ok: true });
  expect(await send(staff, { id, seen: 4, at: later(60) }, SETTINGS, NOW)).toMatchObject({ ok: true });
  await runSweep(later(60));
  expect(await mailsOf(id)).toHaveLength(1);
});

test("the same words reach nobody twice within a day, and not the same list", async () => {
  const staff = await aStaff();
  const { members, filters } = await listOf(2);
  const text = { ...TEXT, words: aWord() };
  await sent(staff, filters, NOW, text);
  await runSweep(NOW);
  const again = await draftFor(staff, filters, text);
  expect(await send(staff, { id: again, seen: 1, at: null }, SETTINGS, later(60))).toMatchObject({ reason: "already-sent" });
  const [one] = members;
  const toOne = await draftFor(staff, "", text, one?.id);
  await send(staff, { id: toOne, seen: 1, at: null }, SETTINGS, later(60));
  await runSweep(later(60));
  expect([await mailsOf(toOne), await countOutcomes(staff, toOne)]).toEqual([[], { "had-it": 1 }]);
  expect(await send(staff, { id: again, seen: 1, at: null }, SETTINGS, later(25 * 60))).toMatchObject({ ok: true });
  await runSweep(later(25 * 60));
  expect(await mailsOf(again)).toHaveLength(2);
});

test("a letter to one alone cannot be switched off; a test goes to its writer once, with hostile words as they are", async () => {
  const name = `{{society}} <b>$& ${aWord()}`;
  const staff = viewerOf(await insertMember({ staff: "staff", name }));
  const reader = await insertMember();
  await db().notificationChoice.create({ data: { memberId: reader.id, group: "news", choice: "none", changedAt: NOW } });
  const id = await draftFor(staff, "?role=mentor", TEXT, reader.id);
  const form = { id, formId: randomUUID() };
  await sendTest(staff, form, SETTINGS, NOW);
  await sendTest(staff, form, SETTINGS, NOW);
  await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW);
  await runSweep(NOW);
  await deliverDue(later(1), { notices: NOTICES });
  const mails = await mailsOf(id);
  expect(mails.map(({ kind, memberId }) => [kind, memberId])).toEqual([
    ["letter-test", staff.memberId],
    ["letter-to-one", reader.id],
  ]);
  expect(mails[0]?.subject).toBe(`News for ${name}`);
  expect(mails[0]?.text).toContain(`there is news at ${SETTINGS.society.name}`);
  expect(mails[0]?.html).not.toContain("<b>");
  expect(mails[1]?.headers).toEqual({});
});

test("the test of a draft that was deleted before it left is not sent", async () => {
  const staff = await aStaff();
  const id = await draftFor(staff, "");
  await sendTest(staff, { id, formId: randomUUID() }, SETTINGS, NOW);
  await discard(staff, { id, seen: 1 });
  await deliverDue(later(1), { notices: NOTICES });
  expect((await mailsOf(id)).map(({ status, lastError }) => [status, lastError])).toEqual([
    ["overtaken", "The letter has been deleted since."],
  ]);
});

test("nobody but staff can write, find or send one; a list with nobody on it is refused", async () => {
  const [staff, member] = [await aStaff(), viewerOf(await insertMember())];
  const id = await draftFor(staff, `?q=${aWord()}`);
  expect(await begin(member, { id: randomUUID(), memberId: null, filters: "", ...TEXT }, NOW)).toMatchObject({ ok: false });
  for (const refused of [
    await edit(member, { id, seen: 1 }, TEXT, NOW),
    await send(member, { id, seen: 1, at: null }, SETTINGS, NOW),
    await stop(member, { id, seen: 1 }, NOW),
    await sendTest(member, { id, formId: randomUUID() }, SETTINGS, NOW),
    await discard(member, { id, seen: 1 }),
  ])
    expect(refused).toEqual({ ok: false, reason: "not-staff" });
  expect([await findLetter(member, id), (await listLetters(member, undefined)).letters]).toEqual([null, []]);
  expect(await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ reason: "nobody" });
  expect(await discard(staff, { id, seen: 1 })).toMatchObject({ ok: true });
  expect(await findLetter(staff, id)).toBeNull();
});

test("the form sent again is the same draft, and with other words another one", async () => {
  const staff = await aStaff();
  const form = { id: randomUUID(), memberId: null, filters: "?role=mentor", ...TEXT };
  expect(await begin(staff, form, NOW)).toEqual({ ok: true, value: form.id });
  expect(await begin(staff, form, NOW)).toEqual({ ok: true, value: form.id });
  const other = await begin(staff, { ...form, words: "Other" }, NOW);
  expect(other).toMatchObject({ ok: true, isAnother: true });
  expect(await begin(staff, { ...form, memberId: randomUUID() }, NOW)).toMatchObject({ reason: "not-found" });
});
