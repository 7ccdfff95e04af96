import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { readFilters, writeFilters } from "./input";
import { findMentors } from "./queries";

const AT = new Date("2026-01-05T09:00:00Z");
const OPTIONS = ["Nights", "Days", "Weekends"].map((label, i) => ({ id: i + 1, label, retired: false }));

let mentee: TestMember;
beforeEach(async () => {
  await empty("members", "profile_questions");
  mentee = await insertMentee();
});

async function mentorWho(questionId: string, answer: string): Promise<string> {
  const { id } = await insertMentor();
  await db().profileAnswer.create({ data: { memberId: id, questionId, answer, answeredAt: AT } });
  return id;
}
const found = async (search: Record<string, string>) => {
  const { mentors } = await findMentors(viewerOf(mentee), SETTINGS, readFilters(search, SETTINGS));
  return mentors.map(({ memberId }) => memberId).sort();
};

test("mentors are found by what they chose, where staff have marked the question, and by nothing else", async () => {
  const shifts = await insertQuestion({ kind: "choices", options: OPTIONS, isFilter: true, question: "When?" });
  const travels = await insertQuestion({ kind: "yes-no", isFilter: true });
  const plain = await insertQuestion({ kind: "yes-no" });
  const [nights, both] = [await mentorWho(shifts, "1"), await mentorWho(shifts, "1,3")];
  const [traveller, other] = [await mentorWho(travels, "yes"), await mentorWho(plain, "yes")];
  expect(await found({})).toEqual([nights, both, traveller, other].sort());
  expect(await found({ "answer-1": "1" })).toEqual([nights, both].sort());
  expect(await found({ "answer-1": "3" })).toEqual([both]);
  expect(await found({ "answer-1": "2" })).toEqual([]);
  expect(await found({ "answer-2": "yes" })).toEqual([traveller]);
  expect(await found({ "answer-1": "3", "answer-2": "yes" })).toEqual([]);
  // Not marked, so that nobody is found by it; and nonsense narrows nothing.
  expect(await found({ "answer-3": "yes" })).toEqual([]);
  expect(await found({ "answer-1": "1; DROP", "answer-99": "1" })).toHaveLength(4);
  const { questions } = await findMentors(viewerOf(mentee), SETTINGS, readFilters({}, SETTINGS));
  expect(questions).toMatchObject([{ number: 1, question: "When?", kind: "choices" }, { number: 2 }]);
  await db().profileQuestion.update({ where: { id: shifts }, data: { retiredAt: AT }, select: { id: true } });
  expect(await found({ "answer-1": "1" })).toEqual([]);
});

test("what is chosen stays in the address", () => {
  const filters = readFilters({ "answer-2": "yes", "answer-12": ["4", "5"] }, SETTINGS);
  expect(filters.answers).toEqual([
    { number: 2, choice: "yes" },
    { number: 12, choice: "4" },
  ]);
  expect(writeFilters(filters)).toBe("?answer-2=yes&answer-12=4");
});
