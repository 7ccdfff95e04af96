import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, labelsOf, offered } from "@/lib/society/settings/settings";
import { NOTHING_OF_ITS_OWN, type OwnSettings } from "./programme";
import { readOwn } from "./row";
import { settingsOf } from "./settings-of";

const of = (own: Partial<OwnSettings>) => settingsOf({ ...NOTHING_OF_ITS_OWN, ...own }, DEFAULT_SETTINGS);

test("what a programme does not set it takes from the society", () => {
  expect(of({})).toEqual(DEFAULT_SETTINGS);
  expect(settingsOf(null, DEFAULT_SETTINGS)).toBe(DEFAULT_SETTINGS);
  expect(settingsOf(readOwn({}), DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
});

test("what it sets counts", () => {
  const own = { remindAfterDays: [2], expireAfterDays: 9, openPerMentee: 5, mentorsPerMentee: 2, months: 6 };
  const { proposals, relationships } = of(own);
  expect(proposals).toEqual({ ...DEFAULT_SETTINGS.proposals, remindAfterDays: [2], expireAfterDays: 9, openPerMentee: 5 });
  expect(relationships).toEqual({ ...DEFAULT_SETTINGS.relationships, mentorsPerMentee: 2, months: 6 });
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
