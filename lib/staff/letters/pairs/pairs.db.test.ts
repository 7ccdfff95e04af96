import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NOTICES } from "@/lib/entrypoints/notices";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import { deliverDue } from "@/lib/notify/delivery/deliver";
import * as joining from "@/lib/pairing/joining/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { begin, edit, send, sendTest, stop } from "../commands";
import { countFates, countOutcomes, findFirst, findLetter, listRecipients, readLetter } from "../queries";
import { attend } from "../save";
import { letterSweepStep, readerSweepStep, recipientSweepStep } from "../sweep-step";
import { listLettersToPair } from "./queries";
import { tellReaders } from "./save";

const NOW = onDay(40);
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const NAMING = { subject: "You and {{partner}}", words: "Dear {{name}},\n\n{{mentee}} and {{mentor}}, how is it going?" };
const ALIKE = { subject: "To all pairs", words: "Dear {{name}},\n\nthere is news at {{society}}." };

/** A mentor with so many mentees, whom a filter finds that finds nobody else. */
async function mentorOf(count: number, programmeId: string | null = null) {
  const word = `Q${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const mentor = await insertMentor({ capacity: count }, { name: `${word} Pugh` });
  if (programmeId) await joining.join(viewerOf(mentor), programmeId, "mentor", SENT_AT);
  const pairs = [];
  for (let i = 0; i < count; i += 1) {
    const mentee = await insertMentee({}, { name: `Mentee ${i} of ${word}` });
    if (programmeId) await joining.join(viewerOf(mentee), programmeId, "mentee", SENT_AT);
    pairs.push({ id: await pairUp(mentee, mentor, programmeId), mentee });
  }
  return { mentor, pairs, filters: `?who=${mentor.number}` };
}

async function pairUp(mentee: TestMember, mentor: TestMember, programmeId: string | null = null): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, { ...WORDS, programmeId }, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await proposals.accept({ ...viewerOf(mentor), activeRole: "mentor" }, sent.value, 1, SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return sent.value;
}

const aStaff = async () => viewerOf(await insertMember({ staff: "staff" }));

async function draftFor(staff: Viewer, filters: string, text = NAMING): Promise<string> {
  const form = { id: randomUUID(), list: "relationships", memberId: null, filters, ...text } as const;
  const begun = await begin(staff, form, NOW);
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value;
}

async function sent(staff: Viewer, filters: string, text = NAMING): Promise<string> {
  const id = await draftFor(staff, filters, text);
  expect(await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ ok: true });
  return id;
}

async function runSweep(now: Date): Promise<void> {
  await sweep(letterSweepStep, now);
  await sweep(recipientSweepStep, now);
  await sweep(readerSweepStep, now);
}

async function find(staff: Viewer, id: string) {
  const letter = await findLetter(staff, id);
  if (!letter) throw new Error("there is no letter");
  return letter;
}

const mailsOf = (id: string) => db().mail.findMany({ where: { key: { contains: id } }, orderBy: { key: "asc" } });
const statusOf = async (id: string) => (await db().memberLetter.findUniqueOrThrow({ where: { id } })).status;
const dueOf = async (id: string) => (await readerSweepStep.findDue(NOW, null, 1000)).filter(({ letterId }) => letterId === id);
const reachOf = async (staff: Viewer, id: string) => (await countFates(staff, await find(staff, id), SETTINGS, NOW)).fates;

test("both partners of every relationship on the list read it with each other's names, once for each partner that it names", async () => {
  const staff = await aStaff();
  const { mentor, pairs, filters } = await mentorOf(3);
  const id = await draftFor(staff, filters);
  expect(await countFates(staff, await find(staff, id), SETTINGS, NOW)).toEqual({
    ...{ fates: { mail: 6 }, pairs: 3, isMore: false },
  });
  const first = await findFirst(staff, await find(staff, id), SETTINGS, NOW);
  const [one] = pairs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(first.slice(0, 2)).toEqual([
    { name: one?.mentee.name, role: "mentee", partnerName: mentor.name },
    { name: mentor.name, role: "mentor", partnerName: one?.mentee.name },
  ]);
  await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW);
  await sweep(letterSweepStep, NOW);
  // Who becomes a pair after the list was read is not written to.
  const late = await insertMentee();
  await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 4 }, select: { memberId: true } });
  await pairUp(late, mentor);
  await runSweep(later(1));
  await runSweep(later(2));
  expect(await statusOf(id)).toBe("sent");
  await deliverDue(later(3), { notices: NOTICES });
  const mails = await mailsOf(id);
  const subjects = mails.map(({ memberId, subject }) => [memberId, subject]).sort();
  const expected = pairs.flatMap(({ mentee }) => [
    [mentee.id, `You and ${mentor.name}`],
    [mentor.id, `You and ${mentee.name}`],
  ]);
  expect(subjects).toEqual(expected.sort());
  for (const { text } of mails) expect(text).toMatch(/^(?![\s\S]*\{\{)[\s\S]*Mentee \d of \S+ and \S+ Pugh, how is it going\?/);
  const facts = await db().auditEvent.findMany({ where: { fact: "letter-sent-to-many", actorId: staff.memberId } });
  expect(facts.map(({ data }) => data)).toEqual([{ letter: id, pairs: 3, letters: 6 }]);
  const [pair] = pairs;
  if (!pair) throw new Error("nobody");
  expect(await readLetter(viewerOf(mentor), id, pair.id)).toMatchObject({ role: "mentor", partnerName: pair.mentee.name });
  expect(await readLetter(viewerOf(pair.mentee), id)).toMatchObject({ role: "mentee", partnerName: mentor.name });
  expect(await readLetter(viewerOf(pair.mentee), id, randomUUID())).toBeNull();
  expect(await readLetter(viewerOf(late), id)).toBeNull();
  const { recipients } = await listRecipients(staff, id, "sent", null);
  const read = recipients.map(({ memberId, partnerName }) => [memberId, `You and ${partnerName}`]);
  expect(read.sort()).toEqual(expected.sort());
});

test("whoever is in several pairs gets words that name nobody once, and by one role what only names the other", async () => {
  const staff = await aStaff();
  const { mentor, pairs, filters } = await mentorOf(3);
  const alike = await sent(staff, filters, { ...ALIKE, words: `${ALIKE.words} ${randomUUID()}` });
  const forMentees = await sent(staff, filters, { subject: "For {{mentee}}", words: randomUUID() });
  await runSweep(NOW);
  await runSweep(later(1));
  const readers = async (id: string) => (await mailsOf(id)).map(({ memberId }) => memberId).sort();
  const mentees = pairs.map(({ mentee }) => mentee.id);
  expect(await readers(alike)).toEqual([mentor.id, ...mentees].sort());
  // The mentor reads three names, each of their mentees one: their own.
  expect(await readers(forMentees)).toEqual([mentor.id, mentor.id, mentor.id, ...mentees].sort());
  const about = await db().notification.findMany({ where: { key: { contains: forMentees } } });
  expect(about.filter(({ memberId, aboutId }) => (memberId === mentor.id) !== (aboutId !== null))).toEqual([]);
});

test("a second relationship of the same two is no second letter", async () => {
  const staff = await aStaff();
  const { mentor, pairs, filters } = await mentorOf(1);
  const [pair] = pairs;
  if (!pair) throw new Error("nobody");
  const ended = { endedAt: onDay(20), endedBecause: "completed", dueAt: null };
  await db().relationship.update({ where: { id: pair.id }, data: ended, select: { id: true } });
  const again = randomUUID();
  await db().$executeRaw`
    INSERT INTO "proposals" ("id", "menteeId", "mentorId", "status", "sentAt", "expireDay", "expiresAt", "movedAt", "slot")
    SELECT ${again}::uuid, "menteeId", "mentorId", 'accepted', "sentAt", "expireDay", "expiresAt", "movedAt", "slot" FROM "proposals"
    WHERE "id" = ${pair.id}::uuid`;
  const term = { startedAt: onDay(21), agreedUntil: onDay(300), dueAt: onDay(270), mentorPlace: 1, menteePlace: 1 };
  const two = { id: again, menteeId: pair.mentee.id, mentorId: mentor.id };
  await db().relationship.create({ data: { ...two, ...term }, select: { id: true } });
  const id = await draftFor(staff, filters);
  expect(await countFates(staff, await find(staff, id), SETTINGS, NOW)).toMatchObject({ fates: { mail: 2 }, pairs: 2 });
  await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW);
  await runSweep(NOW);
  expect(await mailsOf(id)).toHaveLength(2);
});

test("sweeps at once, and one that is killed in between, tell nobody twice", async () => {
  const staff = await aStaff();
  const { filters } = await mentorOf(12);
  const id = await sent(staff, filters);
  await Promise.all([sweep(letterSweepStep, NOW), sweep(letterSweepStep, NOW), sweep(letterSweepStep, NOW)]);
  expect(await countOutcomes(staff, id)).toEqual({ waiting: 24 });
  const due = await dueOf(id);
  expect(await tellReaders(due.slice(0, 7), NOW)).toBe(7);
  const killing = { ...readerSweepStep, step: () => Promise.reject(new Error("killed")) };
  await sweep(killing, NOW);
  expect(await countOutcomes(staff, id)).toEqual({ waiting: 17, "on-its-way": 7 });
  // Both have found the same rows before either tells anybody.
  await Promise.all([tellReaders(due, NOW), tellReaders(due, NOW), sweep(readerSweepStep, NOW), sweep(readerSweepStep, NOW)]);
  await runSweep(later(1));
  const mails = await mailsOf(id);
  expect([mails.length, new Set(mails.map(({ memberId, aboutId }) => `${memberId} ${aboutId}`)).size]).toEqual([24, 24]);
  expect(await statusOf(id)).toBe("sent");
  expect(await db().auditEvent.count({ where: { fact: "letter-sent-to-many", actorId: staff.memberId } })).toBe(1);
});

test("a list longer than one statement is read to its end, by whichever sweep is there, and counted once", async () => {
  const staff = await aStaff();
  const { pairs, filters } = await mentorOf(5);
  const id = await sent(staff, filters);
  const due = async () => (await letterSweepStep.findDue(NOW, null, 1000)).filter((letter) => letter.id === id);
  const [first, second] = [await due(), await due()];
  await Promise.all([attend(first, NOW, 4), attend(second, NOW, 4)]);
  await attend(await due(), NOW, 4);
  expect(await countOutcomes(staff, id)).toEqual({ waiting: 10 });
  const facts = await db().auditEvent.findMany({ where: { fact: "letter-sent-to-many", actorId: staff.memberId } });
  expect(facts.map(({ data }) => data)).toEqual([{ letter: id, pairs: 5, letters: 10 }]);
  // As a sweep leaves it that is killed after the first of them: the next one goes on from there.
  const [cut = ""] = pairs.map((pair) => pair.id).sort();
  await db().pairLetterRecipient.deleteMany({ where: { letterId: id, relationshipId: { not: cut } } });
  const data = { readUpTo: cut, pairsRead: 1, isRead: false };
  await db().memberLetter.update({ where: { id }, data, select: { id: true } });
  await runSweep(later(1));
  expect(await mailsOf(id)).toHaveLength(10);
  expect(await statusOf(id)).toBe("sent");
  expect((await find(staff, id)).pairsRead).toBe(5);
});

test("what is foretold of each comes true: switched off, blocked, suspended, deleted, kept apart", async () => {
  const staff = await aStaff();
  const { mentor, pairs, filters } = await mentorOf(6);
  const [plain, off, shut, suspended, deleted, apart] = pairs.map(({ mentee }) => mentee);
  if (!plain || !off || !shut || !suspended || !deleted || !apart) throw new Error("nobody");
  const none = { memberId: off.id, group: "news", choice: "none", changedAt: NOW };
  await db().notificationChoice.create({ data: none, select: { memberId: true } });
  const address = shut.email.toLowerCase();
  await db().mailBlock.create({ data: { memberId: shut.id, address, reason: "bounced", since: NOW } });
  for (const [{ id }, status] of [
    [suspended, "suspended"],
    [deleted, "deleted"],
  ] as const)
    await db().member.update({ where: { id }, data: { status }, select: { id: true } });
  await db().block.create({ data: { blockerId: apart.id, blockedId: mentor.id, at: onDay(30) } });
  const id = await draftFor(staff, filters);
  // Of the mentor's six letters the one that names whoever has blocked them is missing too.
  expect(await reachOf(staff, id)).toEqual({ mail: 6, unsubscribed: 1, blocked: 1, suspended: 1, deleted: 1, apart: 2 });
  await send(staff, { id, seen: 1, at: null }, SETTINGS, NOW);
  await runSweep(NOW);
  await deliverDue(later(1), {
    notices: NOTICES,
    transport: { send: async () => ({ kind: "sent", id: randomUUID() }) } as never,
  });
  const counted = await countOutcomes(staff, id);
  expect(counted).toMatchObject({ "product-only": 1, suspended: 1, deleted: 1, apart: 2 });
  const of = async (outcome: Parameters<typeof listRecipients>[2]) =>
    (await listRecipients(staff, id, outcome, null)).recipients.map(({ memberId }) => memberId).sort();
  expect([await of("suspended"), await of("deleted"), await of("product-only")]).toEqual([
    [suspended.id],
    [deleted.id],
    [off.id],
  ]);
  expect(await of("apart")).toEqual([apart.id, mentor.id].sort());
  expect(await of("overtaken")).toEqual([shut.id]);
  const told = await db().notification.count({ where: { key: { contains: id } } });
  expect(told).toBe(8);
  // Words that name nobody are for each of them alone, whoever has blocked whom.
  const alike = await draftFor(staff, filters, ALIKE);
  expect(await reachOf(staff, alike)).toEqual({ mail: 3, unsubscribed: 1, blocked: 1, suspended: 1, deleted: 1 });
});

test("a letter that is stopped reaches nobody else, and its mails that have not left stay", async () => {
  const staff = await aStaff();
  const { filters } = await mentorOf(3);
  const id = await sent(staff, filters);
  await sweep(letterSweepStep, NOW);
  await tellReaders((await dueOf(id)).slice(0, 2), NOW);
  const { version } = await db().memberLetter.findUniqueOrThrow({ where: { id } });
  expect(await stop(staff, { id, seen: version }, NOW)).toMatchObject({ ok: true });
  await runSweep(later(1));
  await deliverDue(later(1), { notices: NOTICES });
  expect(await countOutcomes(staff, id)).toEqual({ stopped: 4, overtaken: 2 });
  expect(await statusOf(id)).toBe("stopped");
  expect(await dueOf(id)).toEqual([]);
});

test("a letter waits for its time, becomes a draft again when it is stopped before, and never goes twice to one list", async () => {
  const staff = await aStaff();
  const { filters } = await mentorOf(1);
  const id = await draftFor(staff, filters);
  expect(await send(staff, { id, seen: 1, at: later(60) }, SETTINGS, NOW)).toMatchObject({ ok: true });
  await runSweep(later(59));
  expect(await stop(staff, { id, seen: 2 }, NOW)).toMatchObject({ ok: true });
  expect(await edit(staff, { id, seen: 3 }, NAMING, NOW)).toMatchObject({ ok: true });
  expect(await send(staff, { id, seen: 4, at: later(60) }, SETTINGS, NOW)).toMatchObject({ ok: true });
  await runSweep(later(60));
  expect(await mailsOf(id)).toHaveLength(2);
  const again = await draftFor(staff, filters);
  expect(await send(staff, { id: again, seen: 1, at: null }, SETTINGS, later(90))).toMatchObject({ reason: "already-sent" });
  // By another filter that finds the same two.
  const other = await draftFor(staff, `${filters}&state=open`);
  expect(await send(staff, { id: other, seen: 1, at: null }, SETTINGS, later(90))).toMatchObject({ ok: true });
  await runSweep(later(90));
  expect([await mailsOf(other), await countOutcomes(staff, other)]).toEqual([[], { "had-it": 2 }]);
});

test("a test goes to its writer alone, with a partner from the list in it", async () => {
  const staff = await aStaff();
  const { mentor, filters } = await mentorOf(2);
  const id = await draftFor(staff, filters);
  await sendTest(staff, { id, formId: randomUUID() }, SETTINGS, NOW);
  await deliverDue(later(1), { notices: NOTICES });
  const mails = await mailsOf(id);
  expect(mails.map(({ memberId, subject }) => [memberId, subject])).toEqual([[staff.memberId, `You and ${mentor.name}`]]);
  const { name } = await db().member.findUniqueOrThrow({ where: { id: staff.memberId }, select: { name: true } });
  expect(mails[0]?.text).toContain(`${name} and ${mentor.name}, how is it going?`);
});

test("words that no letter of this kind can fill in are never sent, and nobody writes to their own partner", async () => {
  const staff = await aStaff();
  const { mentor, filters } = await mentorOf(1);
  const odd = await draftFor(staff, filters, { subject: "Hello", words: "Dear {{first name}}" });
  expect(await send(staff, { id: odd, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ reason: "unknown-placeholder" });
  const own = { ...viewerOf(mentor), staff: "staff" as const };
  const id = await draftFor(own, filters);
  expect(await countFates(own, await find(own, id), SETTINGS, NOW)).toMatchObject({ fates: {}, pairs: 0 });
  expect(await send(own, { id, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ reason: "nobody" });
  expect(await reachOf(staff, id)).toEqual({ mail: 2 });
});

test("a coordinator writes to the pairs of their programmes alone, whatever the list finds", async () => {
  const staff = await aStaff();
  const [one, two] = [await openProgramme(staff, SENT_AT, { name: "Returners" }), await openProgramme(staff, SENT_AT, {})];
  const { mentor } = await mentorOf(1, one);
  const elsewhere = await mentorOf(1, two);
  const coordinator = {
    ...viewerOf(await insertMember({ isMentor: false, isMentee: false })),
    rights: { coordinates: [one], reads: [] },
  };
  const id = await sent(coordinator, "");
  const letter = await find(coordinator, id);
  expect(await countFates(coordinator, letter, SETTINGS, NOW)).toMatchObject({ fates: { mail: 2 }, pairs: 1 });
  await runSweep(NOW);
  expect((await mailsOf(id)).map(({ memberId }) => memberId)).toContain(mentor.id);
  expect(await mailsOf(id)).toHaveLength(2);
  const other = await draftFor(coordinator, elsewhere.filters);
  expect(await send(coordinator, { id: other, seen: 1, at: null }, SETTINGS, NOW)).toMatchObject({ reason: "nobody" });
  const named = await draftFor(staff, `?programme=${one}`);
  expect((await find(staff, named)).programme).toBe("Returners");
});

test("the page of a relationship says what became of the letters to it, for each of the two", async () => {
  const [staff, colleague] = [await aStaff(), await aStaff()];
  const { mentor, pairs, filters } = await mentorOf(2);
  const [one, two] = pairs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!one || !two) throw new Error("nobody");
  const shut = { memberId: two.mentee.id, group: "news", choice: "none", changedAt: NOW };
  await db().notificationChoice.create({ data: shut, select: { memberId: true } });
  const naming = await sent(staff, filters);
  const alike = await draftFor(staff, filters, ALIKE);
  await send(staff, { id: alike, seen: 1, at: later(5) }, SETTINGS, NOW);
  const listed = async (viewer: Viewer, id: string) =>
    (await listLettersToPair(viewer, id)).map((letter) => [letter.id, letter.outcomes]);
  // Nobody is on the list of one that has not begun.
  await sweep(letterSweepStep, NOW);
  expect(await listed(colleague, one.id)).toEqual([[naming, { mentee: "waiting", mentor: "waiting" }]]);
  await runSweep(later(5));
  const gone = { status: "sent", sentAt: later(6), nextAttemptAt: null };
  await db().mail.updateMany({ where: { key: { contains: alike }, status: "waiting" }, data: gone });
  expect(await listed(colleague, one.id)).toEqual([
    [alike, { mentee: "sent", mentor: "sent" }],
    [naming, { mentee: "on-its-way", mentor: "on-its-way" }],
  ]);
  // What names nobody the mentor has read once, for the first of their relationships.
  expect(await listed(colleague, two.id)).toEqual([
    [alike, { mentee: "product-only" }],
    [naming, { mentee: "product-only", mentor: "on-its-way" }],
  ]);
  const [newest] = await listLettersToPair(colleague, one.id);
  expect(newest).toMatchObject({ subject: ALIKE.subject, at: later(5), isTheirs: true });
  // Who is one of the two is not told what became of it for the other.
  expect(await listed({ ...viewerOf(mentor), staff: "staff" }, one.id)).toEqual([]);
  for (const viewer of [viewerOf(one.mentee), viewerOf(await insertMember())]) expect(await listed(viewer, one.id)).toEqual([]);
});

test("a coordinator reads of a letter to a pair of theirs that staff wrote, opens their own alone, and finds none to others", async () => {
  const staff = await aStaff();
  const [one, two] = [await openProgramme(staff, SENT_AT, { name: "Fourth" }), await openProgramme(staff, SENT_AT, {})];
  const [mine, elsewhere] = [await mentorOf(1, one), await mentorOf(1, two)];
  const coordinator = {
    ...viewerOf(await insertMember({ isMentor: false, isMentee: false })),
    rights: { coordinates: [one], reads: [] },
  };
  for (const { filters } of [mine, elsewhere]) await sent(staff, filters);
  const own = await sent(coordinator, mine.filters, ALIKE);
  await runSweep(NOW);
  const found = await listLettersToPair(coordinator, mine.pairs[0]?.id ?? "");
  expect(found.map(({ id, isTheirs }) => [id === own, isTheirs]).sort()).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(await listLettersToPair(coordinator, elsewhere.pairs[0]?.id ?? "")).toEqual([]);
  expect(await listLettersToPair(staff, elsewhere.pairs[0]?.id ?? "")).toHaveLength(1);
});

test("the release before, which knows no list of relationships, cannot write to all members instead", async () => {
  const staff = await aStaff();
  const { filters } = await mentorOf(1);
  const id = await sent(staff, filters);
  const asBefore = { status: "sending", startedAt: NOW, isRead: true };
  await expect(db().memberLetter.update({ where: { id }, data: asBefore, select: { id: true } })).rejects.toThrow(
    "member_letters_pairs",
  );
});
