import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { ASKED, BEGUN, become, CLOCK, decided, MENTEE, MENTOR, onDay } from "@/testing/check-ins/examples";
import type { Actor, Case, Command } from "./check-in";
import { dueCommand } from "./deadlines";
import { decide } from "./decide";
import { ANSWERS, type Answer } from "./question";

const UNTIL = onDay(60);
const say = (answer: Answer, round = 1): Command => ({ type: "answer", round, answer });
const WAITING = become(ASKED, MENTEE, say("no-reply"), onDay(5));

const STATES = {
  begun: [BEGUN, 4],
  asked: [ASKED, 5],
  answered: [become(ASKED, MENTEE, say("date"), onDay(5)), 6],
  waiting: [WAITING, 12],
  handed: [become(WAITING, CLOCK, { type: "hand" }, onDay(12)), 13],
  suggested: [become(BEGUN, MENTOR, { type: "ask-pause", until: UNTIL }, onDay(2)), 3],
  paused: [
    become(
      become(BEGUN, MENTOR, { type: "ask-pause", until: UNTIL }, onDay(2)),
      MENTEE,
      { type: "agree-pause", until: UNTIL },
      onDay(3),
    ),
    5,
  ],
  rested: [{ ...BEGUN, pausedUntil: onDay(6), countsFrom: onDay(6), dueAt: onDay(6) }, 7],
  ended: [{ ...ASKED, endedAt: onDay(4) }, 5],
} satisfies Record<string, [Case, number]>;
type State = keyof typeof STATES;

/** Each command, as the mentee or the clock gives it. */
const COMMANDS = {
  ask: [CLOCK, { type: "ask", question: "met" }],
  hand: [CLOCK, { type: "hand" }],
  resume: [CLOCK, { type: "resume" }],
  look: [CLOCK, { type: "look" }],
  met: [MENTEE, say("met")],
  date: [MENTEE, say("date")],
  "no-reply": [MENTEE, say("no-reply")],
  "not-going": [MENTEE, say("not-going")],
  "ask-pause": [MENTEE, { type: "ask-pause", until: UNTIL }],
  "agree-pause": [MENTEE, { type: "agree-pause", until: UNTIL }],
  "drop-pause": [MENTEE, { type: "drop-pause" }],
} satisfies Record<string, [Actor, Command]>;
type Name = keyof typeof COMMANDS;

const ENDED = "– ended";
const NONE = "– nothing-asked";
const EARLY = "– not-due";
/** Who is told what, or the refusal after a dash. */
const MATRIX: Record<State, Record<Name, string>> = {
  begun: {
    ask: "mentee have-you-met, mentor have-you-met",
    hand: EARLY,
    resume: EARLY,
    look: "",
    met: NONE,
    date: NONE,
    "no-reply": NONE,
    "not-going": NONE,
    "ask-pause": "mentor pause-suggested",
    "agree-pause": NONE,
    "drop-pause": NONE,
  },
  asked: {
    ask: EARLY,
    hand: EARLY,
    resume: EARLY,
    look: "",
    met: "",
    date: "",
    "no-reply": "mentor partner-waits",
    "not-going": "",
    "ask-pause": "mentor pause-suggested",
    "agree-pause": NONE,
    "drop-pause": NONE,
  },
  answered: {
    ask: EARLY,
    hand: EARLY,
    resume: EARLY,
    look: "",
    met: "",
    date: "– nothing-changed",
    "no-reply": "mentor partner-waits",
    "not-going": "",
    "ask-pause": "mentor pause-suggested",
    "agree-pause": NONE,
    "drop-pause": NONE,
  },
  waiting: {
    ask: EARLY,
    hand: "mentee partner-silent",
    resume: EARLY,
    look: "",
    met: "",
    date: "",
    "no-reply": "– nothing-changed",
    "not-going": "",
    "ask-pause": "mentor pause-suggested",
    "agree-pause": NONE,
    "drop-pause": NONE,
  },
  handed: {
    ask: EARLY,
    hand: EARLY,
    resume: EARLY,
    look: "",
    met: "",
    date: "",
    "no-reply": "– nothing-changed",
    "not-going": "",
    "ask-pause": "mentor pause-suggested",
    "agree-pause": NONE,
    "drop-pause": NONE,
  },
  suggested: {
    ask: EARLY,
    hand: EARLY,
    resume: EARLY,
    look: "",
    met: NONE,
    date: NONE,
    "no-reply": NONE,
    "not-going": NONE,
    "ask-pause": "– already-asked",
    "agree-pause": "mentor pause-agreed",
    "drop-pause": "mentor pause-declined",
  },
  paused: {
    ask: EARLY,
    hand: EARLY,
    resume: EARLY,
    look: "",
    met: NONE,
    date: NONE,
    "no-reply": NONE,
    "not-going": NONE,
    "ask-pause": "– already-asked",
    "agree-pause": NONE,
    "drop-pause": "mentor pause-over",
  },
  rested: {
    ask: EARLY,
    hand: EARLY,
    resume: "mentee pause-ended, mentor pause-ended",
    look: "",
    met: NONE,
    date: NONE,
    "no-reply": NONE,
    "not-going": NONE,
    "ask-pause": "mentor pause-suggested",
    "agree-pause": NONE,
    "drop-pause": NONE,
  },
  ended: {
    ask: EARLY,
    hand: EARLY,
    resume: EARLY,
    look: "",
    met: ENDED,
    date: ENDED,
    "no-reply": ENDED,
    "not-going": ENDED,
    "ask-pause": ENDED,
    "agree-pause": ENDED,
    "drop-pause": ENDED,
  },
};

describe("every command in every state", () => {
  const cells = (Object.keys(STATES) as State[]).flatMap((state) =>
    (Object.keys(COMMANDS) as Name[]).map((name) => [state, name] as const),
  );
  test.each(cells)("%s: %s", (state, name) => {
    const [one, day] = STATES[state];
    const [actor, command] = COMMANDS[name];
    const result = decide(one, actor, command, DEFAULT_SETTINGS, onDay(day));
    const outcome = result.ok ? result.notices.map(({ role, kind }) => `${role} ${kind}`).join(", ") : `– ${result.reason}`;
    expect(outcome).toBe(MATRIX[state][name]);
  });
});

describe("who may", () => {
  const stranger: Actor = { kind: "mentee", memberId: "0b8c6d4e-0000-4000-8000-0000000000ff" };
  test.each(Object.entries(COMMANDS))("%s", (_name, [actor, command]) => {
    const others = actor.kind === "sweep" ? [MENTEE, MENTOR, stranger] : [CLOCK, stranger];
    for (const other of others) {
      expect(decide(ASKED, other, command as Command, DEFAULT_SETTINGS, onDay(5))).toEqual({ ok: false, reason: "not-yours" });
    }
  });
});

describe("what an answer leads to", () => {
  test("a mail's link answers the question that it came with, and no later one", () => {
    const again = become(ASKED, CLOCK, { type: "ask", question: "met" }, onDay(10));
    expect(again).toMatchObject({ round: 2, menteeAnswer: null, askedAt: onDay(10) });
    for (const answer of ANSWERS) {
      const result = decide(again, MENTEE, say(answer, 1), DEFAULT_SETTINGS, onDay(11));
      expect(result).toEqual({ ok: false, reason: "nothing-asked" });
    }
    expect(decide(ASKED, MENTEE, say("met"), DEFAULT_SETTINGS, onDay(34)).ok).toBe(false);
  });

  test("the one who waits hears what the partner says, and waits no more", () => {
    for (const [answer, kind] of [["met", "partner-has-met"] as const, ["date", "partner-has-date"] as const]) {
      const { checkIn, notices } = decided(WAITING, MENTOR, say(answer), onDay(7));
      expect(notices.map((told) => [told.role, told.kind])).toEqual([["mentee", kind]]);
      expect(checkIn).toMatchObject({ waiting: null, chasedAt: null, countsFrom: onDay(7), mentorAnswer: answer });
    }
  });

  test("two who wait for each other are both told so, and neither has been silent", () => {
    const { checkIn, notices } = decided(WAITING, MENTOR, say("no-reply"), onDay(7));
    expect(notices.map((told) => [told.role, told.kind])).toEqual([
      ["mentee", "both-waiting"],
      ["mentor", "both-waiting"],
    ]);
    expect(checkIn.waiting).toBeNull();
  });

  test("a partner who had said something else is asked anew", () => {
    const said = become(ASKED, MENTOR, say("date"), onDay(5));
    expect(become(said, MENTEE, say("no-reply"), onDay(6))).toMatchObject({ waiting: "mentee", mentorAnswer: null });
  });

  test("who had waited still stands there after the end", () => {
    const [handed] = STATES.handed;
    const gone = become(handed, MENTEE, say("not-going"), onDay(13));
    expect(gone).toMatchObject({ waiting: "mentee", handedAt: onDay(12), menteeAnswer: "not-going" });
    const looked = become({ ...gone, endedAt: onDay(13) }, CLOCK, { type: "look" }, onDay(20));
    expect(looked).toMatchObject({ waiting: "mentee", handedAt: onDay(12), dueAt: null });
  });

  test("two who meet while one of them waits are left in peace", () => {
    const looked = become({ ...WAITING, lastTogetherAt: onDay(8) }, CLOCK, { type: "look" }, onDay(12));
    expect(looked).toMatchObject({ waiting: null, chasedAt: null });
  });
});

describe("a pause", () => {
  const [suggested] = STATES.suggested;
  test("needs the day that the partner saw, and one that is still to come", () => {
    const agree = (until: Date, now: Date) => decide(suggested, MENTEE, { type: "agree-pause", until }, DEFAULT_SETTINGS, now);
    expect(agree(onDay(61), onDay(3))).toEqual({ ok: false, reason: "nothing-asked" });
    expect(agree(UNTIL, UNTIL)).toEqual({ ok: false, reason: "nothing-asked" });
    const late: Command = { type: "ask-pause", until: BEGUN.agreedUntil };
    expect(decide(BEGUN, MENTEE, late, DEFAULT_SETTINGS, onDay(3))).toEqual({ ok: false, reason: "after-the-end" });
    expect(decide(suggested, MENTOR, { type: "agree-pause", until: UNTIL }, DEFAULT_SETTINGS, onDay(3)).ok).toBe(false);
  });

  test("second thoughts are told to nobody, and another day replaces the first", () => {
    expect(decided(suggested, MENTOR, { type: "drop-pause" }, onDay(3)).notices).toEqual([]);
    const later = become(suggested, MENTOR, { type: "ask-pause", until: onDay(70) }, onDay(3));
    expect(later.pauseAskedUntil).toEqual(onDay(70));
  });

  test("nobody is asked until it is over, and what fell into it is not asked afterwards", () => {
    const [paused] = STATES.paused;
    expect(paused).toMatchObject({ pausedUntil: UNTIL, countsFrom: UNTIL, dueAt: UNTIL });
  });

  test("is over for both on its day, once, and for nobody who has ended it early or who could not answer", () => {
    const [paused] = STATES.paused;
    const due = (one: Case, now: Date) => dueCommand(one, DEFAULT_SETTINGS, now)?.type ?? null;
    expect([due(paused, onDay(59)), due(paused, UNTIL), due(paused, onDay(80))]).toEqual([null, "resume", "resume"]);
    expect(due({ ...paused, areBothHere: false }, UNTIL)).toBeNull();
    // By then it is the silence that is to be asked about.
    expect(due(paused, onDay(105))).toBe("ask");
    const told = become(paused, CLOCK, { type: "resume" }, onDay(62));
    expect([told.pausedUntil, due(told, onDay(62)), due(told, onDay(80))]).toEqual([UNTIL, null, null]);
    const dropped = become(paused, MENTEE, { type: "drop-pause" }, onDay(30));
    expect([due(dropped, onDay(30)), due(dropped, UNTIL)]).toEqual([null, null]);
    const again = become(paused, MENTEE, { type: "ask-pause", until: onDay(90) }, onDay(61));
    expect(due(again, onDay(61))).toBeNull();
  });

  test("ended early, it ends on that day; declined, the one before it stays as it was", () => {
    const [paused] = STATES.paused;
    expect(become(paused, MENTEE, { type: "drop-pause" }, onDay(30)).pausedUntil).toEqual(onDay(30));
    const again = become({ ...BEGUN, pausedUntil: onDay(2) }, MENTOR, { type: "ask-pause", until: UNTIL }, onDay(3));
    expect(become(again, MENTEE, { type: "drop-pause" }, onDay(4)).pausedUntil).toEqual(onDay(2));
  });
});
