import { describe, expect, test } from "vitest";
import {
  decided,
  exampleCommand,
  FREE,
  MENTEE,
  MENTOR,
  onDay,
  SENT_AT,
  STAFF,
  SWEEP,
  SYSTEM,
  sentProposal,
  WORDS,
} from "@/testing/proposals/examples";
import { decide } from "./decide";
import {
  type Actor,
  type Circumstances,
  COMMAND_TYPES,
  type CommandType,
  type Proposal,
  STATUSES,
  type Status,
} from "./proposal";

/** A proposal in each status, as decisions make it; `overdue` is sent, but past its deadline and not swept. */
const IN_STATUS: Record<Status | "overdue", Proposal> = {
  sent: sentProposal(),
  overdue: sentProposal(),
  accepted: decided(sentProposal(), exampleCommand("accept"), onDay(1)).proposal,
  rejected: decided(sentProposal(), exampleCommand("reject"), onDay(1)).proposal,
  withdrawn: decided(sentProposal(), exampleCommand("withdraw"), onDay(1)).proposal,
  expired: decided(sentProposal(), exampleCommand("expire"), onDay(21)).proposal,
};

/** What each command leads to in each state, given by whoever may give it: a status, or the refusal after a dash. */
const MATRIX: Record<Status | "overdue" | "none", Record<CommandType | "reopen by mentor", string>> = {
  none: {
    send: "sent",
    edit: "– not-open",
    accept: "– not-open",
    reject: "– not-open",
    withdraw: "– not-open",
    reopen: "– not-open",
    "reopen by mentor": "– not-open",
    remind: "– not-open",
    expire: "– not-open",
    close: "– not-open",
    extend: "– not-open",
    "remind-by-staff": "– not-open",
    "withdraw-by-staff": "– not-open",
    "ask-again": "– not-open",
    choose: "– not-open",
    suggest: "sent",
  },
  sent: {
    send: "– already-open",
    edit: "sent",
    accept: "accepted",
    reject: "rejected",
    withdraw: "withdrawn",
    reopen: "– not-reopenable",
    "reopen by mentor": "– not-reopenable",
    remind: "sent",
    expire: "– not-due",
    close: "withdrawn",
    extend: "sent",
    "remind-by-staff": "sent",
    "withdraw-by-staff": "withdrawn",
    "ask-again": "– not-reopenable",
    choose: "sent",
    suggest: "– already-open",
  },
  overdue: {
    send: "– already-open",
    edit: "– too-late",
    accept: "– too-late",
    reject: "– too-late",
    withdraw: "– too-late",
    reopen: "– not-reopenable",
    "reopen by mentor": "sent",
    remind: "– not-due",
    expire: "expired",
    close: "withdrawn",
    extend: "– too-late",
    "remind-by-staff": "– too-late",
    "withdraw-by-staff": "– too-late",
    "ask-again": "– not-reopenable",
    choose: "– too-late",
    suggest: "– already-open",
  },
  accepted: {
    send: "– already-open",
    edit: "– not-open",
    accept: "– not-open",
    reject: "– not-open",
    withdraw: "– not-open",
    reopen: "– not-reopenable",
    "reopen by mentor": "– not-reopenable",
    remind: "– not-due",
    expire: "– not-due",
    close: "– not-open",
    extend: "– not-open",
    "remind-by-staff": "– not-open",
    "withdraw-by-staff": "– not-open",
    "ask-again": "– not-reopenable",
    choose: "– not-open",
    suggest: "– already-open",
  },
  rejected: {
    send: "– already-open",
    edit: "– not-open",
    accept: "– not-open",
    reject: "– not-open",
    withdraw: "– not-open",
    reopen: "– not-reopenable",
    "reopen by mentor": "sent",
    remind: "– not-due",
    expire: "– not-due",
    close: "– not-open",
    extend: "– not-open",
    "remind-by-staff": "– not-open",
    "withdraw-by-staff": "– not-open",
    "ask-again": "– not-reopenable",
    choose: "– not-open",
    suggest: "– already-open",
  },
  withdrawn: {
    send: "– already-open",
    edit: "– not-open",
    accept: "– not-open",
    reject: "– not-open",
    withdraw: "– not-open",
    reopen: "sent",
    "reopen by mentor": "– not-reopenable",
    remind: "– not-due",
    expire: "– not-due",
    close: "– not-open",
    extend: "– not-open",
    "remind-by-staff": "– not-open",
    "withdraw-by-staff": "– not-open",
    "ask-again": "– not-reopenable",
    choose: "– not-open",
    suggest: "– already-open",
  },
  expired: {
    send: "– already-open",
    edit: "– too-late",
    accept: "– too-late",
    reject: "– too-late",
    withdraw: "– too-late",
    reopen: "– not-reopenable",
    "reopen by mentor": "sent",
    remind: "– not-due",
    expire: "– not-due",
    close: "– not-open",
    extend: "– too-late",
    "remind-by-staff": "– too-late",
    "withdraw-by-staff": "– too-late",
    "ask-again": "– not-reopenable",
    choose: "– too-late",
    suggest: "– already-open",
  },
};

const outcome = (proposal: Proposal | null, command: ReturnType<typeof exampleCommand>, now: Date) => {
  const result = decide(proposal, command, now);
  return result.ok ? result.proposal.status : `– ${result.reason}`;
};

describe("every command in every state", () => {
  const states = ["none", "overdue", ...STATUSES] as const;
  const commands = [...COMMAND_TYPES, "reopen by mentor"] as const;
  test.each(states.flatMap((state) => commands.map((command) => [state, command] as const)))("%s: %s", (state, name) => {
    const type = name === "reopen by mentor" ? "reopen" : name;
    const command = name === "reopen by mentor" ? { ...exampleCommand(type), actor: MENTOR } : exampleCommand(type);
    const proposal = state === "none" ? null : IN_STATUS[state];
    const now = state === "overdue" || state === "expired" ? onDay(21) : onDay(3);
    expect(outcome(proposal, command, now)).toBe(MATRIX[state][name]);
  });
});

describe("who may give which command", () => {
  const stranger = "00000000-0000-4000-8000-0000000000ff";
  const actors: Record<string, Actor> = {
    mentee: MENTEE,
    mentor: MENTOR,
    "a stranger as mentee": { kind: "mentee", memberId: stranger },
    "a stranger as mentor": { kind: "mentor", memberId: stranger },
    "the mentor posing as mentee": { kind: "mentee", memberId: MENTOR.memberId },
    "the mentee posing as mentor": { kind: "mentor", memberId: MENTEE.memberId },
    staff: STAFF,
    sweep: SWEEP,
    system: SYSTEM,
  };
  const entitled: Record<CommandType, string[]> = {
    send: ["mentee"],
    edit: ["mentee"],
    accept: ["mentor"],
    reject: ["mentor"],
    withdraw: ["mentee"],
    reopen: ["mentee", "mentor"],
    remind: ["sweep"],
    expire: ["sweep"],
    close: ["system"],
    extend: ["staff"],
    "remind-by-staff": ["staff"],
    "withdraw-by-staff": ["staff"],
    "ask-again": ["system"],
    choose: ["mentee"],
    suggest: ["staff"],
  };
  test.each(COMMAND_TYPES.flatMap((type) => Object.keys(actors).map((name) => [type, name] as const)))(
    "%s by %s",
    (type, name) => {
      const command = { ...exampleCommand(type), actor: actors[name] ?? STAFF };
      const result = decide(type === "send" || type === "suggest" ? null : sentProposal(), command, onDay(3));
      const isRefused = !result.ok && result.reason === "not-yours";
      expect(isRefused).toBe(!entitled[type].includes(name));
    },
  );
});

describe("limits", () => {
  const refusal = (change: Partial<Circumstances>) => outcome(null, exampleCommand("send", { ...FREE, ...change }), SENT_AT);
  const { mentor, mentee } = FREE;
  const HERE = { open: 0, mentors: 0, mentees: 0, places: null, areBothIn: true, takesProposals: true };

  test.each<[string, Partial<Circumstances>, string]>([
    ["no profile yet", { mentee: { ...mentee, hasProfile: false } }, "– no-profile"],
    ["as many open proposals as allowed", { mentee: { ...mentee, takenSlots: [1, 2, 3] } }, "– too-many-open"],
    ["more open than a lowered limit", { openPerMentee: 1, mentee: { ...mentee, takenSlots: [2, 3] } }, "– too-many-open"],
    ["a mentor already", { mentee: { ...mentee, takenPlaces: [1] } }, "– mentee-has-mentor"],
    ["an open one to the same mentor", { hasOtherOpenProposal: true }, "– already-open"],
    ["partners already", { arePartners: true }, "– already-partners"],
    ["a full mentor", { mentor: { ...mentor, takenPlaces: [1, 2] } }, "– mentor-full"],
    ["an unavailable mentor", { mentor: { ...mentor, isAvailable: false } }, "– mentor-unavailable"],
    ["a mentor who left", { mentor: { ...mentor, isActive: false } }, "– partner-left"],
    ["one place left", { mentor: { ...mentor, takenPlaces: [2] } }, "sent"],
  ])("sending with %s", (_name, change, expected) => {
    expect(refusal(change)).toBe(expected);
  });

  test.each<[string, Partial<Circumstances>, string]>([
    ["members send nothing in its programme", { within: { ...HERE, takesProposals: false, isUnderWay: true } }, "sent"],
    ["its programme has not begun", { within: { ...HERE, isUnderWay: false } }, "– programme-closed"],
    ["the mentor is away", { mentor: { ...mentor, isAvailable: false } }, "– mentor-unavailable"],
    ["the mentor is full", { mentor: { ...mentor, takenPlaces: [1, 2] } }, "– mentor-full"],
    ["the mentee has left", { mentee: { ...mentee, isActive: false } }, "– partner-left"],
    ["the mentee has as many open as allowed", { mentee: { ...mentee, takenSlots: [1, 2, 3] } }, "– too-many-open"],
  ])("staff suggest the two where %s", (_name, change, expected) => {
    expect(outcome(null, exampleCommand("suggest", { ...FREE, ...change }), SENT_AT)).toBe(expected);
  });

  test("staff suggest nobody to themselves, and a suggestion can begin a relationship at once", () => {
    const command = exampleCommand("suggest");
    const own = { kind: "staff", memberId: MENTEE.memberId } as const;
    expect(outcome(null, { ...command, actor: own } as typeof command, SENT_AT)).toBe("– own");
    const begun = decided(null, { ...command, beginsAtOnce: true } as typeof command, SENT_AT);
    expect(begun.proposal).toMatchObject({ status: "accepted", isFromStaff: true, dueAt: null });
    expect(begun.opening).toMatchObject({ startedAt: SENT_AT, mentorPlace: 1, menteePlace: 1, isLastOfMentee: true });
    expect(begun.notices.map(({ kind, role }) => [kind, role])).toEqual([
      ["proposal-matched", "mentee"],
      ["proposal-matched", "mentor"],
    ]);
  });

  test("nobody proposes to themselves", () => {
    const command = { ...exampleCommand("send"), mentorId: MENTEE.memberId };
    expect(outcome(null, command, SENT_AT)).toBe("– yourself");
  });

  test("the lowest free slot is taken", () => {
    const circumstances = { ...FREE, mentee: { ...mentee, takenSlots: [1, 3] } };
    expect(decided(null, exampleCommand("send", circumstances), SENT_AT).proposal.slot).toBe(2);
  });

  test("a mentor who is full cannot accept, nor a mentee be accepted twice", () => {
    const full = { ...FREE, mentor: { ...mentor, takenPlaces: [1, 2] } };
    const matched = { ...FREE, mentee: { ...mentee, takenPlaces: [1] } };
    const gone = { ...FREE, mentee: { ...mentee, isActive: false } };
    expect(outcome(sentProposal(), exampleCommand("accept", full), onDay(1))).toBe("– mentor-full");
    expect(outcome(sentProposal(), exampleCommand("accept", matched), onDay(1))).toBe("– mentee-has-mentor");
    expect(outcome(sentProposal(), exampleCommand("accept", gone), onDay(1))).toBe("– partner-left");
  });

  test("a mentor cannot accept a text they have not read", () => {
    const edited = decided(sentProposal(), exampleCommand("edit"), onDay(1)).proposal;
    expect(outcome(edited, exampleCommand("accept"), onDay(1))).toBe("– changed-meanwhile");
  });

  test("what was closed when an account went is not reopenable until it is back", () => {
    const closed = decided(sentProposal(), exampleCommand("close"), onDay(1)).proposal;
    const gone = { ...FREE, mentor: { ...mentor, isActive: false } };
    expect(outcome(closed, exampleCommand("reopen", gone), onDay(2))).toBe("– partner-left");
    expect(outcome(closed, exampleCommand("reopen"), onDay(2))).toBe("sent");
  });

  test("who holds the role no more reopens nothing", () => {
    const noMentee = { ...FREE, mentee: { ...mentee, isActive: false } };
    const noMentor = { ...FREE, mentor: { ...mentor, isActive: false } };
    const byMentor = { ...exampleCommand("reopen", noMentor), actor: MENTOR };
    expect(outcome(IN_STATUS.withdrawn, exampleCommand("reopen", noMentee), onDay(2))).toBe("– not-yours");
    expect(outcome(IN_STATUS.rejected, byMentor, onDay(2))).toBe("– not-yours");
  });

  test("a mentor may reopen while unavailable to others, a mentee not", () => {
    const paused = { ...FREE, mentor: { ...mentor, isAvailable: false } };
    const byMentor = { ...exampleCommand("reopen", paused), actor: MENTOR };
    expect(outcome(IN_STATUS.rejected, byMentor, onDay(2))).toBe("sent");
    expect(outcome(IN_STATUS.withdrawn, exampleCommand("reopen", paused), onDay(2))).toBe("– mentor-unavailable");
  });
});

describe("asking again for somebody who kept their place", () => {
  const closed = (because: "mentor-full" | "mentor-away" | "mentee-matched" | "mentor-left") =>
    decided(sentProposal(), { type: "close", actor: SYSTEM, because }, onDay(1)).proposal;
  const { mentor, mentee } = FREE;

  test.each([
    ["a mentor who was full", closed("mentor-full"), FREE, "sent"],
    ["a mentor who was away", closed("mentor-away"), FREE, "sent"],
    ["a mentor who left", closed("mentor-left"), FREE, "– not-reopenable"],
    ["somebody who found a mentor", closed("mentee-matched"), FREE, "– not-reopenable"],
    [
      "a mentor who is full again",
      closed("mentor-full"),
      { ...FREE, mentor: { ...mentor, takenPlaces: [1, 2] } },
      "– mentor-full",
    ],
    [
      "a mentor who is away now",
      closed("mentor-full"),
      { ...FREE, mentor: { ...mentor, isAvailable: false } },
      "– mentor-unavailable",
    ],
    [
      "a mentee who has a mentor",
      closed("mentor-full"),
      { ...FREE, mentee: { ...mentee, takenPlaces: [1] } },
      "– mentee-has-mentor",
    ],
    [
      "a mentee with as many open",
      closed("mentor-full"),
      { ...FREE, mentee: { ...mentee, takenSlots: [1, 2, 3] } },
      "– too-many-open",
    ],
  ] as const)("%s", (_, proposal, circumstances, expected) => {
    expect(outcome(proposal, exampleCommand("ask-again", circumstances), onDay(40))).toBe(expected);
  });

  test("starts the clock anew with the same text, and says how long they waited", () => {
    const again = decided(closed("mentor-full"), exampleCommand("ask-again"), onDay(40));
    expect(again.proposal).toMatchObject({ round: 2, textNumber: 1, sentAt: onDay(40), expiresAt: onDay(61) });
    expect(again.askedPlace).toBe(1);
    expect(again.notices.map(({ to, kind, data }) => [to, kind, data.day])).toEqual([
      [MENTOR.memberId, "proposal-asked-again", 40],
      [MENTEE.memberId, "proposal-place-free", undefined],
    ]);
  });
});

describe("what a decision says", () => {
  test("sending tells the mentor, and starts the clock", () => {
    const decision = decided(null, exampleCommand("send"), SENT_AT);
    expect(decision.words).toEqual(WORDS);
    expect(decision.proposal).toMatchObject({ status: "sent", version: 1, round: 1, dueAt: onDay(3), expiresAt: onDay(21) });
    expect(decision.notices).toEqual([
      {
        key: `proposal:${decision.proposal.id}:1:sent`,
        to: MENTOR.memberId,
        role: "mentor",
        kind: "proposal-sent",
        proposalId: decision.proposal.id,
        aboutId: MENTEE.memberId,
        data: { expiresAt: onDay(21).toISOString() },
      },
    ]);
  });

  test("editing keeps the clock going and numbers the text", () => {
    const edited = decided(sentProposal(), exampleCommand("edit"), onDay(2));
    expect(edited.proposal).toMatchObject({ textNumber: 2, dueAt: onDay(3), expiresAt: onDay(21), sentAt: SENT_AT });
    expect(edited.notices.map((notice) => notice.key)).toEqual([`proposal:${edited.proposal.id}:1:edited:2`]);
  });

  test("accepting opens a relationship for the agreed months, in the lowest free places", () => {
    const circumstances = { ...FREE, mentor: { ...FREE.mentor, takenPlaces: [1] } };
    const { opening, notices } = decided(sentProposal(), exampleCommand("accept", circumstances), onDay(1));
    expect(opening).toEqual({
      startedAt: onDay(1),
      agreedUntil: new Date("2027-06-02T09:00:00Z"),
      dueAt: new Date("2027-05-02T09:00:00Z"),
      mentorPlace: 2,
      menteePlace: 1,
      isLastOfMentor: true,
      isLastOfMentee: true,
    });
    expect(notices.map(({ to, kind }) => [to, kind])).toEqual([[MENTEE.memberId, "proposal-accepted"]]);
  });

  test("expiry tells both, and counts from the deadline however late the sweep", () => {
    const { proposal, notices } = decided(sentProposal(), exampleCommand("expire"), onDay(30));
    expect(proposal).toMatchObject({ status: "expired", movedAt: onDay(21), dueAt: null });
    expect(notices.map((notice) => notice.kind)).toEqual(["proposal-expired-mentee", "proposal-expired-mentor"]);
  });

  test("reopening starts the clock again, and its reminders are occasions of their own", () => {
    const reopened = decided(IN_STATUS.withdrawn, exampleCommand("reopen"), onDay(10));
    expect(reopened.proposal).toMatchObject({
      round: 2,
      remindedDay: 0,
      sentAt: onDay(10),
      dueAt: onDay(13),
      expiresAt: onDay(31),
    });
    const reminded = decided(reopened.proposal, exampleCommand("remind"), onDay(13));
    expect(reminded.notices[0]?.key).toBe(`proposal:${reopened.proposal.id}:2:reminder:3`);
  });

  test("a found mentor is told to the other mentors, a lost account to the one who stays", () => {
    const told = (because: "mentee-left" | "mentor-left" | "mentee-matched" | "mentor-full" | "mentor-away") =>
      decided(sentProposal(), { type: "close", actor: SYSTEM, because }, onDay(1)).notices.map(({ to, kind }) => [to, kind]);
    expect(told("mentee-matched")).toEqual([[MENTOR.memberId, "proposal-withdrawn-matched"]]);
    expect(told("mentee-left")).toEqual([[MENTOR.memberId, "proposal-closed"]]);
    expect(told("mentor-left")).toEqual([[MENTEE.memberId, "proposal-closed"]]);
    expect(told("mentor-full")).toEqual([[MENTEE.memberId, "proposal-mentor-full"]]);
    expect(told("mentor-away")).toEqual([[MENTEE.memberId, "proposal-mentor-away"]]);
  });

  test("no decision carries private words to the audit trail or a notice", () => {
    const rejected = decided(sentProposal(), exampleCommand("reject"), onDay(1));
    expect(rejected.proposal.rejectionReason).toBe("I am moving abroad.");
    expect(JSON.stringify([rejected.facts, rejected.notices])).not.toContain("abroad");
  });
});
