import { describe, expect, test } from "vitest";
import {
  decided,
  ENDS,
  exampleCommand,
  FREE,
  meetingAfter,
  NOW,
  ORGANISER,
  PARTNER,
  PARTNERS,
  PLAN,
  STARTS,
  SWEEP,
  SYSTEM,
} from "@/testing/meetings/examples";
import { allowedCommands } from "./access";
import { decide } from "./decide";
import { type Actor, COMMAND_TYPES, type CommandType, type Meeting } from "./meeting";
import { statusWords } from "./wording";

const THE_DAY_BEFORE = new Date("2026-11-24T14:00:00Z");

/** Every state there is: the answer while it lies ahead, `begun` once its time has come, and what became of it. */
const IN_STATE = {
  none: null,
  waiting: meetingAfter(),
  accepted: meetingAfter("accept"),
  declined: meetingAfter("decline"),
  suggested: meetingAfter("suggest"),
  begun: meetingAfter("accept"),
  "declined-begun": meetingAfter("decline"),
  held: meetingAfter("accept", "hold"),
  "not-held": meetingAfter("accept", "miss"),
  cancelled: meetingAfter("cancel"),
} satisfies Record<string, Meeting | null>;
type State = keyof typeof IN_STATE;

/** What each command leads to in each state: status and answer, or the refusal after a dash. */
const MATRIX: Record<State, Record<CommandType, string>> = {
  none: {
    arrange: "planned waiting",
    log: "held accepted",
    change: "– not-there",
    accept: "– not-there",
    decline: "– not-there",
    suggest: "– not-there",
    take: "– not-there",
    cancel: "– not-there",
    hold: "– not-there",
    miss: "– not-there",
    remind: "– not-there",
    close: "– not-there",
    "ask-again": "– not-there",
  },
  waiting: {
    arrange: "– already-there",
    log: "– already-there",
    change: "planned waiting",
    accept: "planned accepted",
    decline: "planned declined",
    suggest: "planned suggested",
    take: "– nothing-suggested",
    cancel: "cancelled waiting",
    hold: "– not-begun",
    miss: "– not-begun",
    remind: "planned waiting",
    close: "cancelled waiting",
    "ask-again": "planned waiting",
  },
  accepted: {
    arrange: "– already-there",
    log: "– already-there",
    change: "planned waiting",
    accept: "– already-so",
    decline: "planned declined",
    suggest: "planned suggested",
    take: "– nothing-suggested",
    cancel: "cancelled accepted",
    hold: "– not-begun",
    miss: "– not-begun",
    remind: "planned accepted",
    close: "cancelled accepted",
    "ask-again": "planned accepted",
  },
  declined: {
    arrange: "– already-there",
    log: "– already-there",
    change: "planned waiting",
    accept: "planned accepted",
    decline: "– already-so",
    suggest: "planned suggested",
    take: "– nothing-suggested",
    cancel: "cancelled declined",
    hold: "– not-begun",
    miss: "– not-begun",
    remind: "– not-due",
    close: "cancelled declined",
    "ask-again": "planned declined",
  },
  suggested: {
    arrange: "– already-there",
    log: "– already-there",
    change: "planned waiting",
    accept: "planned accepted",
    decline: "planned declined",
    suggest: "planned suggested",
    take: "planned accepted",
    cancel: "cancelled waiting",
    hold: "– not-begun",
    miss: "– not-begun",
    remind: "planned suggested",
    close: "cancelled waiting",
    "ask-again": "planned suggested",
  },
  begun: {
    arrange: "– already-there",
    log: "– already-there",
    change: "– over",
    accept: "– over",
    decline: "– over",
    suggest: "– over",
    take: "– over",
    cancel: "– over",
    hold: "held accepted",
    miss: "not-held accepted",
    remind: "planned accepted",
    close: "cancelled accepted",
    "ask-again": "– over",
  },
  "declined-begun": {
    arrange: "– already-there",
    log: "– already-there",
    change: "– over",
    accept: "– over",
    decline: "– over",
    suggest: "– over",
    take: "– over",
    cancel: "– over",
    hold: "– declined",
    miss: "– declined",
    remind: "– not-due",
    close: "cancelled declined",
    "ask-again": "– over",
  },
  held: {
    arrange: "– already-there",
    log: "– already-there",
    change: "– over",
    accept: "– over",
    decline: "– over",
    suggest: "– over",
    take: "– over",
    cancel: "– over",
    hold: "– already-so",
    miss: "not-held accepted",
    remind: "– not-due",
    close: "– over",
    "ask-again": "– over",
  },
  "not-held": {
    arrange: "– already-there",
    log: "– already-there",
    change: "– over",
    accept: "– over",
    decline: "– over",
    suggest: "– over",
    take: "– over",
    cancel: "– over",
    hold: "held accepted",
    miss: "– already-so",
    remind: "– not-due",
    close: "– over",
    "ask-again": "– over",
  },
  cancelled: {
    arrange: "– already-there",
    log: "– already-there",
    change: "– called-off",
    accept: "– called-off",
    decline: "– called-off",
    suggest: "– called-off",
    take: "– called-off",
    cancel: "– called-off",
    hold: "– called-off",
    miss: "– called-off",
    remind: "– not-due",
    close: "– called-off",
    "ask-again": "– called-off",
  },
};

const timeIn = (state: State, type: CommandType) => {
  if (state === "none") return NOW;
  return ["begun", "declined-begun", "held", "not-held"].includes(state) ? ENDS : type === "remind" ? THE_DAY_BEFORE : NOW;
};

const outcome = (meeting: Meeting | null, command: Parameters<typeof decide>[1], now: Date) => {
  const result = decide(meeting, command, now);
  return result.ok ? `${result.meeting.status} ${result.meeting.answer}` : `– ${result.reason}`;
};

describe("every command in every state", () => {
  const states = Object.keys(IN_STATE) as State[];
  test.each(states.flatMap((state) => COMMAND_TYPES.map((type) => [state, type] as const)))("%s: %s", (state, type) => {
    const meeting = IN_STATE[state];
    expect(outcome(meeting, exampleCommand(type, meeting), timeIn(state, type))).toBe(MATRIX[state][type]);
  });
});

describe("who may give which command", () => {
  const actors: Record<string, Actor> = {
    organiser: ORGANISER,
    partner: PARTNER,
    stranger: { kind: "member", memberId: "00000000-0000-4000-8000-0000000000ff" },
    sweep: SWEEP,
    system: SYSTEM,
  };
  const entitled: Record<CommandType, string[]> = {
    arrange: ["organiser", "partner"],
    log: ["organiser", "partner"],
    change: ["organiser"],
    take: ["organiser"],
    accept: ["partner"],
    decline: ["partner"],
    suggest: ["partner"],
    cancel: ["organiser", "partner"],
    hold: ["organiser", "partner"],
    miss: ["organiser", "partner"],
    remind: ["sweep"],
    close: ["system"],
    "ask-again": ["system"],
  };
  test.each(COMMAND_TYPES.flatMap((type) => Object.keys(actors).map((name) => [type, name] as const)))(
    "%s by %s",
    (type, name) => {
      const meeting = type === "arrange" || type === "log" ? null : meetingAfter();
      const result = decide(meeting, exampleCommand(type, meeting, { actor: actors[name] }), NOW);
      expect(!result.ok && result.reason === "not-yours").toBe(!entitled[type].includes(name));
    },
  );

  test("the buttons are those that would work", () => {
    const [organiser, partner] = [PARTNERS.menteeId, PARTNERS.mentorId].map((memberId) => ({ memberId }));
    if (!organiser || !partner) throw new Error("there are two");
    expect(allowedCommands(organiser, meetingAfter(), NOW)).toEqual(["change", "cancel"]);
    expect(allowedCommands(partner, meetingAfter(), NOW)).toEqual(["suggest", "accept", "decline", "cancel"]);
    expect(allowedCommands(organiser, meetingAfter("suggest"), NOW)).toEqual(["change", "take", "cancel"]);
    for (const one of [organiser, partner]) {
      expect(allowedCommands(one, meetingAfter("accept"), STARTS)).toEqual(["hold", "miss"]);
      expect(allowedCommands(one, meetingAfter("cancel"), NOW)).toEqual([]);
      expect(allowedCommands(one, meetingAfter("accept", "hold"), ENDS)).toEqual(["miss"]);
    }
    expect(allowedCommands({ memberId: "somebody else" }, meetingAfter(), NOW)).toEqual([]);
  });
});

describe("times", () => {
  const at = (startsAt: string, endsAt: string) => ({ ...PLAN, startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

  test.each([
    ["arrange", at("2026-11-25T15:00:00Z", "2026-11-25T14:00:00Z"), "– ends-before-start"],
    ["arrange", at("2026-11-25T15:00:00Z", "2026-11-25T15:00:00Z"), "– ends-before-start"],
    ["arrange", at("2026-11-25T15:00:00Z", "2026-11-26T15:00:01Z"), "– too-long"],
    ["arrange", at("2026-11-16T09:00:00Z", "2026-11-16T10:00:00Z"), "– in-the-past"],
    ["arrange", at("2028-11-16T09:00:01Z", "2028-11-16T10:00:00Z"), "– too-far"],
    ["arrange", at("2028-11-16T09:00:00Z", "2028-11-16T10:00:00Z"), "planned waiting"],
    ["log", at("2026-11-16T08:00:00Z", "2026-11-16T09:00:01Z"), "– not-over"],
    ["log", at("2026-11-16T08:00:00Z", "2026-11-16T09:00:00Z"), "held accepted"],
    ["log", at("2026-10-31T23:59:00Z", "2026-11-01T01:00:00Z"), "– before-beginning"],
  ] as const)("%s %o: %s", (type, plan, expected) => {
    expect(outcome(null, exampleCommand(type, null, { plan }), NOW)).toBe(expected);
  });

  test("what speaks against a time is asked about once, and the past is not", () => {
    const circumstances = { ...FREE, unconfirmed: ["partner-hour"] as const };
    expect(outcome(null, exampleCommand("arrange", null, { circumstances }), NOW)).toBe("– unconfirmed");
    expect(outcome(null, exampleCommand("log", null, { circumstances }), NOW)).toBe("held accepted");
    const meeting = meetingAfter();
    for (const type of ["change", "suggest"] as const) {
      expect(outcome(meeting, exampleCommand(type, meeting, { circumstances }), NOW)).toBe("– unconfirmed");
    }
  });

  test("nobody decides on what they have not seen", () => {
    const meeting = meetingAfter("accept");
    for (const type of ["change", "decline", "suggest", "cancel"] as const) {
      expect(outcome(meeting, exampleCommand(type, meeting, { seen: 1 }), NOW)).toBe("– changed-meanwhile");
    }
  });

  test("a suggestion whose time has passed cannot be taken", () => {
    const soon = { startsAt: new Date("2026-11-16T10:00:00Z"), endsAt: new Date("2026-11-16T11:00:00Z") };
    const meeting = meetingAfter();
    const suggested = decided(meeting, exampleCommand("suggest", meeting, { period: soon }), NOW).meeting;
    expect(outcome(suggested, exampleCommand("take", suggested), soon.startsAt)).toBe("– in-the-past");
  });
});

describe("what a decision says", () => {
  test("arranging tells the other one, and reminds both on the day before", () => {
    const { meeting, notices, facts, words } = decided(null, exampleCommand("arrange", null), NOW);
    expect([meeting.version, meeting.sequence]).toEqual([1, 0]);
    expect(meeting).toMatchObject({ remindAt: THE_DAY_BEFORE, dueAt: THE_DAY_BEFORE, isReminded: false });
    expect(words).toEqual(PLAN.words);
    expect(notices).toEqual([
      {
        key: `meeting:${meeting.id}:1:arranged:mentor`,
        to: PARTNERS.mentorId,
        role: "mentor",
        kind: "meeting-arranged",
        proposalId: PARTNERS.relationshipId,
        aboutId: PARTNERS.menteeId,
        data: { meetingId: meeting.id, startsAt: STARTS.toISOString(), endsAt: ENDS.toISOString() },
      },
    ]);
    expect(facts).toMatchObject([{ subject: "relationship", subjectId: PARTNERS.relationshipId, fact: "meeting-arranged" }]);
    expect(JSON.stringify([facts, notices])).not.toContain(PLAN.words.title);
  });

  test("at shorter notice nobody is reminded", () => {
    const late = new Date("2026-11-24T14:00:00Z");
    expect(decided(null, exampleCommand("arrange", null), late).meeting).toMatchObject({ remindAt: null, dueAt: null });
  });

  test("both are reminded once; a new time arms the reminder again, new words do not", () => {
    const meeting = meetingAfter("accept");
    const reminded = decided(meeting, exampleCommand("remind", meeting), THE_DAY_BEFORE);
    expect(reminded.notices.map(({ to, kind }) => [to, kind])).toEqual([
      [PARTNERS.menteeId, "meeting-tomorrow"],
      [PARTNERS.mentorId, "meeting-tomorrow"],
    ]);
    expect(outcome(reminded.meeting, exampleCommand("remind", reminded.meeting), THE_DAY_BEFORE)).toBe("– not-due");
    const retitled = decided(
      reminded.meeting,
      exampleCommand("change", reminded.meeting, { plan: PLAN }),
      THE_DAY_BEFORE,
    ).meeting;
    expect(retitled).toMatchObject({ answer: "accepted", isReminded: true, dueAt: null, sequence: 2 });
    const moved = decided(reminded.meeting, exampleCommand("change", reminded.meeting), THE_DAY_BEFORE).meeting;
    expect(moved).toMatchObject({ answer: "waiting", isReminded: false, dueAt: new Date("2026-11-26T14:00:00Z") });
  });

  test.each([
    [[], ["partner", "reader"]],
    [["suggest"], ["reader", "partner"]],
    [["accept"], [undefined, undefined]],
  ] as const)(
    "the reminder after %j says whose answer is missing, to the mentee who arranged it and to the mentor",
    (since, said) => {
      const meeting = meetingAfter(...since);
      const { notices } = decided(meeting, exampleCommand("remind", meeting), meeting.dueAt ?? THE_DAY_BEFORE);
      expect(notices.map(({ data }) => data.awaits)).toEqual(said);
    },
  );

  test("a sweep that comes too late reminds nobody, and looks no more", () => {
    const meeting = meetingAfter("accept");
    const { notices, facts, meeting: next } = decided(meeting, exampleCommand("remind", meeting), STARTS);
    expect([notices, facts, next.dueAt]).toEqual([[], [], null]);
  });

  test("calendars hear of every answer, every new time and the end, always of the same meeting", () => {
    for (const type of ["accept", "decline", "suggest", "change", "cancel"] as const) {
      expect([type, meetingAfter(type).sequence]).toEqual([type, 1]);
    }
    const [first, agreed] = [meetingAfter(), meetingAfter("suggest", "take")];
    expect(agreed).toMatchObject({ id: first.id, sequence: 2, answer: "accepted", suggestion: null });
    expect(agreed.startsAt).not.toEqual(first.startsAt);
    expect(meetingAfter("accept", "change", "cancel").sequence).toBe(3);
    // A reminder changes nothing there.
    const reminded = decided(first, exampleCommand("remind", first), THE_DAY_BEFORE).meeting;
    expect(reminded.sequence).toBe(first.sequence);
  });

  test("who cancels knows; the other one is told", () => {
    const meeting = meetingAfter("accept");
    const byPartner = decided(meeting, exampleCommand("cancel", meeting, { actor: PARTNER }), NOW);
    expect(byPartner.meeting.cancelledBecause).toBe("partner");
    expect(byPartner.notices.map(({ to }) => to)).toEqual([PARTNERS.menteeId]);
  });

  test("whoever has declined is not told that the meeting is off", () => {
    const declined = meetingAfter("decline");
    const told = (command: "cancel" | "close", given: object) =>
      decided(declined, exampleCommand(command, declined, given), NOW).notices.map(({ to }) => to);
    expect(told("cancel", {})).toEqual([]);
    expect(told("cancel", { actor: PARTNER })).toEqual([declined.organiserId]);
    expect(told("close", { tells: [PARTNERS.mentorId, PARTNERS.menteeId] })).toEqual([declined.organiserId]);
  });

  test("what was declined is not asked about afterwards", () => {
    const words = (now: Date) =>
      [true, false].map((isOrganiser) => statusWords(meetingAfter("decline"), isOrganiser, "Gareth", now));
    expect(words(NOW)).toEqual(["Gareth cannot come", "You have declined"]);
    expect(words(STARTS)).toEqual(["Gareth could not come", "You declined"]);
  });

  test("nor is what was never agreed on", () => {
    const words = (meeting: Meeting, isOrganiser: boolean) => statusWords(meeting, isOrganiser, "Gareth", STARTS);
    const [invited, suggested] = [meetingAfter(), meetingAfter("suggest")];
    expect([words(invited, true), words(invited, false)]).toEqual(["Gareth did not answer", "You did not answer"]);
    expect([words(suggested, true), words(suggested, false)]).toEqual(["You did not answer", "Gareth did not answer"]);
    expect(statusWords(meetingAfter("accept"), true, "Gareth", STARTS)).toBe("Did it take place?");
  });

  test("the end of the relationship is told to those who are still there, unless its time has gone by", () => {
    const meeting = meetingAfter("accept");
    const told = (tells: string[], now: Date) =>
      decided(meeting, exampleCommand("close", meeting, { tells }), now).notices.map(({ to, kind }) => [to, kind]);
    expect(told([PARTNERS.mentorId], NOW)).toEqual([[PARTNERS.mentorId, "meeting-cancelled-ended"]]);
    expect(told([PARTNERS.mentorId, PARTNERS.menteeId], NOW)).toHaveLength(2);
    expect(told([PARTNERS.mentorId, PARTNERS.menteeId], STARTS)).toEqual([]);
  });
});
