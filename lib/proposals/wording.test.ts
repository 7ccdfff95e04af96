import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/settings/settings";
import { decided, exampleCommand, onDay, sentProposal } from "./examples";
import { historySentence, refusalSentence, statusWords } from "./wording";

const WORDS = { mentor: "adviser", mentors: "advisers", mentee: "learner", mentees: "learners" };

describe("where a proposal stands", () => {
  const sent = sentProposal();
  const rejected = decided(sent, exampleCommand("reject"), onDay(1)).proposal;
  const closed = (because: "mentee-matched" | "mentee-left" | "mentor-left") =>
    decided(sent, { type: "close", actor: { kind: "system" }, because }, onDay(1)).proposal;
  test.each([
    [sent, "mentee", 1, "Waiting for Gareth to answer"],
    [sent, "mentor", 1, "Waiting for your answer"],
    // The date decides: not swept yet, and expired all the same.
    [sent, "mentor", 21, "Expired without an answer"],
    [rejected, "mentee", 2, "Rejected by Gareth"],
    [rejected, "mentor", 2, "Rejected by you"],
    [closed("mentee-matched"), "mentee", 2, "Withdrawn: you found an adviser"],
    [closed("mentee-left"), "mentor", 2, "Withdrawn: Gareth is no longer taking part"],
    [closed("mentor-left"), "mentor", 2, "Withdrawn when your account was closed"],
  ] as const)("%#", (proposal, viewerIs, day, expected) => {
    expect(statusWords(proposal, viewerIs, "Gareth", WORDS, onDay(day))).toBe(expected);
  });
});

test("refusals speak in the society's words", () => {
  expect(refusalSentence("mentor-full", "mentee", WORDS)).toContain("adviser");
  expect(refusalSentence("too-late", "mentor", DEFAULT_SETTINGS.words)).toContain("reopen");
});

test("the history says who did what, from either side", () => {
  expect(historySentence({ fact: "reopened", data: { by: "mentor" } }, "mentee", "Gareth")).toBe("Gareth reopened the request");
  expect(historySentence({ fact: "reopened", data: { by: "mentor" } }, "mentor", "Amina")).toBe("You reopened the request");
  expect(historySentence({ fact: "reminded", data: { day: 7 } }, "mentee", "Gareth")).toBe("We reminded Gareth on day 7");
});
