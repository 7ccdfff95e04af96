import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { type Move, NOTHING_OF_ITS_OWN, SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { saveText } from "@/lib/pairing/programmes/texts/commands";
import { PROGRAMME_SLUGS } from "@/lib/pairing/programmes/texts/text";
import * as questions from "@/lib/pairing/questions/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type TestMember, viewerOf } from "@/testing/people";
import { SCHEME } from "@/testing/programmes/intake";
import { listDoors } from "../doors";
import { begin, propose } from "../partners";
import { people } from "../people";
import { given, type Member, signIn, subjectsTo, sweepNow } from "./given";
import type { Person } from "./person";
import { linesOf, steady } from "./steady";

// Who can neither join a programme nor is in it reads every page, and every mail, as if the society did not have it. Until then the society
// must have its own scheme alone, so nobody else is using it now.

const ZONE = "Europe/London";
const NOBODY = randomUUID();
const PAGES = ["/", ...[...listDoors("(public)", "page.tsx"), ...listDoors("(member)", "page.tsx")].map(({ path }) => path)];
/** They show another secret each time. */
const NEVER_THE_SAME = ["/account/security/app"];

/** A programme that decides everything otherwise than the society. */
const OTHERWISE = {
  ...SCHEME,
  name: "Returners",
  own: {
    ...NOTHING_OF_ITS_OWN,
    ...{ remindAfterDays: [1], expireAfterDays: 5, openPerMentee: 1, openQuestions: 0, questionDays: 2, mentorsPerMentee: 3 },
    ...{ months: 2, askIfMetOnDays: [2], askIfStillMeetingAfterDays: 9, topics: [2], withoutTools: ["swot" as const] },
    beginsAtOnce: true,
  },
};

/** A member, and of what their pages are. */
interface Reader {
  member: Member;
  /** Proposals and relationships of theirs. */
  proposals: string[];
}

interface Known {
  mentor: TestMember;
  conversation: string;
  programme: string;
}

test("a programme that is not open to a member, who is not in it, changes none of their pages and mails", {
  timeout: 900_000,
}, async () => {
  const bringBack = await archiveOthers();
  const [programme, staff] = [randomUUID(), viewerOf(await people.member({ staff: "staff" }))];
  const move = async (type: Move) => {
    const { version } = await db().programme.findUniqueOrThrow({ where: { id: programme }, select: { version: true } });
    expect(await programmes.move(staff, { id: programme, seen: version }, type, await readNow())).toMatchObject({ ok: true });
  };
  try {
    const [asked, waiting, listed] = [await people.mentor(), await people.mentor(), await people.mentor()];
    const hopeful = await people.mentee();
    const [mentee, seeker, mentor] = [await given.mentee(), await given.mentee(), await given.mentor({ capacity: 3 })];
    const pair = await begin(mentee.member, mentor.member);
    const question = { key: randomUUID(), words: "May I ask?" };
    const answer = await questions.ask(viewerOf(seeker.member), asked.id, question, DEFAULT_SETTINGS, await readNow());
    const readers: Reader[] = [
      { member: mentee, proposals: [pair] },
      { member: seeker, proposals: [await propose(seeker.member, waiting)] },
      { member: mentor, proposals: [pair, await propose(hopeful, mentor.member)] },
      { member: await signIn(await people.both()), proposals: [] },
    ];
    // When everybody is there, so that the same mentors are suggested both times.
    const mails = await mailsOfAStory();
    const known = { mentor: listed, conversation: answer.ok ? answer.value : "", programme };
    // What they are told is new only until they have seen it.
    await readAll(readers, known);
    const before = await readAll(readers, known);
    expect([...before.values()].filter((page) => page.startsWith("200")).length).toBeGreaterThan(80);
    expectSame(await readAll(readers, known), before);

    expect(await programmes.create(staff, programme, OTHERWISE, await readNow())).toMatchObject({ ok: true });
    for (const slug of PROGRAMME_SLUGS) {
      const edit = { typed: { title: "Otherwise", body: "In other words." }, base: 0, take: [], isPublishing: true };
      expect(await saveText(staff, { programmeId: programme, slug }, edit, await readNow())).toMatchObject({ ok: true });
    }
    expectSame(await readAll(readers, known), before);

    await move("open");
    await seeker.visit("/");
    expect(seeker.has("link", "Programmes that you can take part in")).toBe(true);
    for (const { id } of [asked, waiting, listed]) await join(id, programme, "mentor");
    await join(hopeful.id, programme, "mentee");
    await move("close-joining");
    expectSame(await readAll(readers, known), before);
    expect(await mailsOfAStory()).toEqual(mails);
  } finally {
    await db().programme.updateMany({ where: { id: programme }, data: ARCHIVED });
    await bringBack();
  }
});

const ARCHIVED = { status: "archived", takesMembers: false, dueAt: null };

/** The society as it was before it had any other programme; returns what undoes it. Nobody is told. */
async function archiveOthers(): Promise<() => Promise<void>> {
  const others = await db().programme.findMany({
    where: { id: { not: SOCIETY_SCHEME }, status: { not: "archived" } },
    select: { id: true, status: true, takesMembers: true, dueAt: true },
  });
  await db().programme.updateMany({ where: { id: { in: others.map(({ id }) => id) } }, data: ARCHIVED });
  return async () => {
    for (const { id, ...data } of others) await db().programme.update({ where: { id }, data, select: { id: true } });
  };
}

async function join(memberId: string, programme: string, role: "mentor" | "mentee"): Promise<void> {
  const member = await db().member.findUniqueOrThrow({ where: { id: memberId } });
  expect(await joining.join(viewerOf(member), programme, role, await readNow())).toMatchObject({ ok: true });
}

/** All pages of all of them, by whose and where. */
async function readAll(readers: readonly Reader[], known: Known): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  for (const { member, proposals } of readers)
    for (const address of addressesOf(proposals, known)) read.set(`${member.name} ${address}`, await readOne(member, address));
  return read;
}

function addressesOf(proposals: readonly string[], { mentor, conversation, programme }: Known): string[] {
  const all = PAGES.filter((path) => !NEVER_THE_SAME.includes(path)).flatMap((path) =>
    path.startsWith("/relationships/[id]") ? proposals.map((id) => path.replace("[id]", id)) : [path],
  );
  const real = all.map((path) =>
    path
      .replace(/^\/(mentors|block)\/\[id\]/, `/$1/${mentor.id}`)
      .replace("/questions/[id]", `/questions/${conversation}`)
      .replace("/programmes/[id]", `/programmes/${programme}`)
      .replace("[number]", "1")
      .replace(/\[\w+\]/g, NOBODY),
  );
  return [...real, ...real.filter((path) => path.startsWith("/mentors")).map((path) => `${path}?programme=${programme}`)];
}

async function readOne(member: Person, address: string): Promise<string> {
  const answer = await member.get(address);
  const page = answer.ok ? await answer.text() : "";
  return `${answer.status} ${steady(answer.headers.get("location") ?? "")}\n${linesOf(page)}`;
}

function expectSame(now: Map<string, string>, before: Map<string, string>): void {
  for (const [which, page] of before) expect(now.get(which), which).toBe(page);
}

/** The mails of two who ask, propose and accept, and of somebody who has asked nobody; each time of others. */
async function mailsOfAStory(): Promise<string[]> {
  const [now, mentee, mentor] = [await readNow(), await people.mentee(), await people.mentor()];
  const since = addDays(now, -4, ZONE);
  const beginner = await people.mentee({ updatedAt: since }, { createdAt: since });
  const question = { key: randomUUID(), words: "May I ask?" };
  const asked = await questions.ask(viewerOf(mentee), mentor.id, question, DEFAULT_SETTINGS, now);
  expect(asked).toMatchObject({ ok: true });
  await begin(mentee, mentor);
  await sweepNow();
  const mails = [await mailsTo(mentor, 2), await mailsTo(mentee, 1), await mailsTo(beginner, 1)];
  return mails.flat();
}

/** All of them, of which there are at least so many. */
async function mailsTo({ name }: TestMember, least: number): Promise<string[]> {
  const reader = given.stranger();
  const count = async () => (await subjectsTo(reader, name)).length;
  await expect.poll(count, { timeout: 30_000, interval: 200 }).toBeGreaterThanOrEqual(least);
  const addresses = (reader.main.select("li a") as HTMLAnchorElement[]).map(({ href }) => href);
  const mails: string[] = [];
  for (const address of addresses) {
    await reader.visit(address);
    mails.push(steady(reader.main.text));
  }
  return mails.sort();
}
