import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { NOTICE_KINDS, type NoticeKind } from "./notice";
import { notificationHref, notificationSentence, type SentenceFacts } from "./wording";

const FACTS: SentenceFacts = {
  partnerName: "Amina Okafor",
  role: "mentor",
  data: {
    day: 21,
    expiresAt: "2026-12-12T00:30:00Z",
    startsAt: "2026-11-25T14:00:00Z",
    endsAt: "2026-11-25T15:00:00Z",
    agreedUntil: "2027-05-21T12:00:00Z",
    reference: "H-7K3Q9",
  },
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
  "proposal-extended":
    "The society has given you more time to answer the proposal from Amina Okafor. Please answer by 12 December.",
  "proposal-withdrawn-staff": "The society has withdrawn the proposal from Amina Okafor, and says why.",
  "proposal-reminder": "Amina Okafor is still waiting for your answer. Please answer by 12 December.",
  "proposal-expired-mentee":
    "Amina Okafor did not answer within 21 days, so your proposal is withdrawn. Please choose another mentor.",
  "proposal-expired-mentor": "The proposal from Amina Okafor had no answer within 21 days and is withdrawn.",
  "proposal-reopened-mentor": "Amina Okafor has reopened the proposal to you. Please answer by 12 December.",
  "proposal-reopened-mentee": "Amina Okafor has reopened your proposal and can now accept it.",
  "relationship-closed": "Amina Okafor is not on Connect any more, so your relationship has ended.",
  "contract-signed": "Amina Okafor has signed the contract between you. Now it is your turn to read and sign it.",
  "contract-complete": "Amina Okafor has signed too: your contract is complete.",
  "swot-changed": "Amina Okafor has worked on your SWOT.",
  "g-star-changed": "Amina Okafor has worked on your G-STAR.",
  "goals-changed": "Amina Okafor has worked on your goals.",
  "goal-achieved": "Amina Okafor has marked a goal as achieved. Well done, both of you.",
  "messages-waiting": "Amina Okafor has written to you.",
  "meeting-arranged": "Amina Okafor would like to meet you on Wednesday 25 November, 14:00. Please say whether you can.",
  "meeting-changed": "Amina Okafor has changed your meeting; it is now on Wednesday 25 November, 14:00.",
  "meeting-agreed": "Amina Okafor takes the time that you suggested: you meet on Wednesday 25 November, 14:00.",
  "meeting-accepted": "Amina Okafor has accepted your meeting on Wednesday 25 November, 14:00.",
  "meeting-declined": "Amina Okafor cannot come to your meeting on Wednesday 25 November, 14:00.",
  "meeting-suggested": "Amina Okafor suggests another time for your meeting on Wednesday 25 November, 14:00.",
  "meeting-cancelled": "Amina Okafor has cancelled your meeting on Wednesday 25 November, 14:00.",
  "meeting-cancelled-ended":
    "Your meeting with Amina Okafor on Wednesday 25 November, 14:00 is cancelled, because your relationship has ended.",
  "meeting-tomorrow": "You meet Amina Okafor on Wednesday 25 November, 14:00.",
  "meeting-logged": "Amina Okafor has noted that the two of you met on Wednesday 25 November, 14:00.",
  "relationship-ended": "Amina Okafor has ended your mentoring relationship. Everything in it stays readable.",
  "relationship-ended-staff": "The society has ended your mentoring with Amina Okafor. Everything in it stays readable.",
  "relationship-extended-staff":
    "The society has extended your mentoring with Amina Okafor: it is now agreed until 21 May 2027.",
  letter: "The society has written to you and Amina Okafor.",
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
  "support-received": "We have your request H-7K3Q9, and will answer you here and by e-mail.",
  "support-answered": "Your request H-7K3Q9 has an answer.",
  "support-solved": "Your request H-7K3Q9 is marked as solved. If it is not, write to us there.",
  "account-deleted": "You deleted your account on Connect.",
  "account-erased": "Your data on Connect is erased.",
  "verify-email": "We have sent you a link to confirm your e-mail address.",
  "account-exists": "Somebody wanted to open another account on Connect with your details.",
  "reset-password": "We have sent you a link to choose a new password.",
  "password-changed": "Your password has been changed.",
  "change-email": "We have sent a link to your new e-mail address.",
  "email-changed": "Your e-mail address has been changed.",
  "partner-unreachable": "Amina Okafor cannot be reached on Connect at present. Your relationship stays as it is.",
  "partner-back": "Amina Okafor can be reached on Connect again.",
  "account-suspended": "Staff of the society suspended your account.",
  "account-reactivated": "Your account is active again.",
  "account-approved": "The society has approved your account.",
  "account-refused": "The society could not approve your account.",
  "sessions-ended": "Staff of the society logged you out everywhere.",
  "staff-changed": "Your rights as staff on Connect have been changed.",
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
    expect(notificationSentence("meeting-tomorrow", { ...FACTS, data: {} })).toBe("You meet Amina Okafor.");
    expect(notificationSentence("proposal-expired-mentor", { ...FACTS, data: { day: 1 } })).toContain("within a day");
    expect(notificationSentence("proposal-expired-mentor", { ...FACTS, data: {} })).toContain("had no answer and is withdrawn");
  });
});

test("a notification leads to the relationship once there is one, before that to the details", () => {
  expect(notificationHref("proposal-accepted", "an-id")).toBe("/relationships/an-id");
  expect(notificationHref("proposal-sent", "an-id")).toBe("/relationships/an-id/details");
  expect(notificationHref("g-star-changed", "an-id")).toBe("/relationships/an-id/g-star");
  expect(notificationHref("goal-achieved", "an-id")).toBe("/relationships/an-id/goals");
  expect(notificationHref("relationship-closed", "an-id")).toBe("/relationships/an-id");
  expect(notificationHref("messages-waiting", "an-id")).toBe("/relationships/an-id/messages");
  expect(notificationHref("proposal-sent", null)).toBe("/relationships");
  expect(notificationHref("contract-signed", "an-id")).toBe("/relationships/an-id/contract");
  expect(notificationHref("meeting-arranged", "an-id")).toBe("/relationships/an-id/meetings");
  expect(notificationHref("available-again", null)).toBe("/account");
  expect(notificationHref("support-answered", null, { requestId: "an-id" })).toBe("/support/an-id");
  expect(notificationHref("support-answered", null)).toBe("/support");
});
