import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FEWEST, findGroups, type Group, tally, type Waiting } from "./counting";

const NOW = new Date("2026-06-30T12:00:00Z");
const hoursAgo = (hours: number, now = NOW) => new Date(now.getTime() - hours * 3_600_000);

function waiting(count: number, change: Partial<Waiting> = {}): Waiting[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: `${change.role ?? "mentee"}-${i}`, version: 1, programmeId: null, role: "mentee", wantsContact: false },
    ...{ answeredAt: hoursAgo(30), chosen: { 1: 4 } },
    ...change,
  }));
}
const shapes = (groups: Group[]) => groups.map(({ programme, role, answers }) => [programme, role, answers.length]);

describe("answers enter the figures", () => {
  test.each<[string, Waiting[], (string | number)[][]]>([
    ["five together", waiting(5), [["", "mentee", 5]]],
    ["never four", waiting(4), []],
    ["only once they can no longer be changed", [...waiting(4), ...waiting(1, { answeredAt: hoursAgo(23) })], []],
    ["not by those whose names staff know", [...waiting(4), ...waiting(3, { wantsContact: true })], []],
    ["but with them", [...waiting(5), ...waiting(1, { wantsContact: true })], [["", "mentee", 6]]],
    ["by role", [...waiting(5), ...waiting(4, { role: "mentor" })], [["", "mentee", 5]]],
    [
      "of both roles after a week",
      [...waiting(3, { programmeId: "p", answeredAt: hoursAgo(168) }), ...waiting(2, { programmeId: "p", role: "mentor" })],
      [["p", "", 5]],
    ],
    [
      "of all programmes at last",
      [...waiting(3, { programmeId: "p", answeredAt: hoursAgo(168) }), ...waiting(2, { programmeId: "q" })],
      [["", "", 5]],
    ],
  ])("%s", (_, answers, groups) => {
    expect(shapes(findGroups(answers, NOW))).toEqual(groups);
  });

  test("with a question only where five have answered it", () => {
    const answers = [...waiting(4, { chosen: { 1: 5, 2: 1 } }), ...waiting(2, { chosen: { 1: 3 } })];
    expect(tally({ programme: "", role: "mentee", answers })).toEqual([
      { question: 0, value: 0, count: 6 },
      { question: 1, value: 5, count: 4 },
      { question: 1, value: 3, count: 2 },
    ]);
  });
});

/** A view of the figures: some of the programmes, roles and days, looked at on some day. */
interface View {
  programme: string | null;
  role: string | null;
  from: number;
  to: number;
  on: number;
}
const answer = fc.record({
  programmeId: fc.constantFrom(null, "p", "q"),
  role: fc.constantFrom("mentor" as const, "mentee" as const, null),
  day: fc.nat({ max: 20 }),
  wantsContact: fc.boolean(),
});
const view = fc.record<View>({
  programme: fc.constantFrom(null, "", "p", "q"),
  role: fc.constantFrom(null, "", "mentor", "mentee"),
  from: fc.nat({ max: 30 }),
  to: fc.nat({ max: 30 }),
  on: fc.nat({ max: 30 }),
});

test("whatever is filtered, however often and on whatever days, no combination of views is about fewer than five unnamed people", () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 60 }), fc.array(view, { minLength: 1, maxLength: 6 }), (answers, views) => {
      const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 12));
      let left: Waiting[] = [];
      const counted: { day: number; group: Group }[] = [];
      for (let day = 0; day <= 30; day++) {
        const groups = findGroups(left, dayOf(day));
        for (const group of groups) counted.push({ day, group });
        const taken = new Set(groups.flatMap((group) => group.answers));
        left = left.filter((one) => !taken.has(one));
        answers.forEach((one, i) => {
          if (one.day === day) left.push({ ...one, id: String(i), version: 1, answeredAt: dayOf(day), chosen: { 1: 3 } });
        });
      }
      // Whom each view counts; people whom the same views count cannot be told apart by any sum or difference of these.
      const seenBy = new Map<string, Waiting[]>();
      for (const { day, group } of counted) {
        for (const one of group.answers) {
          const signature = views
            .map(({ programme, role, from, to, on }) => {
              const isIn = (programme ?? group.programme) === group.programme && (role ?? group.role) === group.role;
              return isIn && day >= from && day <= to && day <= on ? 1 : 0;
            })
            .join("");
          seenBy.set(signature, [...(seenBy.get(signature) ?? []), one]);
        }
      }
      for (const people of seenBy.values()) {
        expect(people.filter(({ wantsContact }) => !wantsContact).length).toBeGreaterThanOrEqual(FEWEST);
      }
      const ids = counted.flatMap(({ group }) => group.answers.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 300 },
  );
});
