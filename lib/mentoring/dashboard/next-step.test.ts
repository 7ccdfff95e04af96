import { describe, expect, test } from "vitest";
import { type NextStep, nextStep } from "./next-step";
import type { Standing } from "./standing";

const NOW = new Date("2026-06-01T09:00:00Z");
const TOMORROW = new Date("2026-06-02T09:00:00Z");
/** Everything is as it should be. */
const WELL: Standing = {
  viewerIs: "mentee",
  isOpen: true,
  agreedUntil: new Date("2027-01-05T09:00:00Z"),
  firstConversationAt: new Date("2026-01-12T00:00:00Z"),
  extension: null,
  contract: { signedByViewer: true, signedByPartner: true },
  nextMeeting: { startsAt: TOMORROW, isAccepted: true, awaitsViewer: false },
  hasUnconfirmedMeeting: false,
  meetingsHeld: 2,
  hasGoals: true,
  openGoals: 2,
  overdueGoals: 0,
  achievedGoals: 0,
};
const INVITED = { startsAt: TOMORROW, isAccepted: false, awaitsViewer: false };
/** Nothing has happened yet. */
const NEW: Partial<Standing> = {
  firstConversationAt: null,
  contract: { signedByViewer: false, signedByPartner: false },
  nextMeeting: null,
  meetingsHeld: 0,
  openGoals: 0,
};

describe("the next step", () => {
  test.each<[string, Partial<Standing>, NextStep | null]>([
    ["nothing is missing", {}, "carry-on"],
    ["the partner has not answered yet", { nextMeeting: INVITED }, "await-answer"],
    [
      "the partner has not answered yet, and a goal's day has passed",
      { nextMeeting: INVITED, overdueGoals: 1 },
      "look-at-goals",
    ],
    ["the partner has not answered the first invitation", { ...NEW, nextMeeting: INVITED }, "await-answer"],
    ["it has ended", { isOpen: false, ...NEW }, null],
    ["it has just begun", NEW, "arrange-first-conversation"],
    [
      "the first meeting is arranged",
      { ...NEW, nextMeeting: { startsAt: TOMORROW, isAccepted: true, awaitsViewer: false } },
      "await-first-conversation",
    ],
    [
      "the partner suggests a first meeting",
      { ...NEW, nextMeeting: { startsAt: TOMORROW, isAccepted: false, awaitsViewer: true } },
      "answer-meeting",
    ],
    ["the first meeting is over", { ...NEW, hasUnconfirmedMeeting: true }, "confirm-meeting"],
    ["they have talked, and not signed", { ...NEW, firstConversationAt: NOW }, "sign-contract"],
    ["only the partner has to sign", { contract: { signedByViewer: true, signedByPartner: false } }, "carry-on"],
    ["no meeting is planned", { nextMeeting: null }, "arrange-meeting"],
    ["no goals are set", { openGoals: 0 }, "set-goals"],
    ["their programme does without goals", { hasGoals: false, openGoals: 0 }, "carry-on"],
    ["all goals are achieved", { openGoals: 0, achievedGoals: 2 }, "carry-on"],
    ["a goal's day has passed", { overdueGoals: 1 }, "look-at-goals"],
    ["the end is near", { agreedUntil: new Date("2026-06-20T09:00:00Z"), nextMeeting: null }, "end-or-extend"],
    ["the partner would like to go on", { ...NEW, extension: { months: 6, askedBy: "mentor" } }, "answer-extension"],
    [
      "the viewer has asked to go on",
      { agreedUntil: new Date("2026-06-20T09:00:00Z"), extension: { months: 6, askedBy: "mentee" } },
      "carry-on",
    ],
  ])("when %s", (_, changes, expected) => {
    expect(nextStep({ ...WELL, ...changes }, NOW)).toBe(expected);
  });
});
