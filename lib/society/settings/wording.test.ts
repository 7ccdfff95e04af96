import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, LIST_NAMES } from "./settings";
import { aboutList, LOGO_TOO_SMALL, type SettingsRefusal, sayRefusal, sayTooFaint, sayUse } from "./wording";

const WORDS = { mentor: "guide", mentors: "guides", mentee: "learner", mentees: "learners" };

/** What each refusal speaks of. */
const REFUSALS: Record<SettingsRefusal, RegExp> = {
  "unknown-entry": /entry no longer exists/,
  "named-already": /already has this name/,
  "named-before": /retired entry .* [Bb]ring that one back/,
  full: /room for 62 entries/,
  "last-offered": /only entry left on offer/,
  "not-allowed": /Only an admin/,
  "no-such-logo": /logo no longer exists/,
  busy: /press the button again/,
};
test.each(Object.entries(REFUSALS))("%s is said", (reason, sentence) => {
  expect(sayRefusal(reason as SettingsRefusal)).toMatch(sentence);
});

test("every list has a name of its own and says who chooses from it, in the society's words", () => {
  const lists = LIST_NAMES.map((list) => aboutList(list, { ...DEFAULT_SETTINGS, words: WORDS }));
  expect(lists).toEqual([
    { name: "Topics", about: "What learners want help with and guides offer. Reports are broken down by topic." },
    { name: "Sectors", about: "Where guides and learners work." },
    { name: "Regions", about: "Where guides and learners are." },
    { name: "Ways to meet", about: "How guides and learners like to meet." },
    { name: "Languages", about: "The languages guides and learners can talk in." },
    { name: "Career stages", about: "How far learners are in their careers." },
    {
      name: "Reasons for rejecting a proposal",
      about: "Guides choose one when they reject a proposal. The learner reads it, and reports count it.",
    },
  ]);
});

test.each([
  ["topics", 0, "not in any profile"],
  ["topics", 1, "in 1 profile"],
  ["regions", 2, "in 2 profiles"],
  ["topics", 1234, "in 1,234 profiles"],
  ["rejectionReasons", 0, "not in any proposal"],
  ["rejectionReasons", 1, "in 1 proposal"],
  ["rejectionReasons", 1234, "in 1,234 proposals"],
] as const)("of %s, used %i times", (list, count, said) => {
  expect(sayUse(list, count)).toBe(said);
});

test("a colour that is too faint is told by how much, and what would do", () => {
  expect(sayTooFaint("#ffcc00", "light")).toMatch(
    /^#ffcc00 is too hard to read.* on the tinted boxes is 1\.3 to 1, and at least 4\.5 to 1 is needed\. The nearest .* is #[0-9a-f]{6}\.$/,
  );
  expect(LOGO_TOO_SMALL).toMatch(/at least 40 pixels/);
});
