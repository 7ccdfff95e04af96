import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { insertMember, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { makeAvailable, makeUnavailable } from "./commands";
import { availabilitySweepStep } from "./sweep-step";

const NOW = new Date("2026-06-01T09:00:00Z");
const JULY = new Date("2026-07-01T00:00:00Z");
const LATER = new Date("2026-07-01T00:00:01Z");

const stateOf = ({ id }: TestMember) =>
  db().mentorProfile.findUniqueOrThrow({ where: { memberId: id }, select: { isAvailable: true, availableAgainAt: true } });
const isListed = async ({ id }: TestMember) => (await db().mentorListing.count({ where: { memberId: id } })) === 1;
const factsOf = async ({ id }: TestMember) =>
  (await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" }, select: { fact: true } })).map(
    ({ fact }) => fact,
  );
const toldOf = async ({ id }: TestMember) => {
  const where = { memberId: id, kind: "available-again" };
  return [await db().notification.count({ where }), await db().mail.count({ where })];
};

describe("Make Unavailable and Make Available", () => {
  test("take the mentor off the list and put them back, audited once for each change", async () => {
    const mentor = await insertMentor();
    expect((await makeUnavailable(viewerOf(mentor), null, NOW)).ok).toBe(true);
    expect((await makeUnavailable(viewerOf(mentor), null, NOW)).ok).toBe(true);
    expect([await stateOf(mentor), await isListed(mentor)]).toEqual([{ isAvailable: false, availableAgainAt: null }, false]);
    await makeUnavailable(viewerOf(mentor), JULY, NOW);
    expect(await stateOf(mentor)).toEqual({ isAvailable: false, availableAgainAt: JULY });
    await makeAvailable(viewerOf(mentor), NOW);
    expect([await stateOf(mentor), await isListed(mentor)]).toEqual([{ isAvailable: true, availableAgainAt: null }, true]);
    expect(await factsOf(mentor)).toEqual(["made-unavailable", "made-unavailable", "made-available"]);
  });

  test("are not for those without the role or a profile", async () => {
    for (const member of [await insertMember({ isMentor: true }), await insertMentor({}, { isMentor: false })]) {
      expect(await makeUnavailable(viewerOf(member), null, NOW)).toEqual({ ok: false, reason: "no-profile" });
      expect(await factsOf(member)).toEqual([]);
    }
  });
});

describe("the sweep", () => {
  test("brings a mentor back on the day, not before, and tells them once", async () => {
    const mentor = await insertMentor();
    await makeUnavailable(viewerOf(mentor), JULY, NOW);
    expect(await sweep(availabilitySweepStep, new Date(JULY.getTime() - 1))).toEqual({});
    const runs = await Promise.all(Array.from({ length: 10 }, () => sweep(availabilitySweepStep, LATER)));
    expect(runs.reduce((sum, counts) => sum + (counts.availableAgain ?? 0), 0)).toBe(1);
    expect([await stateOf(mentor), await isListed(mentor)]).toEqual([{ isAvailable: true, availableAgainAt: null }, true]);
    expect(await toldOf(mentor)).toEqual([1, 1]);
    expect(await factsOf(mentor)).toEqual(["made-unavailable", "made-available"]);
  });

  test("does not bring back those who changed their minds, and tells nobody who has left", async () => {
    const [still, gone] = [await insertMentor(), await insertMentor({}, {})];
    await makeUnavailable(viewerOf(still), JULY, NOW);
    await makeUnavailable(viewerOf(still), null, NOW);
    await makeUnavailable(viewerOf(gone), JULY, NOW);
    await db().member.update({ where: { id: gone.id }, data: { status: "deleted" }, select: { id: true } });
    await sweep(availabilitySweepStep, LATER);
    expect(await stateOf(still)).toEqual({ isAvailable: false, availableAgainAt: null });
    expect([await toldOf(still), await toldOf(gone)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(await isListed(gone)).toBe(false);
  });

  test("goes through all of them batch by batch", async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, async () => (await insertMentor()).id));
    await db().mentorProfile.updateMany({
      where: { memberId: { in: ids } },
      data: { isAvailable: false, availableAgainAt: JULY },
    });
    const seen: string[] = [];
    let after = null;
    for (;;) {
      const batch = await availabilitySweepStep.findDue(LATER, after, 5);
      if (batch.length === 0) break;
      seen.push(...batch.map(({ memberId }) => memberId));
      after = batch.at(-1) ?? null;
    }
    expect(seen.filter((id) => ids.includes(id))).toHaveLength(12);
    expect((await sweep(availabilitySweepStep, LATER)).availableAgain).toBeGreaterThanOrEqual(12);
  });
});
