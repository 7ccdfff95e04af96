import { expect, test } from "vitest";
import { SURVEY_NOTICES } from "./notices";

test("a reminder is in the group in which its survey was asked", () => {
  const groupOf = (kind: keyof typeof SURVEY_NOTICES) => SURVEY_NOTICES[kind].group;
  for (const kind of ["survey-meeting", "survey-pulse", "survey-closing"] as const)
    expect(groupOf("survey-pair-reminder")).toBe(groupOf(kind));
  expect(groupOf("survey-reminder")).toBe(groupOf("survey-own"));
});

test("a survey that is called by a question is named with its own mark, and no other", () => {
  const say = (kind: keyof typeof SURVEY_NOTICES, survey: string) =>
    SURVEY_NOTICES[kind].sentence({ data: { survey } } as Parameters<(typeof SURVEY_NOTICES)[typeof kind]["sentence"]>[0]);
  expect(say("survey-own", "How are we doing?")).toBe("The society would like to hear from you: How are we doing?");
  expect(say("survey-own", "A look back")).toBe("The society would like to hear from you: A look back.");
  expect(say("survey-reminder", "How are we doing?")).toBe("You can still answer: How are we doing? We will not ask again.");
});
