import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/settings/settings";
import { NOTICE_KINDS, type NoticeKind } from "./notice";
import { notificationHref, notificationSentence, type SentenceFacts } from "./wording";

const FACTS: SentenceFacts = {
  partnerName: "Amina Okafor",
  role: "mentor",
  data: { day: 21, expiresAt: "2026-12-12T00:30:00Z", endsAt: "2027-05-21T12:00:00Z" },
  settings: DEFAULT_SETTINGS,
  timeZone: "Europe/London",
  now: new Date("2026-11-21T18:00:00Z"),
};

const SENTENCES: Record<NoticeKind, string> = {
  "proposal-sent": "Amina Okafor has sent you a proposal. Please answer by 12 December.",
  "proposal-edited": "Amina Okafor has changed the proposal to you. Please answer by 12 December.",
  "proposal-accepted": "Amina Okafor has accepted your proposal. You can now arrange your first conversation.",
  "proposal-rejected": "Amina Okafor cannot take up your proposal. Other mentors may well be able to.",
  "proposal-withdrawn": "Amina Okafor has withdrawn the proposal to you. There is nothing you need to do.",
  "proposal-withdrawn-matched": "Amina Okafor has found a mentor, so the proposal to you is withdrawn.",
  "proposal-closed": "Amina Okafor is not on Connect any more, so the proposal is withdrawn.",
  "proposal-reminder": "Amina Okafor is still waiting for your answer. Please answer by 12 December.",
  "proposal-expired-mentee":
    "Amina Okafor did not answer within 21 days, so your proposal is withdrawn. Please choose another mentor.",
  "proposal-expired-mentor": "The proposal from Amina Okafor had no answer within 21 days and is withdrawn.",
  "proposal-reopened-mentor": "Amina Okafor has reopened the proposal to you. Please answer by 12 December.",
  "proposal-reopened-mentee": "Amina Okafor has reopened your proposal and can now accept it.",
  "relationship-closed": "Amina Okafor is not on Connect any more, so your relationship has ended.",
  "relationship-ended": "Amina Okafor has ended your mentoring relationship. Everything in it stays readable.",
  "relationship-ending":
    "Your mentoring with Amina Okafor is agreed until 21 May 2027. Would you like to go on, or end it then?",
  "relationship-completed":
    "Your mentoring with Amina Okafor has come to its agreed end. Thank you for the time you gave each other.",
  "extension-asked": "Amina Okafor would like to go on until 21 May 2027. Please say whether you would too.",
  "extension-agreed": "Amina Okafor is glad to go on: your mentoring is now agreed until 21 May 2027.",
  "extension-declined": "Amina Okafor would rather not extend your mentoring. It stays agreed until 21 May 2027.",
  "first-conversation-held":
    "Amina Okafor has noted that you held your first conversation. What would you like to work on next?",
  "available-again": "You are available to mentees again, as you asked.",
  "account-deleted": "You deleted your account on Connect.",
};

describe("the sentence of a notification", () => {
  test.each(NOTICE_KINDS)("of the kind %s", (kind) => {
    expect(notificationSentence(kind, FACTS)).toBe(SENTENCES[kind]);
  });

  test("says dates as the reader's calendar has them", () => {
    expect(notificationSentence("proposal-sent", { ...FACTS, timeZone: "America/New_York" })).toContain("11 December");
  });

  test("uses the society's words, and one of them for a person who is gone", () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      words: { mentor: "guide", mentors: "guides", mentee: "learner", mentees: "learners" },
    };
    expect(notificationSentence("proposal-rejected", { ...FACTS, settings, role: "mentee", partnerName: null })).toBe(
      "A guide cannot take up your proposal. Other guides may well be able to.",
    );
    expect(notificationSentence("proposal-withdrawn", { ...FACTS, settings, partnerName: null })).toMatch(/^A learner has/);
  });

  test("does without what it is not told", () => {
    expect(notificationSentence("proposal-sent", { ...FACTS, data: {} })).toBe("Amina Okafor has sent you a proposal.");
    expect(notificationSentence("proposal-expired-mentor", { ...FACTS, data: { day: 1 } })).toContain("within a day");
    expect(notificationSentence("proposal-expired-mentor", { ...FACTS, data: {} })).toContain("had no answer and is withdrawn");
  });
});

test("a notification leads to the relationship once there is one, before that to the details", () => {
  expect(notificationHref("proposal-accepted", "an-id")).toBe("/relationships/an-id");
  expect(notificationHref("proposal-sent", "an-id")).toBe("/relationships/an-id/details");
  expect(notificationHref("relationship-closed", "an-id")).toBe("/relationships/an-id");
  expect(notificationHref("proposal-sent", null)).toBe("/relationships");
  expect(notificationHref("available-again", null)).toBe("/account");
});
