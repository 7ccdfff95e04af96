import { expect, test } from "vitest";
import { fillIn } from "@/lib/notify/letters/placeholders";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { BeginInput, cleanFilters, EditInput } from "./input";
import { LETTER_LISTS } from "./letter";
import { findNamed, placeholdersFor, valuesFor } from "./placeholders";
import { FOR_PAIRS, prepareForMentors, prepareForPairs } from "./prepared";
import { sayOnList, sayTo } from "./wording";

const ID = "00000000-0000-4000-8000-0000000000aa";
const ALL = "{{name}}/{{partner}}/{{mentee}}/{{mentor}}/{{society}}";

test("each of the two reads their own name, their partner’s, and which of them is which", () => {
  const { name: society } = SETTINGS.society;
  const read = (role: "mentee" | "mentor" | null, partnerName: string | null) =>
    fillIn(ALL, valuesFor({ name: "Amina", role, partnerName }, SETTINGS));
  expect(read("mentee", "Gareth")).toBe(`Amina/Gareth/Amina/Gareth/${society}`);
  expect(read("mentor", "Gareth")).toBe(`Amina/Gareth/Gareth/Amina/${society}`);
  expect(read("mentee", null)).toBe(`Amina/a mentor/Amina/a mentor/${society}`);
  expect(read(null, null)).toBe(`Amina/{{partner}}/{{mentee}}/{{mentor}}/${society}`);
});

test("what may stand in a letter has a value for everybody who reads it", () => {
  const reader = { name: "Amina", role: "mentor", partnerName: "Gareth" } as const;
  expect(Object.keys(valuesFor(reader, SETTINGS)).sort()).toEqual([...placeholdersFor("relationships")].sort());
  const alone = { name: "Amina", role: null, partnerName: null };
  expect(Object.keys(valuesFor(alone, SETTINGS)).sort()).toEqual([...placeholdersFor("members")].sort());
});

test.each([
  ["Hello {{name}}", "at {{society}}", []],
  ["Hello {{ partner }}", "", ["partner"]],
  ["", "{{mentee}} and {{mentor}}", ["mentee", "mentor"]],
])("%s, %s names %j", (subject, words, named) => {
  const found = Object.entries(findNamed({ subject, words })).flatMap(([name, isNamed]) => (isNamed ? [name] : []));
  expect(found).toEqual(named);
});

test("a placeholder is refused beside its field where a letter of that kind has none", () => {
  const problems = (list: string, subject: string, words: string) => {
    const begun = BeginInput.safeParse({ id: ID, list, filters: "", subject, words });
    const edited = EditInput.safeParse({ id: ID, seen: "1", list, subject, words });
    expect(edited.success).toBe(begun.success);
    return begun.success ? [] : begun.error.issues.map(({ path, message }) => `${path}: ${message}`);
  };
  expect(problems("relationships", "About {{partner}}", "Dear {{mentee}} and {{mentor}}")).toEqual([]);
  expect(problems("members", "About {{partner}}", "Dear {{name}}")).toEqual([
    expect.stringMatching(/^subject: There is no placeholder \{\{partner\}\}\. You can use .*\{\{product\}\}\.$/),
  ]);
  expect(problems("relationships", "News", "Dear {{first name}}, {{partner")).toEqual([
    expect.stringMatching(/^words: There is no placeholder \{\{first name\}\}\..*\{\{mentor\}\}\.$/),
  ]);
});

test("of an address only the filters of its list are kept", () => {
  const asked = "?state=quiet&who=Mei&role=mentor&odd=1&after=x&to=2026-06-30";
  expect(cleanFilters("relationships", asked)).toBe("?state=quiet&who=Mei&to=2026-06-30");
  expect(cleanFilters("members", asked)).toBe("?role=mentor");
  for (const list of LETTER_LISTS) expect(cleanFilters(list, "")).toBe("");
});

test("whom it is for is said in words", () => {
  const to = (filters: string, programme: string | null = null) =>
    sayTo({ list: "relationships", memberId: null, toName: null, filters, programme }, SETTINGS);
  expect(to("")).toBe("Both partners of all relationships");
  expect(to("?state=quiet&age=older-30&topic=1&who=Mei")).toMatch(
    /^Both partners of relationships: Quiet, began more than a month ago, about .+, found by “Mei”$/,
  );
  expect(to(`?programme=${ID}`, "Returners")).toBe("Both partners of relationships: of the programme Returners");
  expect(to(`?programme=${ID}`)).toContain("a programme that no longer exists");
  expect([sayOnList(1, 1), sayOnList(1200, 600), sayOnList(2, null)]).toEqual([
    "1 letter to the partners of 1 relationship",
    "1,200 letters to the partners of 600 relationships",
    "2 members on the list",
  ]);
});

test("prepared texts have placeholders where both have names, and can be saved as they are", () => {
  expect(FOR_PAIRS.length).toBeGreaterThan(1);
  for (const { which } of FOR_PAIRS) {
    const text = prepareForPairs(which, SETTINGS);
    expect(text?.words).toContain("Dear {{mentee}} and {{mentor}},");
    expect(BeginInput.safeParse({ id: ID, list: "relationships", filters: "", ...text }).success).toBe(true);
  }
  expect([prepareForPairs("answer", SETTINGS), prepareForPairs("odd", SETTINGS)]).toEqual([null, null]);
});

test("mentors who could offer a topic are asked about it by its name", () => {
  const [topic] = SETTINGS.topics;
  const text = prepareForMentors(readFilters({ couldOffer: String(topic?.id) }), SETTINGS);
  expect(text?.subject).toBe(`Could you help with ${topic?.label}?`);
  expect(BeginInput.safeParse({ id: ID, list: "members", filters: "", ...text }).success).toBe(true);
  for (const filters of [{}, { couldOffer: "61" }, { offers: "1" }])
    expect(prepareForMentors(readFilters(filters), SETTINGS)).toBeNull();
});
