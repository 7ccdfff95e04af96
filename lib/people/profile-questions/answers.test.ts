import { expect, test } from "vitest";
import { pickForEverybody, readAnswers } from "./answers";
import { type AskedQuestion, KINDS, type Kind, READERS } from "./profile-question";
import { sayAnswer } from "./wording";

const OPTIONS = [
  { id: 1, label: "Bristol", retired: false },
  { id: 2, label: "Leeds", retired: true },
  { id: 3, label: "York", retired: false },
];

function ask(kind: Kind, more: Partial<AskedQuestion> = {}): AskedQuestion {
  const place = {
    id: `id of ${kind}`,
    role: "mentor" as const,
    programmeId: null,
    filledFrom: null,
    claim: null,
    number: 7,
    position: 1,
    retiredAt: null,
    version: 1,
  };
  const wording = {
    question: "Where?",
    help: "",
    isRequired: false,
    isFilter: false,
    options: OPTIONS,
    readers: "everybody" as const,
  };
  return { ...place, ...wording, kind, answer: null, unreadable: null, ...more };
}

const read = (question: AskedQuestion, typed?: string[]) =>
  readAnswers([question], { "answer-7": typed, headline: "No answer" });

test.each([
  ["text", ["Two lines\nof it"], "Two lines\nof it", "Two lines\nof it"],
  ["yes-no", ["no"], "no", "No"],
  ["number", ["-01200"], "-1200", "-1,200"],
  ["date", ["2028-02-29"], "2028-02-29", "29 February 2028"],
  ["choice", ["3"], "3", "York"],
  // Chosen before it was retired.
  ["choice", ["2"], "2", "Leeds"],
  ["choices", ["3", "1", "3"], "1,3", "Bristol; York"],
] as const)("%s takes %o", (kind, typed, answer, words) => {
  const question = ask(kind);
  expect(read(question, [...typed])).toEqual({
    answers: [{ questionId: question.id, isSealed: false, answer }],
    problems: {},
  });
  expect(sayAnswer(question, answer)).toBe(words);
});

test.each([
  ["text", ["x".repeat(2001)], "2,000 characters"],
  ["yes-no", ["perhaps"], "yes or no"],
  ["number", ["twelve"], "whole number"],
  ["number", ["1.5"], "whole number"],
  ["number", ["1000000000"], "nine digits"],
  ["date", ["2027-02-29"], "a day that exists"],
  ["date", ["tomorrow"], "a day that exists"],
  ["choice", ["9"], "choose again"],
  ["choices", ["1", "9"], "choose again"],
  ["choices", ["1,3"], "choose again"],
] as const)("%s refuses %o beside its field", (kind, typed, sentence) => {
  const { answers, problems } = read(ask(kind), [...typed]);
  expect(answers).toEqual([]);
  expect(problems["answer-7"]?.join()).toContain(sentence);
});

test.each(KINDS)("%s may be left alone unless it is required", (kind) => {
  for (const typed of [undefined, [], [""]]) {
    expect(read(ask(kind), typed).answers).toMatchObject([{ answer: null }]);
    expect(Object.keys(read(ask(kind, { isRequired: true }), typed).problems)).toEqual(["answer-7"]);
  }
});

test("only what partners read is sealed", () => {
  for (const readers of READERS)
    expect(read(ask("text", { readers }), ["x"]).answers[0]?.isSealed).toBe(readers === "partners");
});

test("an answer that cannot be read stays as it is, required or not", () => {
  const lost = ask("text", { unreadable: "It cannot be read.", isRequired: true });
  expect(read(lost, ["Something else"])).toEqual({ answers: [], problems: {} });
});

test("everybody sees the answers for everybody, where there are any", () => {
  const asked = READERS.map((readers) => ask("yes-no", { readers, question: readers, answer: "yes" }));
  expect(pickForEverybody([...asked, ask("text")])).toEqual([{ question: "everybody", readers: "everybody", words: "Yes" }]);
});
