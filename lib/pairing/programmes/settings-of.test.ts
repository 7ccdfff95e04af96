import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, labelsOf, offered } from "@/lib/society/settings/settings";
import { NOTHING_OF_ITS_OWN, type OwnSettings, TOOLS, type Tool } from "./programme";
import { readOwn } from "./row";
import { missingTools, relationshipsOf, settingsOf, textOf, toolsOf } from "./settings-of";

const of = (own: Partial<OwnSettings>) => settingsOf({ ...NOTHING_OF_ITS_OWN, ...own }, DEFAULT_SETTINGS);

test("what a programme does not set it takes from the society", () => {
  expect(of({})).toEqual(DEFAULT_SETTINGS);
  expect(settingsOf(null, DEFAULT_SETTINGS)).toBe(DEFAULT_SETTINGS);
  expect(settingsOf(readOwn({}), DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
});

test("what it sets counts", () => {
  const own = {
    ...{ remindAfterDays: [2], expireAfterDays: 9, openPerMentee: 5, openQuestions: 0, questionDays: 5 },
    ...{ mentorsPerMentee: 2, months: 6, askIfMetOnDays: [2, 5], askIfStillMeetingAfterDays: 30 },
  };
  const { proposals, relationships } = of(own);
  expect(proposals).toEqual({
    ...DEFAULT_SETTINGS.proposals,
    ...{ remindAfterDays: [2], expireAfterDays: 9, openPerMentee: 5, openQuestions: 0, questionDays: 5 },
  });
  expect(relationships).toEqual({
    ...DEFAULT_SETTINGS.relationships,
    ...{ mentorsPerMentee: 2, months: 6, askIfMetOnDays: [2, 5], askIfStillMeetingAfterDays: 30 },
  });
});

test.each([
  ["its own expiry leaves out the society’s later reminders", { expireAfterDays: 7 }, [3]],
  ["its own reminders end before the society’s expiry", { remindAfterDays: [5, 21, 30] }, [5]],
  ["no reminders of its own are none", { remindAfterDays: [] }, []],
])("%s", (_, own, days) => expect(of(own).proposals.remindAfterDays).toEqual(days));

test("it offers its topics alone, and still names the others", () => {
  const { topics } = of({ topics: [1, 6] });
  expect(offered(topics).map(({ id }) => id)).toEqual([1, 6]);
  expect(labelsOf(topics, [2])).toEqual(["Work/life balance"]);
});

test("when the society retires all of its topics, it is about all that are offered", () => {
  expect(offered(of({ topics: [61] }).topics)).toEqual(DEFAULT_SETTINGS.topics);
});

test.each([
  ["never asking is a choice of its own", { askIfMetOnDays: [], askIfStillMeetingAfterDays: 0 }, [[], 0]],
  ["one of the two alone", { askIfMetOnDays: [9] }, [[9], 45]],
  ["nothing", {}, [[4, 10, 21], 45]],
])("days of asking: %s", (_, own, days) => {
  const counts = relationshipsOf({ ...NOTHING_OF_ITS_OWN, ...own }, DEFAULT_SETTINGS.relationships);
  expect([counts.askIfMetOnDays, counts.askIfStillMeetingAfterDays]).toEqual(days);
  expect(of(own).relationships).toEqual(counts);
});

test.each<[string, Tool[] | null, string[], Tool[], Tool[]]>([
  ["the society’s are all", null, [], [...TOOLS], []],
  ["without some", ["swot", "goals"], [], ["g-star", "reflections"], ["swot", "goals"]],
  ["what has been begun stays", ["swot", "goals"], ["goals"], ["g-star", "reflections"], ["swot"]],
  ["without any", [...TOOLS], [], [], [...TOOLS]],
])("tools: %s", (_, withoutTools, used, offered, missing) => {
  const own = { ...NOTHING_OF_ITS_OWN, withoutTools };
  expect([toolsOf(own), missingTools(own, used)]).toEqual([offered, missing]);
});

test("in the society’s own scheme all tools are there", () => {
  expect([toolsOf(null), missingTools(null, [])]).toEqual([[...TOOLS], []]);
});

test("its own text counts, or else the society’s", () => {
  expect(textOf("own", "society")).toEqual({ isOfProgramme: true, text: "own" });
  expect(textOf(null, "society")).toEqual({ isOfProgramme: false, text: "society" });
});
