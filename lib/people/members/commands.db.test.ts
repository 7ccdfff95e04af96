import { describe, expect, it } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentor, type TestMember } from "@/testing/people";
import { saveMenteeProfile, saveMentorProfile, saveTimeZone } from "./commands";
import { getMenteeProfile, getMentorProfile } from "./queries";
import { refreshSearchTexts } from "./upkeep";

const NOW = new Date("2026-03-02T10:00:00Z");
const SHARED = { headline: "Claims", about: "Façades", topics: [1, 6], sector: 2, region: null, languages: [1], methods: [2] };
const MENTOR = { ...SHARED, yearsOfExperience: 20, capacity: 2, takesNoQuestions: false };
const MENTEE = { ...SHARED, aims: "A plan", careerStage: 2 };

describe("saving a profile", () => {
  it("makes a mentor findable at once, by name and words without accents, and is audited", async () => {
    const member = await insertMember({ isMentor: true, name: "Zoë Ø" });
    expect(await saveMentorProfile(viewerOf(member), MENTOR, [], DEFAULT_SETTINGS, NOW)).toEqual({ ok: true, value: null });
    expect(await getMentorProfile(member.id)).toEqual({
      ...MENTOR,
      memberId: member.id,
      isAvailable: true,
      answerHours: null,
      askedCount: 0,
      repliedCount: 0,
    });
    const kept = await db().mentorProfile.findUniqueOrThrow({ where: { memberId: member.id }, select: { searchText: true } });
    expect(kept.searchText).toBe("zoe o claims facades career planning personal confidence");
    expect(await db().mentorListing.findUnique({ where: { memberId: member.id } })).toMatchObject({
      topics: 0b1000010n,
      methods: 0b100n,
      placesFree: 2,
    });
    expect(await facts(member)).toEqual([
      { at: NOW, actor: "member", actorId: member.id, fact: "profile-saved", subject: "member", data: { role: "mentor" } },
    ]);
  });

  it("replaces what was there, and keeps what is not in the form", async () => {
    const member = await insertMentor({ isAvailable: false, answerHours: 30 });
    await saveMentorProfile(viewerOf(member), { ...MENTOR, headline: "New" }, [], DEFAULT_SETTINGS, NOW);
    expect(await getMentorProfile(member.id)).toMatchObject({
      headline: "New",
      isAvailable: false,
      answerHours: 30,
      capacity: 2,
      takesNoQuestions: false,
    });
  });

  it("keeps a mentee's profile", async () => {
    const member = await insertMember({ isMentee: true });
    expect(await getMenteeProfile(member.id)).toBeNull();
    expect((await saveMenteeProfile(viewerOf(member), MENTEE, [], DEFAULT_SETTINGS, NOW)).ok).toBe(true);
    await saveMenteeProfile(viewerOf(member), { ...MENTEE, aims: "Another" }, [], DEFAULT_SETTINGS, NOW);
    expect(await getMenteeProfile(member.id)).toEqual({ ...MENTEE, aims: "Another", memberId: member.id });
    expect(await facts(member)).toHaveLength(2);
  });

  it.each([{ topics: [1, 60] }, { sector: 9 }, { region: 9 }, { methods: [9] }, { languages: [2] }, { careerStage: 9 }])(
    "refuses what the society's lists do not have: %j",
    async (change) => {
      const member = await insertMember({ isMentee: true });
      const result = await saveMenteeProfile(viewerOf(member), { ...MENTEE, ...change }, [], DEFAULT_SETTINGS, NOW);
      expect(result).toEqual({ ok: false, reason: "unknown-choice" });
      expect(await getMenteeProfile(member.id)).toBeNull();
    },
  );

  it("refuses those without the role and those suspended meanwhile, and writes nothing", async () => {
    const mentee = await insertMember({ isMentee: true });
    const suspended = await insertMember({ isMentor: true, status: "suspended" });
    for (const member of [mentee, suspended]) {
      const result = await saveMentorProfile(viewerOf(member), MENTOR, [], DEFAULT_SETTINGS, NOW);
      expect(result).toEqual({ ok: false, reason: "not-your-role" });
      expect(await facts(member)).toEqual([]);
    }
  });

  it("takes what hostile hands type as text", async () => {
    const member = await insertMember({ isMentor: true });
    const headline = `'); DROP TABLE "members"; -- \${1} $1 {{x}} \\`;
    await saveMentorProfile(viewerOf(member), { ...MENTOR, headline }, [], DEFAULT_SETTINGS, NOW);
    expect((await getMentorProfile(member.id))?.headline).toBe(headline);
  });

  it("can bring the words up to date after a change of name", async () => {
    const member = await insertMentor({ headline: "Claims" });
    await db().member.update({ where: { id: member.id }, data: { name: "Ève New" } });
    expect(await refreshSearchTexts(DEFAULT_SETTINGS)).toBeGreaterThan(0);
    expect(await refreshSearchTexts(DEFAULT_SETTINGS)).toBe(0);
    const kept = await db().mentorProfile.findUniqueOrThrow({ where: { memberId: member.id }, select: { searchText: true } });
    expect(kept.searchText).toMatch(/^eve new claims /);
  });
});

describe("saving a time zone", () => {
  it("takes places and refuses offsets and nonsense", async () => {
    const member = await insertMember();
    for (const name of ["+01:00", "Moon/Base", "", "europe/paris; --"]) {
      expect(await saveTimeZone(viewerOf(member), name, NOW)).toEqual({ ok: false, reason: "unknown-time-zone" });
    }
    expect(await saveTimeZone(viewerOf(member), "Europe/Paris", NOW)).toEqual({ ok: true, value: null });
    await saveTimeZone(viewerOf(member), "Europe/Paris", NOW);
    const kept = await db().member.findUniqueOrThrow({ where: { id: member.id }, select: { timeZone: true } });
    expect(kept.timeZone).toBe("Europe/Paris");
    expect(await facts(member)).toMatchObject([{ fact: "time-zone-saved" }]);
  });

  it("keeps today's name, whichever the browser or an earlier page sent", async () => {
    const member = await insertMember();
    for (const [sent, kept] of [
      ["Europe/Kiev", "Europe/Kyiv"],
      ["Asia/Kolkata", "Asia/Kolkata"],
      ["Etc/UTC", "UTC"],
    ] as const) {
      await saveTimeZone(viewerOf(member), sent, NOW);
      const { timeZone } = await db().member.findUniqueOrThrow({ where: { id: member.id }, select: { timeZone: true } });
      expect(timeZone).toBe(kept);
    }
  });
});

function viewerOf({ id, name, email, number, isMentor, isMentee }: TestMember): Viewer {
  const activeRole = isMentor ? "mentor" : "mentee";
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

function facts(member: TestMember) {
  return db().auditEvent.findMany({
    where: { subjectId: member.id },
    orderBy: { id: "asc" },
    select: { at: true, actor: true, actorId: true, fact: true, subject: true, data: true },
  });
}
