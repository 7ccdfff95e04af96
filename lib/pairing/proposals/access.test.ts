import { describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/foundation/viewer";
import { partOf } from "@/lib/pairing/relationships/access";
import { decided, exampleCommand, FREE, MENTEE, MENTOR, onDay, sentProposal } from "@/testing/proposals/examples";
import { allowedCommands, refusalToSend, refusalToShow } from "./access";
import type { Proposal } from "./proposal";

const viewer = (memberId: string) => ({ memberId }) as Viewer;
const VIEWERS = { mentee: viewer(MENTEE.memberId), mentor: viewer(MENTOR.memberId), stranger: viewer("somebody else") };
const SENT = sentProposal();
const once = (type: Parameters<typeof exampleCommand>[0], day = 1) => decided(SENT, exampleCommand(type), onDay(day)).proposal;
const FULL = { ...FREE, mentor: { ...FREE.mentor, takenPlaces: [1, 2] } };

test("a proposal has two people, and for others it does not exist", () => {
  expect(Object.values(VIEWERS).map((one) => partOf(one, SENT))).toEqual(["mentee", "mentor", null]);
});

describe("the buttons on a page", () => {
  test.each<[string, Proposal, number, { mentee: string[]; mentor: string[] }]>([
    ["sent", SENT, 2, { mentee: ["edit", "withdraw"], mentor: ["accept", "reject"] }],
    ["past its deadline, swept or not", SENT, 21, { mentee: [], mentor: ["reopen"] }],
    ["expired", once("expire", 21), 22, { mentee: [], mentor: ["reopen"] }],
    ["accepted", once("accept"), 2, { mentee: [], mentor: [] }],
    ["rejected", once("reject"), 2, { mentee: [], mentor: ["reopen"] }],
    ["withdrawn", once("withdraw"), 2, { mentee: ["reopen"], mentor: [] }],
    ["withdrawn by the society", once("withdraw-by-staff"), 2, { mentee: [], mentor: [] }],
  ])("%s", (_, proposal, day, { mentee, mentor }) => {
    const buttons = (who: Viewer) => allowedCommands(who, proposal, FREE, onDay(day));
    expect(Object.values(VIEWERS).map(buttons)).toEqual([mentee, mentor, []]);
  });

  test("Accept is there only while the mentor has a place", () => {
    expect(allowedCommands(VIEWERS.mentor, SENT, FULL, onDay(2))).toEqual(["reject"]);
  });
});

describe("a missing button", () => {
  const withdrawn = once("withdraw");
  const paused = { ...FREE, mentor: { ...FREE.mentor, isAvailable: false } };
  const resigned = { ...FREE, mentee: { ...FREE.mentee, isActive: false } };
  test.each([
    ["a mentor without a place", "mentor", SENT, FULL, 2, "mentor-full"],
    ["a mentor whose mentee was just accepted", "mentor", SENT, { ...FREE, arePartners: true }, 2, "already-partners"],
    ["a mentor with a place", "mentor", SENT, FREE, 2, null],
    ["a mentor without a place who would reopen", "mentor", once("reject"), FULL, 2, "mentor-full"],
    ["a mentor who is late, with Reopen instead", "mentor", SENT, FREE, 21, null],
    ["a mentee who waits", "mentee", SENT, FREE, 2, null],
    ["a mentee whose mentor is away", "mentee", withdrawn, paused, 2, "mentor-unavailable"],
    ["a mentee who is free to reopen", "mentee", withdrawn, FREE, 2, null],
    ["a mentee who is none any more", "mentee", withdrawn, resigned, 2, null],
    ["a mentee whose proposal was rejected", "mentee", once("reject"), FREE, 2, null],
    ["a stranger", "stranger", SENT, FULL, 2, null],
  ] as const)("is explained to %s as it should", (_, who, proposal, circumstances, day, expected) => {
    expect(refusalToShow(VIEWERS[who], proposal, circumstances, onDay(day))).toBe(expected);
  });
});

test("what stands in the way of sending is said before anything is written", () => {
  const refusal = (mentorId: string, circumstances = FREE) => refusalToSend(VIEWERS.mentee, mentorId, circumstances, onDay(0));
  expect(refusal(MENTOR.memberId)).toBeNull();
  expect(refusal(MENTOR.memberId, FULL)).toBe("mentor-full");
  expect(refusal(MENTEE.memberId)).toBe("yourself");
});
