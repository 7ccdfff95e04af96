import { describe, expect, test } from "vitest";
import {
  decided,
  exampleCommand,
  FREE,
  MENTEE,
  MENTOR,
  onDay,
  SENT_AT,
  SYSTEM,
  sentProposal,
} from "@/testing/proposals/examples";
import type { Command, Proposal } from "./proposal";

const SENT = sentProposal();
const once = (type: Parameters<typeof exampleCommand>[0]) => decided(SENT, exampleCommand(type), onDay(1)).proposal;
const end = (day: number) => ({ expiresAt: onDay(day).toISOString() });
const byMentor: Command = { type: "reopen", actor: MENTOR, circumstances: FREE };
const close = (because: "mentee-matched" | "mentee-left"): Command => ({ type: "close", actor: SYSTEM, because });

type Told = [to: "mentee" | "mentor", kind: string, occasion: string, data: object];
/** What each decision writes down and whom it tells, whole: a key that changed would tell somebody twice. */
const CASES: [Command, Proposal | null, day: number, fact: string, data: object, Told[]][] = [
  [exampleCommand("send"), null, 0, "sent", { round: 1 }, [["mentor", "proposal-sent", "1:sent", end(21)]]],
  [
    exampleCommand("suggest"),
    null,
    0,
    "suggested",
    { round: 1 },
    [
      ["mentor", "proposal-suggested-mentor", "1:suggested-mentor", end(21)],
      ["mentee", "proposal-suggested-mentee", "1:suggested-mentee", end(21)],
    ],
  ],
  [exampleCommand("edit"), SENT, 2, "edited", { round: 1, text: 2 }, [["mentor", "proposal-edited", "1:edited:2", end(21)]]],
  [exampleCommand("accept"), SENT, 2, "accepted", { round: 1 }, [["mentee", "proposal-accepted", "1:accepted", {}]]],
  [exampleCommand("reject"), SENT, 2, "rejected", { round: 1 }, [["mentee", "proposal-rejected", "1:rejected", {}]]],
  [exampleCommand("withdraw"), SENT, 2, "withdrawn", { round: 1 }, [["mentor", "proposal-withdrawn", "1:withdrawn", {}]]],
  [
    exampleCommand("reopen"),
    once("withdraw"),
    2,
    "reopened",
    { round: 2, by: "mentee" },
    [["mentor", "proposal-reopened-mentor", "2:reopened-mentor", end(23)]],
  ],
  [
    byMentor,
    once("reject"),
    2,
    "reopened",
    { round: 2, by: "mentor" },
    [["mentee", "proposal-reopened-mentee", "2:reopened-mentee", end(23)]],
  ],
  [
    exampleCommand("remind"),
    SENT,
    3,
    "reminded",
    { round: 1, day: 3 },
    [["mentor", "proposal-reminder", "1:reminder:3", { day: 3, ...end(21) }]],
  ],
  [
    exampleCommand("expire"),
    SENT,
    21,
    "expired",
    { round: 1 },
    [
      ["mentee", "proposal-expired-mentee", "1:expired-mentee", { day: 21 }],
      ["mentor", "proposal-expired-mentor", "1:expired-mentor", { day: 21 }],
    ],
  ],
  [
    exampleCommand("close"),
    SENT,
    2,
    "closed",
    { round: 1, because: "mentor-left" },
    [["mentee", "proposal-closed", "1:closed", {}]],
  ],
  [
    close("mentee-left"),
    SENT,
    2,
    "closed",
    { round: 1, because: "mentee-left" },
    [["mentor", "proposal-closed", "1:closed", {}]],
  ],
  [
    close("mentee-matched"),
    SENT,
    2,
    "closed",
    { round: 1, because: "mentee-matched" },
    [["mentor", "proposal-withdrawn-matched", "1:withdrawn-matched", {}]],
  ],
  [
    exampleCommand("extend"),
    SENT,
    2,
    "extended",
    { round: 1, days: 7 },
    [
      ["mentee", "proposal-extended", "1:extended:mentee:7", end(28)],
      ["mentor", "proposal-extended", "1:extended:mentor:7", end(28)],
    ],
  ],
  [
    exampleCommand("withdraw-by-staff"),
    SENT,
    2,
    "withdrawn",
    { round: 1, because: "staff" },
    [
      ["mentee", "proposal-withdrawn-staff", "1:withdrawn-staff:mentee", {}],
      ["mentor", "proposal-withdrawn-staff", "1:withdrawn-staff:mentor", {}],
    ],
  ],
];

describe("what a decision says", () => {
  test.each(CASES.map((one) => [one[0].type, ...one] as const))("%s", (_, command, from, day, fact, data, told) => {
    const { facts, notices, proposal } = decided(from, command, onDay(day));
    const { actor } = command;
    const [kind, actorId] = "memberId" in actor ? [actor.kind, actor.memberId] : [actor.kind, null];
    expect(facts).toEqual([
      {
        at: onDay(day),
        actor: kind === "mentee" || kind === "mentor" ? "member" : kind === "sweep" ? "clock" : kind,
        actorId,
        fact,
        subject: "proposal",
        subjectId: proposal.id,
        data,
      },
    ]);
    expect(notices).toEqual(
      told.map(([to, noticeKind, occasion, noticeData]) => ({
        key: `proposal:${proposal.id}:${occasion}`,
        to: to === "mentee" ? MENTEE.memberId : MENTOR.memberId,
        role: to,
        kind: noticeKind,
        proposalId: proposal.id,
        aboutId: to === "mentee" ? MENTOR.memberId : MENTEE.memberId,
        data: noticeData,
      })),
    );
    expect(proposal.version).toBe((from?.version ?? 0) + 1);
  });
});

describe("what becomes of the proposal", () => {
  test("a fresh one has everything that it begins with", () => {
    expect(SENT).toEqual({
      id: "00000000-0000-4000-8000-000000000009",
      menteeId: MENTEE.memberId,
      mentorId: MENTOR.memberId,
      programmeId: null,
      isFromStaff: false,
      status: "sent",
      withdrawnBecause: null,
      withdrawnWords: null,
      round: 1,
      slot: 1,
      sentAt: SENT_AT,
      reminders: [3, 7, 15].map((day) => ({ day, at: onDay(day) })),
      expireDay: 21,
      expiresAt: onDay(21),
      extraDays: 0,
      remindedDay: 0,
      dueAt: onDay(3),
      textNumber: 1,
      rejectionReason: null,
      rejectedBecause: null,
      rejectionSealed: null,
      movedAt: SENT_AT,
      version: 1,
    });
  });

  test.each<[Command, Proposal, day: number, changed: Partial<Proposal>]>([
    [exampleCommand("edit"), SENT, 2, { textNumber: 2, movedAt: onDay(2) }],
    [exampleCommand("accept"), SENT, 2, { status: "accepted", dueAt: null, movedAt: onDay(2) }],
    [
      exampleCommand("reject"),
      SENT,
      2,
      { status: "rejected", rejectionReason: "I am moving abroad.", rejectedBecause: 2, dueAt: null, movedAt: onDay(2) },
    ],
    [exampleCommand("withdraw"), SENT, 2, { status: "withdrawn", withdrawnBecause: "mentee", dueAt: null, movedAt: onDay(2) }],
    [exampleCommand("remind"), SENT, 3, { remindedDay: 3, dueAt: onDay(7) }],
    [exampleCommand("expire"), SENT, 30, { status: "expired", dueAt: null, movedAt: onDay(21) }],
    [
      close("mentee-matched"),
      SENT,
      2,
      { status: "withdrawn", withdrawnBecause: "mentee-matched", dueAt: null, movedAt: onDay(2) },
    ],
  ])("$type changes this and nothing else", (command, from, day, changed) => {
    expect(decided(from, command, onDay(day)).proposal).toEqual({ ...from, ...changed, version: from.version + 1 });
  });

  test("another round begins like the first, with the answer to the one before forgotten", () => {
    const again = decided(once("reject"), byMentor, onDay(2)).proposal;
    const fresh = decided(null, exampleCommand("send"), onDay(2)).proposal;
    expect(again).toEqual({ ...fresh, round: 2, version: 3 });
  });

  test("words and an opening are there only where they are new", () => {
    const accepted = decided(SENT, exampleCommand("accept"), onDay(2));
    const edited = decided(SENT, exampleCommand("edit"), onDay(2));
    expect([accepted.words, edited.opening]).toEqual([null, null]);
    expect([accepted.opening, edited.words]).toEqual([
      expect.anything(),
      expect.objectContaining({ meeting: "Twice a month." }),
    ]);
  });
});
