import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import * as relationships from "./commands";
import { checkRelationships } from "./invariants";
import { relationshipSweepStep } from "./sweep-step";

interface Pair {
  id: string;
  mentee: TestMember;
  mentor: TestMember;
}

async function begin(): Promise<Pair> {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await proposals.accept(viewerOf(mentor), sent.value, 1, DEFAULT_SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return { id: sent.value, mentee, mentor };
}

const stateOf = (id: string) => db().relationship.findUniqueOrThrow({ where: { id } });
const toldOf = ({ id }: { id: string }, kind: string) => db().mail.count({ where: { proposalId: id, kind } });

describe("either of the two", () => {
  test("ends it: the partner is told, the place is free, the reason is kept for staff", async () => {
    const pair = await begin();
    expect(await relationships.end(viewerOf(pair.mentee), pair.id, "We moved.", DEFAULT_SETTINGS, onDay(30))).toMatchObject({
      ok: true,
    });
    expect(await stateOf(pair.id)).toMatchObject({ endedBecause: "mentee", endReason: "We moved.", dueAt: null });
    expect(await toldOf(pair, "relationship-ended")).toBe(1);
    expect(await db().mentorListing.count({ where: { memberId: pair.mentor.id } })).toBe(1);
    expect(await relationships.end(viewerOf(pair.mentor), pair.id, null, DEFAULT_SETTINGS, onDay(30))).toEqual({
      ok: false,
      reason: "already-ended",
    });
  });

  test("nobody else: for them it is not there", async () => {
    const pair = await begin();
    const stranger = await insertMentee();
    expect(await relationships.end(viewerOf(stranger), pair.id, null, DEFAULT_SETTINGS, onDay(30))).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await stateOf(pair.id)).toMatchObject({ endedAt: null, version: 1 });
  });

  test("both at once: one ends it, the other is told that it has ended", async () => {
    for (let i = 0; i < 10; i++) {
      const pair = await begin();
      const results = await Promise.all([
        relationships.end(viewerOf(pair.mentee), pair.id, null, DEFAULT_SETTINGS, onDay(30)),
        relationships.end(viewerOf(pair.mentor), pair.id, null, DEFAULT_SETTINGS, onDay(30)),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await toldOf(pair, "relationship-ended")).toBe(1);
    }
  });

  test("go on when both want to; agreeing ten times at once is agreeing once", async () => {
    const pair = await begin();
    await relationships.askExtension(viewerOf(pair.mentor), pair.id, 6, DEFAULT_SETTINGS, onDay(30));
    const agree = () => relationships.agreeExtension(viewerOf(pair.mentee), pair.id, 6, DEFAULT_SETTINGS, onDay(30));
    const results = await Promise.all(Array.from({ length: 10 }, agree));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { startedAt, agreedUntil } = await stateOf(pair.id);
    expect(agreedUntil.getTime() - startedAt.getTime()).toBeGreaterThan(540 * 86_400_000);
    expect(agreedUntil.getTime() - startedAt.getTime()).toBeLessThan(552 * 86_400_000);
    expect(await toldOf(pair, "extension-agreed")).toBe(1);
  });
});

describe("the clock", () => {
  test("asks both a month and a week before, each once, and ends it; sweeps at once and late do no more", async () => {
    const pair = await begin();
    const { agreedUntil } = await stateOf(pair.id);
    const daysBefore = (days: number) => new Date(agreedUntil.getTime() - days * 86_400_000);
    const sweeps = (now: Date) => Promise.all([1, 2, 3].map(() => sweep(relationshipSweepStep, now)));
    await sweeps(daysBefore(40));
    expect(await toldOf(pair, "relationship-ending")).toBe(0);
    await sweeps(daysBefore(20));
    expect(await toldOf(pair, "relationship-ending")).toBe(2);
    await sweeps(daysBefore(6));
    await sweeps(daysBefore(5));
    expect(await toldOf(pair, "relationship-ending")).toBe(4);
    await sweeps(daysBefore(-3));
    expect(await stateOf(pair.id)).toMatchObject({ endedAt: agreedUntil, endedBecause: "completed", dueAt: null });
    expect(await toldOf(pair, "relationship-completed")).toBe(2);
  });

  test("the date decides: past the agreed end nothing can be done, swept or not", async () => {
    const pair = await begin();
    const { agreedUntil } = await stateOf(pair.id);
    expect(await relationships.askExtension(viewerOf(pair.mentee), pair.id, 3, DEFAULT_SETTINGS, agreedUntil)).toMatchObject({
      reason: "already-ended",
    });
  });

  test("the nightly check finds one that would be looked at too late", async () => {
    const { id } = await begin();
    const found = async () => {
      const subjects = [];
      for await (const { subjectId } of checkRelationships("Europe/London")) subjects.push(subjectId);
      return subjects;
    };
    expect(await found()).not.toContain(id);
    await db().relationship.update({ where: { id }, data: { dueAt: new Date("2030-01-01T00:00:00Z") } });
    expect(await found()).toContain(id);
  });
});
