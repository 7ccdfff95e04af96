import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { readFilters } from "./input";
import { searchMentors } from "./limited-search";

const search = (who: TestMember, params: Record<string, string> = {}) =>
  searchMentors(viewerOf(who), DEFAULT_SETTINGS, readFilters(params, DEFAULT_SETTINGS));

test("a member searches a hundred and twenty times in five minutes, and sees how the list begins after that too", async () => {
  const [mentee, other] = [await insertMentee(), await insertMentee()];
  const mentor = await insertMentor();
  const found = expect.objectContaining({ mentors: [expect.objectContaining({ memberId: mentor.id })] });
  await search(mentee);
  for (let times = 1; times <= 120; times++) expect(await search(mentee, { topic: "1" })).not.toBeNull();
  expect(await search(mentee, { topic: "1" })).toBeNull();
  expect(await search(mentee, { q: "claims" })).toBeNull();
  expect(await search(mentee)).toEqual(found);
  expect(await search(other, { q: mentor.name })).toEqual(found);
});
