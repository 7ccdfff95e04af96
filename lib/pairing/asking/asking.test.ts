import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/society/settings/settings";
import { type Asked, between, mayAsk, type Possible, possibleNow } from "./asking";
import { sayAsked, sayMarked, sayPossible } from "./wording";

const asked = (...became: Asked["became"][]) => ({
  asked: became.map((one, i): Asked => ({ mentorId: `mentor ${i}`, id: `proposal ${i}`, became: one })),
});
const limits = (openPerMentee: number, mentorsPerMentee: number): Settings => ({
  ...DEFAULT_SETTINGS,
  proposals: { ...DEFAULT_SETTINGS.proposals, openPerMentee },
  relationships: { ...DEFAULT_SETTINGS.relationships, mentorsPerMentee },
});

describe("what a mentee can ask now", () => {
  test.each<[Asked["became"][], open: number, mentors: number, Possible, said: RegExp]>([
    [[], 3, 1, { kind: "may-ask", waiting: 0, left: 3 }, /^You can ask up to 3 at once; the first to accept/],
    [[], 3, 2, { kind: "may-ask", waiting: 0, left: 3 }, /^You can ask up to 3 at once\.$/],
    [[], 1, 1, { kind: "may-ask", waiting: 0, left: 1 }, /^You can ask one at a time\.$/],
    [["rejected", "expired", "withdrawn", "was-partner"], 3, 1, { kind: "may-ask", waiting: 0, left: 3 }, /up to 3/],
    [["waiting"], 3, 1, { kind: "may-ask", waiting: 1, left: 2 }, /a proposal waiting for a reply, and can ask 2 more\.$/],
    [["waiting", "waiting"], 3, 1, { kind: "may-ask", waiting: 2, left: 1 }, /2 proposals waiting .* can ask 1 more\.$/],
    [["waiting", "waiting", "waiting"], 3, 1, { kind: "all-waiting", waiting: 3 }, /3 proposals .* withdraw one/],
    [["waiting"], 1, 1, { kind: "all-waiting", waiting: 1 }, /^Your proposal is waiting/],
    // The society has lowered its limit since.
    [["waiting", "waiting"], 1, 1, { kind: "all-waiting", waiting: 2 }, /2 proposals/],
    [["partner"], 3, 1, { kind: "has-mentor" }, /^You have a mentor, so you cannot/],
    [["partner", "partner"], 3, 2, { kind: "has-mentor" }, /as many mentors/],
    [["partner", "waiting"], 3, 2, { kind: "may-ask", waiting: 1, left: 2 }, /2 more/],
  ])("%j of %i open and %i mentors", (became, open, mentors, possible, said) => {
    const settings = limits(open, mentors);
    expect(possibleNow(asked(...became), settings)).toEqual(possible);
    expect(sayPossible(possible, settings)).toMatch(said);
  });
});

test.each<[Asked["became"] | null, boolean]>([
  [null, true],
  ["was-partner", true],
  ["rejected", true],
  ["expired", true],
  ["withdrawn", true],
  ["waiting", false],
  ["partner", false],
])("whoever is %s may be asked: %s", (became, may) => {
  const one: Asked | null = became && { mentorId: "m", id: "p", became };
  expect(mayAsk({ kind: "may-ask", waiting: 0, left: 3 }, one)).toBe(may);
  expect(mayAsk({ kind: "has-mentor" }, one)).toBe(false);
  expect(mayAsk({ kind: "all-waiting", waiting: 3 }, one)).toBe(false);
});

test("of several proposals to one mentor, the one that is still moving counts, and then the newest", () => {
  const standing = {
    asked: [
      { mentorId: "m", id: "moving", became: "waiting" },
      { mentorId: "n", id: "newest", became: "rejected" },
      { mentorId: "m", id: "older", became: "expired" },
    ] satisfies Asked[],
  };
  expect([between(standing, "m")?.id, between(standing, "n")?.id, between(standing, "x")]).toEqual(["moving", "newest", null]);
});

test.each<[Asked["became"], mark: RegExp, href: string]>([
  ["partner", /^Your mentor$/, "/relationships/p"],
  ["was-partner", /Was your mentor/, "/relationships/p"],
  ["waiting", /not replied yet/, "/relationships/p/details"],
  ["rejected", /Could not take up/, "/relationships/p/details"],
  ["expired", /Did not reply/, "/relationships/p/details"],
  ["withdrawn", /withdrawn/, "/relationships/p/details"],
])("%s is marked", (became, mark, href) => {
  const said = sayAsked({ mentorId: "m", id: "p", became }, DEFAULT_SETTINGS);
  expect(said.mark).toMatch(mark);
  expect(said.href).toBe(href);
});

test.each([
  [2, 0, "Saved (2)"],
  [0, 3, "Hidden (3)"],
  [1, 1, "Saved (1) and hidden (1)"],
  [0, 0, "Your alerts"],
])("%i saved and %i hidden are said", (saved, hidden, said) => {
  expect(sayMarked({ saved: Array.from({ length: saved }, String), hidden })).toBe(said);
});
