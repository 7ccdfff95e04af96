import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { saveMentorProfile } from "@/lib/people/members/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember } from "@/testing/people";
import { findMentor } from "./details/queries";
import { readFilters } from "./input";
import { findClosedByName, findMentors, suggestMentors } from "./queries";

const NOW = new Date("2026-03-02T10:00:00Z");
let mentee: TestMember;

beforeEach(async () => {
  await db().relationship.deleteMany();
  await db().proposal.deleteMany();
  await db().member.deleteMany();
  mentee = await insertMentee();
});

describe("who is listed", () => {
  it("is a mentor for exactly as long as they can be found", async () => {
    const mentor = await insertMentor();
    const { id } = mentor;
    expect(await listed()).toEqual([id]);

    await db().mentorProfile.update({ where: { memberId: id }, data: { isAvailable: false } });
    expect(await listed()).toEqual([]);
    await db().mentorProfile.update({ where: { memberId: id }, data: { isAvailable: true } });
    expect(await listed()).toEqual([id]);

    for (const change of [{ status: "suspended" }, { status: "deleted" }, { standing: "lapsed" }, { isMentor: false }]) {
      await db().member.update({ where: { id }, data: change });
      expect(await listed(), JSON.stringify(change)).toEqual([]);
      await db().member.update({ where: { id }, data: { status: "active", standing: "current", isMentor: true } });
      expect(await listed()).toEqual([id]);
    }
  });

  it("leaves out a full mentor until a relationship ends or they take on more", async () => {
    const mentor = await insertMentor({ capacity: 1 });
    const relationship = await insertRelationship(mentor, await insertMentee(), 1);
    expect(await listed()).toEqual([]);
    await db().relationship.update({
      where: { id: relationship },
      data: { endedAt: NOW, endedBecause: "mentor", dueAt: null },
    });
    expect(await listed()).toEqual([mentor.id]);
    await insertRelationship(mentor, await insertMentee(), 1);
    await db().mentorProfile.update({ where: { memberId: mentor.id }, data: { capacity: 3 } });
    const { mentors } = await find({});
    expect(mentors).toMatchObject([{ memberId: mentor.id, placesFree: 2, capacity: 3 }]);
  });

  it("leaves out a mentor who is erased", async () => {
    const mentor = await insertMentor();
    await db().member.delete({ where: { id: mentor.id } });
    expect(await db().mentorListing.findMany()).toEqual([]);
  });

  it("leaves out oneself, and a mentor without a profile", async () => {
    const both = await insertMentor({}, { isMentee: true });
    await insertMember({ isMentor: true });
    expect(await listed(both)).toEqual([]);
    expect(await listed()).toEqual([both.id]);
  });

  it("is nobody for those who are no mentees", async () => {
    await insertMentor();
    expect(await listed(await insertMember({ isMentor: true }))).toEqual([]);
  });

  it("counts acceptances at the same moment one after the other", async () => {
    const mentor = await insertMentor({ capacity: 6 });
    const mentees = await Promise.all(Array.from({ length: 5 }, () => insertMentee()));
    await Promise.all(mentees.map((partner, i) => insertRelationship(mentor, partner, i + 1)));
    expect(await db().mentorListing.findMany()).toMatchObject([{ memberId: mentor.id, placesFree: 1 }]);
    const active = await db().relationship.findMany({ select: { id: true } });
    await Promise.all([
      ...active.map(({ id }) =>
        db().relationship.update({ where: { id }, data: { endedAt: NOW, endedBecause: "mentor", dueAt: null } }),
      ),
      insertRelationship(mentor, await insertMentee(), 6),
    ]);
    expect(await db().mentorListing.findMany()).toMatchObject([{ memberId: mentor.id, placesFree: 5 }]);
  });
});

describe("search by words", () => {
  it.each([
    ["zoe", true],
    ["ZOË", true],
    ["lukas", true],
    ["life balance", true],
    ["work/life", true],
    ["negotiating", true],
    ["negot", true],
    ["the negotiation", true],
    ["the", true],
    ["  ", true],
    ["zoe plumbing", false],
    ["plumbing", false],
    ["' OR 1=1 --", false],
    ["c++", true],
    ["& | ! ( ) : * < - > ' \" \\ \u0000 %_", true],
    ["negotiation:*B & !zoe", false],
    ["x".repeat(100), false],
    ["日本 😀", false],
  ])("%j", async (q, isFound) => {
    const mentor = await insertMember({ isMentor: true, name: "Zoë Łukasik" });
    const words = { headline: "Negotiation in the city", about: "Also C++." };
    const numbers = {
      topics: [2],
      sector: null,
      region: null,
      languages: [1],
      methods: [1],
      yearsOfExperience: 3,
      capacity: 1,
      takesNoQuestions: false,
    };
    await saveMentorProfile(viewerOf(mentor), { ...words, ...numbers }, [], DEFAULT_SETTINGS, NOW);
    const { mentors } = await find({ q });
    expect(mentors.map((card) => card.memberId)).toEqual(isFound ? [mentor.id] : []);
  });

  it("keeps the order and the other filters", async () => {
    const partly = await insertMentor({ topics: [2], searchText: "claims" });
    const best = await insertMentor({ topics: [1, 2], searchText: "claims" });
    await insertMentor({ topics: [1, 2], searchText: "finance" });
    await insertMentor({ topics: [1], searchText: "claims" });
    const { mentors } = await find({ q: "claim", topic: "2" });
    expect(mentors.map((card) => card.memberId)).toEqual([best.id, partly.id]);
  });
});

describe("one mentor", () => {
  it("is shown in full, with reasons", async () => {
    const mentor = await insertMentor({ capacity: 2 });
    const found = await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, mentor.id, NOW);
    expect(found).toMatchObject({ name: mentor.name, placesFree: 2, isViewer: false, closedBecause: null, proposal: null });
    expect(found?.reasons.map(({ kind }) => kind)).toEqual(["covers-all", "meets-as-wanted", "same-sector", "same-region"]);
  });

  it("does not exist when they take no part, or for who is no mentee", async () => {
    const lapsed = await insertMentor({}, { standing: "lapsed" });
    const suspended = await insertMentor({}, { status: "suspended" });
    for (const id of [lapsed.id, suspended.id, mentee.id, randomUUID(), "x", "../admin"]) {
      expect(await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, id, NOW)).toBeNull();
    }
    const listed = await insertMentor();
    const noMentee = await insertMember({ isMentor: true });
    expect(await findMentor(viewerOf(noMentee), DEFAULT_SETTINGS, listed.id, NOW)).toBeNull();
  });

  it("says that they are full, or away and until when", async () => {
    const back = new Date("2026-05-01T00:00:00Z");
    const away = await insertMentor({ isAvailable: false, availableAgainAt: back });
    const full = await insertMentor();
    await insertRelationship(full, await insertMentee(), 1);
    const seen = async ({ id }: TestMember) => findMentor(viewerOf(mentee), DEFAULT_SETTINGS, id, NOW);
    expect(await seen(away)).toMatchObject({ closedBecause: "unavailable", backAt: back });
    expect(await seen(full)).toMatchObject({ closedBecause: "full", backAt: null, placesFree: 0 });
  });

  it("is found by their name while they are full or away, and by nothing else", async () => {
    const named = (name: string) => ({ searchText: `${name} claims in wojcik`, headline: name });
    const away = await insertMentor({ ...named("zofia wojcik"), isAvailable: false }, { name: "Zofia Wójcik" });
    await insertMentor({ ...named("adam nowak"), isAvailable: false }, { name: "Adam Nowak" });
    await insertMentor(named("ewa wojcik"), { name: "Ewa Wójcik" });
    await insertMentor({ ...named("jan wojcik"), isAvailable: false }, { name: "Jan Wójcik", status: "suspended" });
    const found = async (typed: string, who = mentee) =>
      (await findClosedByName(viewerOf(who), typed, NOW)).map(({ memberId }) => memberId);
    expect(await found("Wójcik")).toEqual([away.id]);
    expect(await found("zof WOJ")).toEqual([]);
    expect(await found("zofia woj")).toEqual([away.id]);
    expect(await found("claims")).toEqual([]);
    expect(await found("")).toEqual([]);
    expect(await found("Wójcik", away)).toEqual([]);
  });

  it("stays visible to those who asked them, and says why not to ask again now", async () => {
    const unavailable = await insertMentor({ isAvailable: false });
    const full = await insertMentor();
    await insertRelationship(full, await insertMentee(), 1);
    for (const [mentor, because] of [[unavailable, "unavailable"] as const, [full, "full"] as const]) {
      const proposal = await insertProposal(mentor, "rejected");
      const found = await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, mentor.id, NOW);
      expect(found).toMatchObject({ closedBecause: because, proposal: { id: proposal, status: "rejected" } });
    }
    const gone = await insertMentor({}, { status: "deleted" });
    await insertProposal(gone, "rejected");
    expect(await findMentor(viewerOf(mentee), DEFAULT_SETTINGS, gone.id, NOW)).toBeNull();
  });

  it("may be oneself, whether listed or not", async () => {
    const mentor = await insertMentor({ isAvailable: false });
    const found = await findMentor(viewerOf(mentor), DEFAULT_SETTINGS, mentor.id, NOW);
    expect(found).toMatchObject({ isViewer: true, closedBecause: "unavailable", reasons: [] });
  });
});

describe("whom to try instead", () => {
  it("is the best three, but nobody who was asked before or is to be left out", async () => {
    const mentors = [];
    for (let i = 0; i < 6; i++) mentors.push(await insertMentor({ answerHours: 20 + i * 40 }));
    const [asked, left, ...others] = mentors;
    if (!asked || !left) throw new Error("too few mentors");
    await insertProposal(asked, "expired");
    const suggested = await suggestMentors(mentee.id, [left.id], DEFAULT_SETTINGS);
    for (const { memberId } of suggested) expect(others.map(({ id }) => id)).toContain(memberId);
    expect(suggested).toHaveLength(3);
    expect(suggested[0]).toMatchObject({ memberId: others[0]?.id, name: others[0]?.name });
    expect(suggested[0]?.reasons.map(({ kind }) => kind)).toContain("covers-all");
  });

  it("is nobody when there is nobody", async () => {
    expect(await suggestMentors(mentee.id, [], DEFAULT_SETTINGS)).toEqual([]);
  });
});

function find(params: Record<string, string>, who = mentee) {
  return findMentors(viewerOf(who), DEFAULT_SETTINGS, readFilters(params, DEFAULT_SETTINGS));
}

async function listed(who = mentee): Promise<string[]> {
  return (await find({}, who)).mentors.map((card) => card.memberId);
}

function viewerOf({ id, name, email, number, isMentor, isMentee }: TestMember): Viewer {
  const activeRole = isMentee ? "mentee" : "mentor";
  return {
    memberId: id,
    name,
    email,
    number,
    isMentor,
    isMentee,
    activeRole,
    staff: "none",
    timeZone: "Europe/London",
    picture: null,
    isAvailable: true,
  };
}

async function insertRelationship(mentor: TestMember, partner: TestMember, mentorPlace: number): Promise<string> {
  const id = randomUUID();
  const people = { mentorId: mentor.id, menteeId: partner.id, mentorPlace, menteePlace: 1 };
  await db().relationship.create({ data: { id, ...people, startedAt: NOW, agreedUntil: NOW, dueAt: NOW } });
  return id;
}

async function insertProposal(mentor: TestMember, status: string): Promise<string> {
  const id = randomUUID();
  const times = { sentAt: NOW, expiresAt: NOW, movedAt: NOW, remindDays: [], remindAt: [], expireDay: 21 };
  await db().proposal.create({ data: { id, menteeId: mentee.id, mentorId: mentor.id, status, slot: 1, ...times } });
  return id;
}
