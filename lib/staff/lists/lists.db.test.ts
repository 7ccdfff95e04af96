import { describe, expect, test } from "vitest";
import type { Csv } from "@/lib/foundation/csv";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { downloadList } from "./commands";
import { LISTS, type ListName } from "./list";

const NOW = onDay(5);

async function download(name: ListName, asked: Record<string, string> = {}): Promise<string[]> {
  const file = await downloadList(viewerOf(await insertMember({ staff: "staff" })), name, asked, DEFAULT_SETTINGS, NOW);
  return file ? linesOf(file.pieces) : [];
}

async function linesOf(pieces: AsyncGenerator<Csv>): Promise<string[]> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text.replace("\ufeff", "").trimEnd().split("\r\n");
}

test("to members none of the lists exists, and nothing is recorded", async () => {
  const mentor = viewerOf(await insertMentor());
  for (const name of LISTS) expect(await downloadList(mentor, name, {}, DEFAULT_SETTINGS, NOW)).toBeNull();
  expect(await db().auditEvent.count({ where: { actorId: mentor.memberId, fact: "list-downloaded" } })).toBe(0);
});

test("members are in the file whom the page would show under its filters; a name that is a formula is text", async () => {
  const evil = await insertMentee({}, { name: "=HYPERLINK(1)" });
  const mentor = await insertMentor({}, { name: "Owen Rees" });
  const lines = await download("members", { role: "mentee" });
  expect(lines[0]).toBe("Name,Membership number,E-mail address,Mentor,Mentee,Account,Membership,Staff,Joined on");
  expect(lines.find((line) => line.includes(evil.number))).toMatch(/^'=HYPERLINK\(1\),/);
  expect(lines.some((line) => line.includes(mentor.number))).toBe(false);
});

test("a file has every line of a list that is longer than what is read at a time, each once", async () => {
  await db().$executeRaw`
    INSERT INTO "members" ("id", "issuer", "subject", "number", "name", "email", "createdAt")
    SELECT gen_random_uuid(), 'https://lists.example', 'L' || n, 'L' || n, 'Long List ' || n, 'l' || n || '@example.org', ${NOW}::timestamptz
    FROM generate_series(1, 2100) n`;
  const lines = await download("members", { role: "none" });
  const numbers = lines.flatMap((line) => /,(L\d+),/.exec(line)?.[1] ?? []);
  expect(new Set(numbers).size).toBe(2100);
  expect(numbers).toHaveLength(2100);
});

test("proposals, relationships and meetings are told by dates and states, and never by words", async () => {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  expect(sent.ok).toBe(true);
  const partners = await insertPartners();
  const startsAt = onDay(2);
  await db().$executeRaw`
    INSERT INTO "meetings" ("id", "relationshipId", "organiserId", "status", "answer", "startsAt", "endsAt", "method", "words",
      "sendsDetails", "createdAt", "movedAt")
    VALUES (gen_random_uuid(), ${partners.id}::uuid, ${partners.mentee.id}::uuid, 'held', 'accepted', ${startsAt}::timestamptz,
      ${startsAt}::timestamptz + interval '45 minutes', 1, NULL, false, ${startsAt}::timestamptz, ${startsAt}::timestamptz)`;
  const rows = {
    proposals: (await download("proposals")).filter((line) => line.includes(mentee.number)),
    relationships: (await download("relationships")).filter((line) => line.includes(partners.mentee.number)),
    meetings: (await download("meetings")).filter((line) => line.includes(partners.mentee.number)),
    mentors: (await download("mentors")).filter((line) => line.includes(mentor.number)),
  };
  expect(rows.proposals).toEqual([expect.stringContaining("Waiting for a reply")]);
  expect(rows.relationships).toEqual([expect.stringMatching(/,1,2026-06-03,,,/)]);
  expect(rows.meetings).toEqual([expect.stringMatching(/,45,.*,Held$/)]);
  expect(rows.mentors).toEqual([expect.stringContaining(`${mentor.number},1,0,1,1,yes,`)]);
  const all = Object.values(rows).flat().join("\n");
  for (const words of Object.values(WORDS)) if (typeof words === "string") expect(all).not.toContain(words);
  expect((await download("meetings", { from: "2031-01-01" })).filter((line) => line.includes(partners.mentee.number))).toEqual(
    [],
  );
});

test("the file of relationships says of the next meeting whether it has been accepted", async () => {
  const { id, mentee } = await insertPartners();
  const meeting = { id: crypto.randomUUID(), relationshipId: id, organiserId: mentee.id, method: 1, sendsDetails: false };
  const times = { startsAt: onDay(30), endsAt: onDay(31), createdAt: onDay(2), movedAt: onDay(2) };
  await db().meeting.create({ data: { ...meeting, ...times, status: "planned", answer: "waiting" }, select: { id: true } });
  const theirs = async () => (await download("relationships")).filter((line) => line.includes(mentee.number));
  expect(await theirs()).toEqual([expect.stringMatching(/,2026-07-01,no,/)]);
  await db().meeting.update({ where: { id: meeting.id }, data: { answer: "accepted" }, select: { id: true } });
  expect(await theirs()).toEqual([expect.stringMatching(/,2026-07-01,yes,/)]);
});

test("the trail says which list was taken, by whom and under which filters, but not whom they searched for", async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  await downloadList(staff, "members", { q: "Amina", role: "mentor", nonsense: "x" }, DEFAULT_SETTINGS, NOW);
  const [line] = await db().auditEvent.findMany({ where: { actorId: staff.memberId }, select: { fact: true, data: true } });
  expect(line).toEqual({ fact: "list-downloaded", data: { of: "members", role: "mentor", search: "yes" } });
});

test("the file of members has the answers that staff may read, as text that no spreadsheet runs, and none for partners", async () => {
  const [mentor, mentee] = [await insertMentor(), await insertMentee()];
  const entry = { number: mentor.number, name: mentor.name, surnameKey: "x", standing: "current", importedAt: NOW };
  await db().registerEntry.create({ data: { ...entry, further: { Employer: "@Acme" } }, select: { number: true } });
  const options = [{ id: 1, label: "Nights, mostly", retired: false }];
  const asked = {
    where: await insertQuestion({ question: "=Where?", readers: "staff" }),
    when: await insertQuestion({ question: "When?", kind: "choices", options }),
    sealed: await insertQuestion({ question: "Sealed?", readers: "partners" }),
    employer: await insertQuestion({ question: "Employer", filledFrom: "Employer", readers: "staff" }),
  };
  const answeredAt = NOW;
  await db().profileAnswer.createMany({
    data: [
      { memberId: mentor.id, questionId: asked.where, answer: '=HYPERLINK("http://x")', answeredAt },
      { memberId: mentor.id, questionId: asked.when, answer: "1", answeredAt },
    ],
  });
  const lines = await download("members");
  expect(lines.find((line) => line.includes("Membership number"))).toMatch(/Mentor: =Where\?,Mentor: When\?,Mentor: Employer$/);
  expect(lines.find((line) => line.includes(`,${mentor.number},`))).toMatch(
    /,"'=HYPERLINK\(""http:\/\/x""\)","Nights, mostly",'@Acme$/,
  );
  expect(lines.find((line) => line.includes(`,${mentee.number},`))).toMatch(/,,,$/);
  await db().profileQuestion.updateMany({ data: { retiredAt: NOW } });
});

describe("the file of a programme’s members", () => {
  /** A programme with two mentors and a mentee in it, who have answered what it asks, and one who has applied. */
  async function programme() {
    const admin = viewerOf(await insertMember({ staff: "admin" }));
    const id = await openProgramme(admin, NOW, { name: "Asks" });
    const options = [{ id: 1, label: "Nights", retired: false }];
    const ask = (values: Parameters<typeof insertQuestion>[0]) => insertQuestion({ programmeId: id, ...values });
    const asked = {
      why: await ask({ question: "Why?", readers: "staff" }),
      when: await ask({ question: "When?", kind: "choice", options, role: "mentee" }),
      sealed: await ask({ question: "Sealed?", readers: "partners" }),
    };
    const [mentor, silent, mentee] = [await insertMentor(), await insertMentor(), await insertMentee()];
    const answer = (questionId: string, words: string, isSealed = false) => ({ questionId, isSealed, answer: words });
    const given = [answer(asked.why, "=1+1"), answer(asked.sealed, "zqsealed", true)];
    await joining.join(viewerOf(mentor), id, "mentor", NOW, given);
    await joining.join(viewerOf(silent), id, "mentor", NOW);
    await joining.join(viewerOf(mentee), id, "mentee", NOW, [answer(asked.when, "1")]);
    return { id, mentor, silent, mentee };
  }
  const linesFor = async (viewer: Viewer, asked: Record<string, string>) => {
    const file = await downloadList(viewer, "programme-members", asked, DEFAULT_SETTINGS, NOW);
    return file && linesOf(file.pieces);
  };

  test("has their answers on joining that staff may read, by role, as text that no spreadsheet runs", async () => {
    const [{ id, mentor, silent, mentee }, other] = [await programme(), await programme()];
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const lines = (await linesFor(staff, { programme: id })) ?? [];
    expect(lines[0]).toBe(
      "Name,Membership number,E-mail address,As,In the programme,Joined or applied on,Mentor: Why?,Mentee: When?",
    );
    expect(lines).toHaveLength(4);
    const lineOf = (number: string) => lines.find((line) => line.includes(`,${number},`));
    expect(lineOf(mentor.number)).toMatch(/,Mentor,Has joined,\d{4}-\d\d-\d\d,'=1\+1,$/);
    expect(lineOf(silent.number)).toMatch(/,,$/);
    expect(lineOf(mentee.number)).toMatch(/,Mentee,Has joined,.*,,Nights$/);
    expect(lineOf(other.mentor.number)).toBeUndefined();
    expect(await linesFor(staff, { programme: id, status: "applied" })).toHaveLength(1);
    const [fact] = await db().auditEvent.findMany({ where: { actorId: staff.memberId }, select: { data: true }, take: 1 });
    expect(fact?.data).toEqual({ of: "programme-members", programme: id, status: "joined" });
  });

  test("is there for the programme’s coordinator, and not for another’s, a reader or a member; nor without a programme", async () => {
    const [{ id, mentor, silent }, other] = [await programme(), await programme()];
    const coordinator: Viewer = {
      ...viewerOf(await insertMember()),
      rights: { coordinates: [id], reads: [other.id] },
    };
    expect((await linesFor(coordinator, { programme: id }))?.find((line) => line.includes(mentor.number))).toContain("'=1+1");
    expect(await linesFor(coordinator, { programme: other.id })).toBeNull();
    expect(await linesFor(viewerOf(mentor), { programme: id })).toBeNull();
    expect(await linesFor(viewerOf(await insertMember({ staff: "staff" })), {})).toBeNull();
    // Those who left belong to the programme no more.
    await joining.leave(viewerOf(silent), id, "mentor", NOW);
    expect(await linesFor(coordinator, { programme: id, status: "left" })).toHaveLength(1);
    expect(await linesFor(viewerOf(await insertMember({ staff: "staff" })), { programme: id, status: "left" })).toHaveLength(2);
  });
});
