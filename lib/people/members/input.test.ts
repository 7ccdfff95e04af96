import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { MenteeProfileInput, MentorProfileInput } from "./input";

const MENTOR: Fields = [
  ["headline", "Twenty years in claims"],
  ["about", "Glad to listen."],
  ["topics", "1"],
  ["topics", "6"],
  ["sector", "2"],
  ["region", ""],
  ["yearsOfExperience", "20"],
  ["languages", "1"],
  ["methods", "2"],
  ["capacity", "2"],
];
const MENTEE: Fields = [...MENTOR.filter(([name]) => !["capacity", "yearsOfExperience"].includes(name)), ["aims", "A plan."]];

describe("a mentor's profile, as a form sends it", () => {
  it("is read with its numbers, and nothing for what was left out", () => {
    expect(parse(MentorProfileInput, MENTOR)).toEqual({
      headline: "Twenty years in claims",
      about: "Glad to listen.",
      topics: [1, 6],
      sector: 2,
      region: null,
      yearsOfExperience: 20,
      languages: [1],
      methods: [2],
      capacity: 2,
      takesNoQuestions: false,
    });
  });

  it("comes back with a sentence beside each field when it is empty", () => {
    expect(errors(MentorProfileInput, [])).toEqual({
      headline: ["Write a headline: one line about yourself."],
      about: ["Write a few sentences about yourself."],
      topics: ["Choose at least one topic that you offer."],
      languages: ["Choose at least one language."],
      methods: ["Choose at least one way to meet."],
      yearsOfExperience: ["Enter your years of experience as a whole number, such as 12."],
      capacity: ["Enter a number: how many people would you mentor at once?"],
    });
  });

  it.each([
    ["yearsOfExperience", "-1", "Enter a number from 0 to 70."],
    ["yearsOfExperience", "71", "Enter a number from 0 to 70."],
    ["yearsOfExperience", "4.5", "Enter your years of experience as a whole number, such as 12."],
    ["yearsOfExperience", "many", "Enter your years of experience as a whole number, such as 12."],
    ["capacity", "0", "Enter a number from 1 to 20."],
    ["capacity", "21", "Enter a number from 1 to 20."],
    ["headline", "   ", "Write a headline: one line about yourself."],
    ["headline", "x".repeat(121), "Keep this to 120 characters."],
    ["about", "x".repeat(4001), "Keep this to 4,000 characters."],
    ["sector", "banana", "Choose from the list."],
    ["sector", "63", "Choose from the list."],
  ])("refuses %s = %s", (name, value, sentence) => {
    expect(errors(MentorProfileInput, change(MENTOR, name, value))).toEqual({ [name]: [sentence] });
  });

  it("counts a line end once and leaves out what the database cannot keep", () => {
    const about = `${"x".repeat(1999)}\r\n${"x".repeat(2000)}`;
    expect(parse(MentorProfileInput, change(MENTOR, "about", about))?.about).toBe(about.replace("\r\n", "\n"));
    expect(parse(MentorProfileInput, change(MENTOR, "about", "a\u0000b\ud800c\td"))?.about).toBe("ab\ufffdc\td");
  });

  it("takes a topic once that was sent twice", () => {
    expect(parse(MentorProfileInput, [...MENTOR, ["takesNoQuestions", "yes"]])).toMatchObject({ takesNoQuestions: true });
    expect(parse(MentorProfileInput, [...MENTOR, ["topics", "6"]])?.topics).toEqual([1, 6]);
  });
});

describe("a mentee's profile, as a form sends it", () => {
  it("is read, with aims and without a career stage", () => {
    expect(parse(MenteeProfileInput, MENTEE)).toMatchObject({ aims: "A plan.", careerStage: null, topics: [1, 6] });
  });

  it("needs aims and a topic", () => {
    const fields = MENTEE.filter(([name]) => name !== "topics" && name !== "aims");
    expect(errors(MenteeProfileInput, fields)).toEqual({
      topics: ["Choose at least one topic that you want to work on."],
      aims: ["Write what you hope to achieve."],
    });
  });
});

type Fields = [name: string, value: string][];
type Schema = typeof MentorProfileInput | typeof MenteeProfileInput;

function change(fields: Fields, name: string, value: string): Fields {
  return [...fields.filter(([other]) => other !== name), [name, value]];
}

function submit(schema: Schema, fields: Fields) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return parseWithZod(form, { schema });
}

function parse(schema: Schema, fields: Fields) {
  const submission = submit(schema, fields);
  return submission.status === "success" ? submission.value : null;
}

function errors(schema: Schema, fields: Fields) {
  const submission = submit(schema, fields);
  return submission.status === "success" ? null : submission.error;
}
