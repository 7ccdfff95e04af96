import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CREDENTIAL_NOTICES } from "@/lib/notify/credentials/notices";
import { choosableGroupOf, choosableGroups, definitionOf } from "@/lib/notify/notices/define";
import { FIXED_GROUPS, NOTICE_GROUPS } from "@/lib/notify/notices/groups";
import { notificationHref, notificationSentence, type SentenceFacts } from "@/lib/notify/notices/sentence";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { listFiles } from "@/testing/house/source-file";
import { NOTICE_KINDS } from "@/testing/mail/kinds";
import { NOTICES } from "./notices";

const FACTS: SentenceFacts = {
  partnerName: "Amina Okafor",
  role: "mentor",
  data: {
    day: 21,
    expiresAt: "2026-12-12T00:30:00Z",
    startsAt: "2026-11-25T14:00:00Z",
    endsAt: "2026-11-25T15:00:00Z",
    agreedUntil: "2027-05-21T12:00:00Z",
    pauseUntil: "2027-05-03T00:30:00Z",
    reference: "H-7K3Q9",
  },
  settings: DEFAULT_SETTINGS,
  timeZone: "Europe/London",
  now: new Date("2026-11-21T18:00:00Z"),
};

/** Their names are stored, so none of them may go; of a new kind it is enough that its sentence is one. */
const SENTENCES: Record<string, string> = {
  "proposal-sent": "Amina Okafor has sent you a proposal. Please answer by 12 December.",
  "proposal-suggested-mentor":
    "The society suggests that you could be the mentor of Amina Okafor. Please answer by 12 December.",
  "proposal-suggested-mentee":
    "The society has asked Amina Okafor whether they could be your mentor. Amina Okafor has until 12 December to reply.",
  "proposal-edited": "Amina Okafor has changed the proposal to you. Please answer by 12 December.",
  "proposal-accepted": "Amina Okafor has accepted your proposal. You can now arrange your first conversation.",
  "proposal-rejected": "Amina Okafor cannot take up your proposal. Other mentors may well be able to.",
  "proposal-withdrawn": "Amina Okafor has withdrawn the proposal to you. There is nothing you need to do.",
  "proposal-withdrawn-matched": "Amina Okafor has found a mentor, so the proposal to you has been withdrawn.",
  "proposal-closed": "Amina Okafor is no longer on Connect, so the proposal has been withdrawn.",
  "proposal-extended":
    "The society has given you more time to answer the proposal from Amina Okafor. Please answer by 12 December.",
  "proposal-withdrawn-staff": "The society has withdrawn the proposal from Amina Okafor, and says why.",
  "proposal-reminder": "Amina Okafor is still waiting for your answer. Please answer by 12 December.",
  "proposal-expired-mentee":
    "Amina Okafor did not answer within 21 days, so your proposal has been withdrawn. Please choose another mentor.",
  "proposal-expired-mentor": "The proposal from Amina Okafor had no answer within 21 days and has been withdrawn.",
  "proposal-reopened-mentor": "Amina Okafor has reopened the proposal to you. Please answer by 12 December.",
  "proposal-reopened-mentee": "Amina Okafor has reopened your proposal and can now accept it.",
  "relationship-closed": "Amina Okafor is no longer on Connect, so your relationship has ended.",
  "contract-signed": "Amina Okafor has signed the contract between you. Now it is your turn to read and sign it.",
  "contract-complete": "Amina Okafor has signed too: your contract is complete.",
  "swot-changed": "Amina Okafor has worked on your SWOT.",
  "g-star-changed": "Amina Okafor has worked on your G-STAR.",
  "goals-changed": "Amina Okafor has worked on your goals.",
  "goal-achieved": "Amina Okafor has marked a goal as achieved. Well done, both of you.",
  "messages-waiting": "Amina Okafor has written to you.",
  "meeting-arranged": "Amina Okafor would like to meet you on Wednesday 25 November, 14:00. Please say whether you can.",
  "meeting-changed": "Amina Okafor has changed your meeting; it is now on Wednesday 25 November, 14:00.",
  "meeting-reply-unclear":
    "Your calendar sent no clear answer about your meeting with Amina Okafor on Wednesday 25 November, 14:00. Please answer here.",
  "meeting-agreed": "Amina Okafor agrees to the time you suggested: you are meeting on Wednesday 25 November, 14:00.",
  "meeting-accepted": "Amina Okafor has accepted your meeting on Wednesday 25 November, 14:00.",
  "meeting-declined": "Amina Okafor cannot come to your meeting on Wednesday 25 November, 14:00.",
  "meeting-suggested": "Amina Okafor suggests another time for your meeting on Wednesday 25 November, 14:00.",
  "meeting-cancelled": "Amina Okafor has cancelled your meeting on Wednesday 25 November, 14:00.",
  "meeting-cancelled-ended":
    "Your meeting with Amina Okafor on Wednesday 25 November, 14:00 is cancelled, because your relationship has ended.",
  "meeting-tomorrow": "You are meeting Amina Okafor on Wednesday 25 November, 14:00.",
  "meeting-logged": "Amina Okafor has noted that the two of you met on Wednesday 25 November, 14:00.",
  "relationship-ended": "Amina Okafor has ended your mentoring relationship. You can still read everything in it.",
  "relationship-ended-staff": "The society has ended your mentoring with Amina Okafor. You can still read everything in it.",
  "relationship-extended-staff":
    "The society has extended your mentoring with Amina Okafor: it is now agreed until 21 May 2027.",
  letter: "The society has written to you and Amina Okafor.",
  "letter-to-many": "The society has written to you.",
  "letter-to-one": "The society has written to you alone.",
  "letter-to-pairs": "The society has written to you about your mentoring.",
  "mail-test": "The test e-mail that you asked for is on its way to your address.",
  "letter-test": "The test of a letter that you asked for is on its way to your address.",
  "relationship-ending":
    "Your mentoring with Amina Okafor is agreed until 21 May 2027. Would you like to go on, or end it then?",
  "relationship-completed":
    "Your mentoring with Amina Okafor has come to its agreed end. Thank you for the time you gave each other.",
  "extension-asked": "Amina Okafor would like to go on until 21 May 2027. Please say whether you would too.",
  "extension-agreed": "Amina Okafor is glad to go on: your mentoring is now agreed until 21 May 2027.",
  "extension-declined": "Amina Okafor would rather not extend your mentoring. It is still agreed until 21 May 2027.",
  "first-conversation-held":
    "Amina Okafor has noted that you held your first conversation. What would you like to work on next?",
  "have-you-met": "Have you and Amina Okafor met? One press is enough to tell us.",
  "still-meeting": "Are you and Amina Okafor still meeting? One press is enough to tell us.",
  "partner-waits": "Amina Okafor is hoping to hear from you. One press is enough to tell us how it is going.",
  "partner-has-met": "Amina Okafor has answered, and says that you two are in touch.",
  "partner-has-date": "Amina Okafor has answered, and says that you have a date.",
  "both-waiting": "You and Amina Okafor are each waiting for the other. One message from you will sort it out.",
  "partner-silent": "We have heard nothing from Amina Okafor either, and have passed it on to the society.",
  "pause-suggested": "Amina Okafor suggests a pause until 3 May 2027. Would that suit you too?",
  "pause-agreed": "Amina Okafor agrees: your mentoring is paused until 3 May 2027.",
  "pause-declined": "Amina Okafor would rather not pause your mentoring. Perhaps talk about what would help.",
  "pause-ended": "The pause of your mentoring with Amina Okafor is over. You can carry on, or suggest another.",
  "pause-over": "Amina Okafor would like to carry on: the pause of your mentoring is over.",
  "still-available": "A proposal to you has expired without a reply. Are you still available?",
  "still-there": "We have not seen you for a while. Are you still available to mentees?",
  "stood-down":
    "Proposals to you have expired one after the other, so mentees cannot find you for now. You can return at any time.",
  "survey-meeting": "How was your meeting with Amina Okafor? One press is enough to tell us.",
  "survey-pulse": "How is your mentoring with Amina Okafor going? One press is enough to tell us.",
  "survey-closing": "Your mentoring with Amina Okafor is over. How was it, all in all?",
  "survey-own": "The society would like to hear from you: a survey.",
  "survey-reminder": "You can still answer: a short survey. We will not ask again.",
  "survey-pair-reminder": "You can still answer: a short survey. We will not ask again.",
  "profile-missing": "Your profile on Connect is the next step. It takes about five minutes.",
  "first-proposal": "You have not asked a mentor yet. We have put those who fit you at the top.",
  "available-again": "You are available to mentees again, as you asked.",
  "support-received": "We have your request H-7K3Q9, and will answer you here and by e-mail.",
  "support-answered": "Your request H-7K3Q9 has an answer.",
  "support-solved": "Your request H-7K3Q9 is marked as solved. If it is not, write to us there.",
  "account-deleted": "You deleted your account on Connect.",
  "erasure-asked": "You asked for all your data on Connect to be erased.",
  "erasure-due": "Your deleted account on Connect will be erased soon.",
  "account-erased": "Your data on Connect has been erased.",
  "verify-email": "We have sent you a link to confirm your e-mail address.",
  "account-exists": "Somebody tried to open another account on Connect with your details.",
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
  "sessions-ended": "Staff of the society signed you out everywhere.",
  "second-step-added": "A second step was added to your sign-in.",
  "second-step-removed": "A second step was removed from your sign-in.",
  "second-step-taken-away": "The society took away the second step of your sign-in.",
  "sign-in-moved": "Your account now belongs to the society’s new sign-in.",
  "sign-in-restored": "Staff of the society restored your earlier sign-in.",
  "staff-changed": "Your rights as staff on Connect have been changed.",
};

describe("the sentence of a notification", () => {
  test.each(Object.entries(SENTENCES))("of the kind %s", (kind, sentence) => {
    expect(NOTICES).toHaveProperty([kind]);
    expect(notificationSentence(NOTICES, kind, FACTS)).toBe(sentence);
  });

  test.each(NOTICE_KINDS)("of the kind %s is one, whatever it is not told", (kind) => {
    for (const role of ["mentor", "mentee", null] as const) {
      const bare = notificationSentence(NOTICES, kind, { ...FACTS, role, partnerName: null, data: {} });
      expect(bare).toMatch(/^[A-Z].{10,160}[.?]$/);
      expect(bare).not.toMatch(/undefined|null|Invalid| {2}/);
    }
  });

  test("of a kind that this version does not know still says something", () => {
    for (const kind of ["no-such-kind", "constructor", "digest"]) {
      expect(notificationSentence(NOTICES, kind, FACTS)).toBe("You have a notice from Connect.");
      expect(notificationHref(NOTICES, kind, { proposalId: "an-id", role: null, data: {} })).toBe("/notifications");
    }
  });

  test("says dates as the reader's calendar has them", () => {
    expect(notificationSentence(NOTICES, "proposal-sent", { ...FACTS, timeZone: "America/New_York" })).toContain("11 December");
  });

  test("uses the society's words, and one of them for a person who is gone", () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      words: { mentor: "guide", mentors: "guides", mentee: "learner", mentees: "learners" },
    };
    expect(notificationSentence(NOTICES, "proposal-rejected", { ...FACTS, settings, role: "mentee", partnerName: null })).toBe(
      "A guide cannot take up your proposal. Other guides may well be able to.",
    );
    expect(notificationSentence(NOTICES, "proposal-withdrawn", { ...FACTS, settings, partnerName: null })).toMatch(
      /^A learner has/,
    );
  });

  test("a meeting that is not agreed by the day before is no date yet", () => {
    const say = (awaits: "reader" | "partner") =>
      notificationSentence(NOTICES, "meeting-tomorrow", { ...FACTS, data: { ...FACTS.data, awaits } });
    expect(say("reader")).toMatch(/^Amina Okafor is waiting for your answer about your meeting on/);
    expect(say("partner")).toMatch(/^Amina Okafor has not answered yet about your meeting on/);
  });

  test("does without what it is not told", () => {
    expect(notificationSentence(NOTICES, "proposal-sent", { ...FACTS, data: {} })).toBe(
      "Amina Okafor has sent you a proposal.",
    );
    expect(notificationSentence(NOTICES, "meeting-tomorrow", { ...FACTS, data: {} })).toBe("You are meeting Amina Okafor.");
    expect(notificationSentence(NOTICES, "proposal-expired-mentor", { ...FACTS, data: { day: 1 } })).toContain("within a day");
    expect(notificationSentence(NOTICES, "proposal-expired-mentor", { ...FACTS, data: {} })).toContain(
      "had no answer and has been withdrawn",
    );
  });
});

describe("a notification leads", () => {
  const leadsTo = (kind: string, told: Partial<Parameters<typeof notificationHref>[2]> = {}) =>
    notificationHref(NOTICES, kind, { proposalId: "an-id", role: null, data: {}, ...told });

  test("to the relationship once there is one, before that to the details", () => {
    expect(leadsTo("proposal-accepted")).toBe("/relationships/an-id");
    expect(leadsTo("proposal-sent")).toBe("/relationships/an-id/details");
    expect(leadsTo("g-star-changed")).toBe("/relationships/an-id/g-star");
    expect(leadsTo("goal-achieved")).toBe("/relationships/an-id/goals");
    expect(leadsTo("relationship-closed")).toBe("/relationships/an-id");
    expect(leadsTo("messages-waiting")).toBe("/relationships/an-id/messages");
    expect(leadsTo("proposal-sent", { proposalId: null })).toBe("/relationships");
    expect(leadsTo("contract-signed")).toBe("/relationships/an-id/contract");
    expect(leadsTo("meeting-arranged")).toBe("/relationships/an-id/meetings");
    expect(leadsTo("available-again", { proposalId: null })).toBe("/account");
    expect(leadsTo("support-answered", { proposalId: null, data: { requestId: "an-id" } })).toBe("/support/an-id");
    expect(leadsTo("support-answered", { proposalId: null })).toBe("/support");
  });

  test.each(NOTICE_KINDS)("in the role in which %s is told", (kind) => {
    for (const role of ["mentor", "mentee"] as const)
      expect(new URL(leadsTo(kind, { role }), "https://here.example").searchParams.get("as")).toBe(role);
  });
});

describe("the registry", () => {
  test("has every group of mails in use, and every kind in one that there is", () => {
    expect(new Set(NOTICE_KINDS.map((kind) => NOTICES[kind].group))).toEqual(new Set(Object.keys(NOTICE_GROUPS)));
    expect(definitionOf(NOTICES, "no-such-kind")).toBeNull();
    expect(definitionOf(NOTICES, "constructor")).toBeNull();
  });

  test("hands the statement that writes mails each kind that can be chosen, with its group, and no other", () => {
    const groups = choosableGroups(NOTICES);
    for (const kind of NOTICE_KINDS) {
      const { group } = NOTICES[kind];
      const isFixed = FIXED_GROUPS.includes(group);
      expect(choosableGroupOf(NOTICES, kind)).toBe(isFixed ? null : group);
      expect(groups[kind]).toBe(isFixed ? undefined : group);
      if (/^(proposal|meeting|account)-/.test(kind)) expect(groups[kind]).toBeUndefined();
    }
  });

  test("gives whatever is about a meeting a letter that is kept sealed", () => {
    const sealed = NOTICE_KINDS.filter((kind) => NOTICES[kind].needs?.includes("meeting"));
    expect(sealed).toEqual(NOTICE_KINDS.filter((kind) => kind.startsWith("meeting-")));
  });

  test("defines whatever kind a statement writes by its name", () => {
    const written = listFiles("lib")
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path))
      .flatMap((path) => findWrittenKinds(readFileSync(path, "utf8")));
    expect(written).toEqual(expect.arrayContaining(Object.keys(CREDENTIAL_NOTICES)));
    expect(written.filter((kind) => kind !== "digest" && !Object.hasOwn(NOTICES, kind))).toEqual([]);
  });

  test("has no kind from two concepts", () => {
    const concepts = readFileSync("lib/entrypoints/notices.ts", "utf8").match(/\.\.\.\w+_NOTICES/g) ?? [];
    expect(new Set(concepts).size).toBe(concepts.length);
    const entries = listFiles("lib")
      .filter((path) => /\/notices(\/[\w-]+)?\.tsx$/.test(path))
      .flatMap((path) =>
        [...readFileSync(path, "utf8").matchAll(/^ {2}"?([a-z-]+)"?: (?:\{|\w+\()/gm)].map(([, kind]) => kind),
      );
    expect([...entries].sort()).toEqual([...NOTICE_KINDS].sort());
  });
});

/** Kinds as SQL names them in what goes into the table of mails, or in its column "kind", and as a variable `kind` is set. */
function findWrittenKinds(text: string): string[] {
  if (!/INTO "mails"|mailed\(/.test(text)) return [];
  const places = [
    ...text.matchAll(/INTO "mails" \([^)]*"kind"[^)]*\)\s+SELECT [\s\S]*?(?:FROM|WHERE)/g),
    ...text.matchAll(/'[a-z-]+' AS "kind"/g),
    ...text.matchAll(/\bkind\]? = [^;]*;/g),
  ].map(([place]) => place);
  return places.flatMap((place) => [...place.matchAll(/['"]([a-z]+-[a-z-]+)['"]/g)].map(([, kind = ""]) => kind));
}
