import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { findAlternatives, findOwnWords } from "./queries";

const WANTED = { topics: [1], methods: [2], languages: [1], sector: 2, region: 1 };
let mentee: TestMember;
let asked: TestMember;
let others: TestMember[];
let proposalId: string;

const look = (now: Date, who = mentee, settings = DEFAULT_SETTINGS) => findAlternatives(viewerOf(who), WANTED, settings, now);

async function ask(mentor: TestMember, at: Date): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, at);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

async function reject(id = proposalId, mentor = asked): Promise<void> {
  const why = { because: 2, reason: "Only between us." };
  const rejected = await proposals.reject(viewerOf(mentor), id, why, DEFAULT_SETTINGS, onDay(2));
  if (!rejected.ok) throw new Error(rejected.reason);
}

beforeEach(async () => {
  await db().relationship.deleteMany();
  await db().proposal.deleteMany();
  await db().member.deleteMany();
  mentee = await insertMentee();
  asked = await insertMentor();
  others = [];
  for (let i = 0; i < 4; i++) others.push(await insertMentor({ answerHours: 20 + i * 40 }));
  proposalId = await ask(asked, SENT_AT);
});

describe("after a no", () => {
  test("there are three others with reasons, and never who was asked", async () => {
    expect(await look(onDay(1))).toBeNull();
    await reject();
    const found = await look(onDay(3));
    expect(found).toMatchObject({ proposalId, mentorName: asked.name, isRejected: true, because: 2 });
    expect(found?.mentors).toHaveLength(3);
    expect(found?.mentors[0]?.memberId).toBe(others[0]?.id);
    expect(found?.mentors[0]?.reasons.map(({ kind }) => kind)).toContain("covers-all");
    expect(found?.mentors.map(({ memberId }) => memberId)).not.toContain(asked.id);
  });

  test("the mentee hears of it for thirty days, and not once they have asked somebody else", async () => {
    await reject();
    expect(await look(onDay(31))).not.toBeNull();
    expect(await look(onDay(33))).toBeNull();
    await ask(others[0] as TestMember, onDay(4));
    expect(await look(onDay(5))).toBeNull();
  });

  test("nor once they have as many mentors as they may have", async () => {
    const second = await ask(others[0] as TestMember, onDay(1));
    await reject();
    expect(await look(onDay(3))).not.toBeNull();
    const accepted = await proposals.accept(viewerOf(others[0] as TestMember), second, 1, DEFAULT_SETTINGS, onDay(3));
    expect(accepted.ok).toBe(true);
    expect(await look(onDay(4))).toBeNull();
  });

  test("nobody else hears of it", async () => {
    await reject();
    expect(await look(onDay(3), asked)).toBeNull();
    expect(await look(onDay(3), await insertMentee())).toBeNull();
  });

  test("where nobody fits, the no is still said", async () => {
    await reject();
    await db().mentorProfile.updateMany({ data: { isAvailable: false } });
    expect(await look(onDay(3))).toMatchObject({ proposalId, mentors: [] });
  });
});

test("a deadline that passed is the same, whether it was swept or not", async () => {
  expect(await look(onDay(20))).toBeNull();
  expect(await look(onDay(22))).toMatchObject({ proposalId, isRejected: false, because: null });
});

describe("the words of a proposal", () => {
  test("are there for its mentee alone, as they were changed last", async () => {
    const changed = { ...WORDS, objectives: "Something else by the summer." };
    await proposals.edit(viewerOf(mentee), proposalId, changed, DEFAULT_SETTINGS, onDay(1));
    expect(await findOwnWords(viewerOf(mentee), proposalId)).toEqual(changed);
    for (const other of [asked, await insertMentee()]) expect(await findOwnWords(viewerOf(other), proposalId)).toBeNull();
    expect(await findOwnWords(viewerOf(mentee), "nonsense")).toBeNull();
  });
});

test("a reason that the society does not offer is none", async () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    rejectionReasons: DEFAULT_SETTINGS.rejectionReasons.map((entry) => ({ ...entry, retired: entry.id === 2 })),
  };
  const rejected = await proposals.reject(viewerOf(asked), proposalId, { because: 2 }, settings, onDay(1));
  expect(rejected).toMatchObject({ ok: true, value: { rejectedBecause: null, status: "rejected" } });
});
