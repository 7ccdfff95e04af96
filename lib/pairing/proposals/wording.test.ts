import { describe, expect, test } from "vitest";
import { FORMER_MEMBER } from "@/lib/foundation/wording";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { decided, exampleCommand, onDay, sentProposal } from "@/testing/proposals/examples";
import type { CommandRefusal } from "./commands";
import { historySentence, meanwhileSentence, refusalSentence, statusWords } from "./wording";

const WORDS = { mentor: "adviser", mentors: "advisers", mentee: "learner", mentees: "learners" };

describe("where a proposal stands", () => {
  const sent = sentProposal();
  const rejected = decided(sent, exampleCommand("reject"), onDay(1)).proposal;
  const done = (type: "accept" | "withdraw" | "withdraw-by-staff") => decided(sent, exampleCommand(type), onDay(1)).proposal;
  const expired = decided(sent, exampleCommand("expire"), onDay(21)).proposal;
  const closed = (because: "mentee-matched" | "mentee-left" | "mentor-left") =>
    decided(sent, { type: "close", actor: { kind: "system" }, because }, onDay(1)).proposal;
  test.each([
    [sent, "mentee", 1, "Waiting for Gareth to answer"],
    [sent, "mentor", 1, "Waiting for your answer"],
    // The date decides: not swept yet, and expired all the same.
    [sent, "mentor", 21, "Expired without an answer"],
    [rejected, "mentee", 2, "Rejected by Gareth"],
    [rejected, "mentor", 2, "Rejected by you"],
    [expired, "mentee", 22, "Expired without an answer"],
    [done("accept"), "mentee", 2, "Accepted"],
    // An answer in time stays one, however long ago its deadline was.
    [done("accept"), "mentor", 99, "Accepted"],
    [done("withdraw"), "mentee", 2, "Withdrawn by you"],
    [done("withdraw"), "mentor", 2, "Withdrawn by Gareth"],
    [done("withdraw-by-staff"), "mentor", 2, "Withdrawn by the society"],
    [closed("mentee-matched"), "mentee", 2, "Withdrawn: you found an adviser"],
    [closed("mentee-matched"), "mentor", 2, "Withdrawn: Gareth found an adviser"],
    [closed("mentee-left"), "mentee", 2, "Withdrawn when your account was closed"],
    [closed("mentor-left"), "mentee", 2, "Withdrawn: Gareth is no longer taking part"],
    [closed("mentee-left"), "mentor", 2, "Withdrawn: Gareth is no longer taking part"],
    [closed("mentor-left"), "mentor", 2, "Withdrawn when your account was closed"],
  ] as const)("%#", (proposal, viewerIs, day, expected) => {
    expect(statusWords(proposal, viewerIs, "Gareth", WORDS, onDay(day))).toBe(expected);
  });
});

/** What a refusal speaks of, to a mentee and to a mentor. */
const REFUSALS: Record<CommandRefusal, [toMentee: RegExp, toMentor: RegExp]> = {
  "not-found": both(/no longer exists/),
  "not-yours": [/Only the adviser can do this/, /Only the learner can do this/],
  "not-open": both(/already been answered or withdrawn/),
  "too-late": [/choose another adviser/, /reopen it and then accept/],
  "not-due": both(/too early/),
  "not-reopenable": both(/cannot be reopened/),
  yourself: both(/to yourself/),
  "no-profile": [/create your profile first: it tells the adviser/, /This learner has no profile yet/],
  "already-open": [/unanswered proposal to this adviser/, /This learner has another/],
  "already-partners": both(/already in a relationship/),
  "too-many-open": [/You have reached the limit of unanswered/, /This learner has reached the limit of unanswered/],
  "mentee-has-mentor": [/as many advisers as you can/, /This learner has since found another adviser/],
  "mentor-full": [/This adviser has no place free/, /raise the number of learners/],
  "mentor-unavailable": both(/This adviser is not available/),
  "partner-left": [/This adviser cannot be reached/, /This learner cannot be reached/],
  own: both(/another member of staff/),
  "already-reminded": both(/The adviser has already heard/),
  "too-many-days": both(/at most 28 days/),
  "not-in-programme": both(/not both in this programme/),
  "programme-closed": both(/No proposals are sent in this programme/),
  "not-ready": [/you need as a learner is missing/, /you need as an adviser is missing/],
  "kept-apart": [/You cannot send this adviser a proposal\.$/, /from this learner cannot be reopened/],
  busy: [/try again in a minute/, /try again in a minute/],
  "changed-meanwhile": [/look again before you decide/, /The learner has just changed the proposal/],
};

test.each(Object.entries(REFUSALS))("%s is said to each of the two, in the society's words", (reason, [toMentee, toMentor]) => {
  expect(refusalSentence(reason as CommandRefusal, "mentee", WORDS)).toMatch(toMentee);
  expect(refusalSentence(reason as CommandRefusal, "mentor", WORDS)).toMatch(toMentor);
});

function both(sentence: RegExp): [RegExp, RegExp] {
  return [sentence, sentence];
}

describe("the history says who did what, from either side", () => {
  test.each<[string, Record<string, string | number>, toMentee: string, toMentor: string]>([
    ["sent", {}, "You sent the proposal", "Amina sent the proposal"],
    ["edited", {}, "You changed the proposal", "Amina changed the proposal"],
    ["accepted", {}, "Gareth accepted", "You accepted"],
    ["rejected", {}, "Gareth rejected the proposal", "You rejected the proposal"],
    ["withdrawn", {}, "You withdrew the proposal", "Amina withdrew the proposal"],
    ["withdrawn", { because: "staff" }, "The society withdrew the proposal", "The society withdrew the proposal"],
    ["extended", { days: 1 }, "The society extended the deadline by a day", "The society extended the deadline by a day"],
    ["extended", { days: 7 }, "The society extended the deadline by 7 days", "The society extended the deadline by 7 days"],
    ["letter-sent", {}, "The society wrote to you both", "The society wrote to you both"],
    ["letter-sent-to-one", {}, "The society wrote to you", "The society wrote to you"],
    ["reopened", { by: "mentor" }, "Gareth reopened the request", "You reopened the request"],
    ["reopened", { by: "mentee" }, "You reopened the request", "Amina reopened the request"],
    ["reminded", { day: 7 }, "We reminded Gareth on day 7", "We reminded you on day 7"],
    ["closed", { because: "mentee-matched" }, "Withdrawn because you found somebody", "Withdrawn because Amina found somebody"],
    [
      "closed",
      { because: "mentor-left" },
      "Withdrawn because an account was closed",
      "Withdrawn because an account was closed",
    ],
    ["something new", {}, "something new", "something new"],
  ])("%s %j", (fact, data, toMentee, toMentor) => {
    expect(historySentence({ fact, data }, "mentee", "Gareth")).toBe(toMentee);
    expect(historySentence({ fact, data }, "mentor", "Amina")).toBe(toMentor);
  });

  test("that the deadline passed is nobody's doing", () => {
    expect(historySentence({ fact: "expired", data: {} }, "mentee", "Gareth")).toMatch(/The deadline passed/);
  });

  test("somebody who was erased begins a line with a capital", () => {
    expect(historySentence({ fact: "accepted", data: {} }, "mentee", FORMER_MEMBER)).toBe("A former member accepted");
  });
});

test("a form that comes too late says what has become of the proposal, and that the text is still there", () => {
  const { words } = DEFAULT_SETTINGS;
  const accepted = { ...sentProposal(), status: "accepted" as const };
  expect(meanwhileSentence("not-open", accepted, "mentee", "Gareth", words, onDay(1))).toMatch(
    /^This proposal has changed since you opened this page: accepted\. .* Your text is still below/,
  );
  expect(meanwhileSentence("too-late", sentProposal(), "mentee", "Gareth", words, onDay(30))).toContain(
    "expired without an answer.",
  );
  expect(meanwhileSentence("busy", accepted, "mentee", "Gareth", words, onDay(1))).toBeNull();
});
