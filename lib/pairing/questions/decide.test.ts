import { describe, expect, test } from "vitest";
import { decideToAsk, decideToWrite, statusAt } from "./decide";
import { type Circumstances, type Exchange, MOST_BEFORE, type OpenProposal, type Question, type Within } from "./question";

const NOW = new Date("2026-06-01T09:00:00Z");
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const ZONE = "Europe/London";

const HERE: Within = { open: 0, areBothIn: true, takesProposals: true };

const FREE: Circumstances = {
  timeZone: ZONE,
  openQuestions: 3,
  questionDays: 14,
  areBothActive: true,
  takesNoQuestions: false,
  isListed: true,
  takenSlots: [],
  within: HERE,
  lastAskedAt: null,
  hasOpenProposal: false,
  arePartners: false,
};

describe("asking", () => {
  test("takes the first free place, and closes after the days of the society, at the same time of day", () => {
    expect(decideToAsk("amina", "gareth", { ...FREE, takenSlots: [1, 3] }, NOW)).toEqual({
      ok: true,
      value: { slot: 2, dueAt: day(14) },
    });
    // The clocks change in between.
    const autumn = new Date("2026-10-20T08:00:00Z");
    expect(decideToAsk("amina", "gareth", FREE, autumn)).toMatchObject({ value: { dueAt: new Date("2026-11-03T09:00:00Z") } });
  });

  test.each<[string, Partial<Circumstances>, string]>([
    ["one of the two cannot sign in", { areBothActive: false }, "not-found"],
    ["partners have Messages", { arePartners: true }, "partners"],
    ["a proposal waits", { hasOpenProposal: true }, "proposal-open"],
    ["the mentor takes none", { takesNoQuestions: true }, "no-questions"],
    ["the society wants none", { openQuestions: 0 }, "no-questions"],
    ["asked yesterday", { lastAskedAt: day(-1) }, "asked-already"],
    ["asked 89 days ago", { lastAskedAt: day(-89) }, "asked-already"],
    ["the mentor is full or away", { isListed: false }, "unavailable"],
    ["three wait", { within: { ...HERE, open: 3 }, takenSlots: [3, 1, 2] }, "too-many-open"],
    ["more wait than a lowered limit", { openQuestions: 1, within: { ...HERE, open: 2 }, takenSlots: [1, 2] }, "too-many-open"],
    ["one of the two is not in the programme", { within: { ...HERE, areBothIn: false } }, "not-in-programme"],
    ["nobody looks for anybody in it now", { within: { ...HERE, takesProposals: false } }, "programme-closed"],
  ])("is refused when %s", (_, change, reason) => {
    expect(decideToAsk("amina", "gareth", { ...FREE, ...change }, NOW)).toEqual({ ok: false, reason });
  });

  test("what waits elsewhere takes a place, but none of the programme's", () => {
    const given = { ...FREE, within: { ...HERE, open: 2 }, takenSlots: [1, 2, 3, 5, 6] };
    expect(decideToAsk("amina", "gareth", given, NOW)).toMatchObject({ value: { slot: 4 } });
  });

  test("nobody asks themselves, and after 90 days one may ask again", () => {
    expect(decideToAsk("amina", "amina", FREE, NOW)).toEqual({ ok: false, reason: "own" });
    expect(decideToAsk("amina", "gareth", { ...FREE, lastAskedAt: day(-90) }, NOW).ok).toBe(true);
  });
});

const QUESTION: Question = {
  id: "question",
  menteeId: "amina",
  mentorId: "gareth",
  status: "waiting",
  firstNumber: 1,
  askedAt: day(-1),
  dueAt: day(13),
};
const ANSWERED: Question = { ...QUESTION, status: "answered", dueAt: null };
const OVERDUE: Question = { ...QUESTION, dueAt: NOW };
const PROPOSAL: OpenProposal = {
  id: "proposal",
  menteeId: "amina",
  mentorId: "gareth",
  expiresAt: day(20),
  written: 0,
  isMentorHeard: false,
};
const HEARD = { ...PROPOSAL, written: 1, isMentorHeard: true };
const exchange = (change: Partial<Exchange>): Exchange => ({
  question: null,
  written: 1,
  proposal: null,
  isPartnerActive: true,
  ...change,
});

describe("writing before a relationship", () => {
  test.each<[string, Partial<Exchange>, string | null, string | null]>([
    // what there is, for the mentee, for the mentor: null where each may write
    ["a question that waits", { question: QUESTION }, null, null],
    ["a question past its day, swept or not", { question: OVERDUE }, "unanswered", null],
    ["a question that the sweep closed", { question: { ...OVERDUE, status: "unanswered", dueAt: null } }, "unanswered", null],
    ["an answered question", { question: ANSWERED }, null, null],
    ["an old answered question", { question: { ...ANSWERED, askedAt: day(-90) } }, "over", "over"],
    ["a question of somebody who left", { question: { ...ANSWERED, status: "closed" } }, "over", "over"],
    ["as much as one may write", { question: ANSWERED, written: MOST_BEFORE }, "enough", "enough"],
    ["one less", { question: ANSWERED, written: MOST_BEFORE - 1 }, null, null],
    ["a proposal", { proposal: PROPOSAL }, "wait", null],
    ["a proposal about which the mentor has asked", { proposal: HEARD }, null, null],
    ["a proposal after an answered question", { proposal: PROPOSAL, question: ANSWERED }, null, null],
    ["a proposal with all said", { proposal: { ...HEARD, written: MOST_BEFORE } }, "enough", "enough"],
    ["a proposal after all was said", { proposal: HEARD, question: ANSWERED, written: MOST_BEFORE }, null, null],
    ["nothing any more", {}, "over", "over"],
    ["somebody who cannot sign in", { question: ANSWERED, isPartnerActive: false }, "away", "away"],
  ])("%s", (_, change, mentee, mentor) => {
    const reasons = ["amina", "gareth"].map((who) => {
      const decided = decideToWrite(who, exchange(change), ZONE, NOW);
      return decided.ok ? null : decided.reason;
    });
    expect(reasons).toEqual([mentee, mentor]);
  });

  test("the mentor's message answers the question, however late; the mentee's does not", () => {
    const answers = (who: string, change: Partial<Exchange>) => {
      const decided = decideToWrite(who, exchange(change), ZONE, NOW);
      return decided.ok && decided.value.answers;
    };
    expect(answers("gareth", { question: QUESTION })).toBe("question");
    expect(answers("gareth", { question: OVERDUE })).toBe("question");
    expect(answers("gareth", { question: QUESTION, proposal: HEARD })).toBe("question");
    expect(answers("gareth", { question: ANSWERED })).toBeNull();
    expect(answers("amina", { question: QUESTION })).toBeNull();
  });

  test("the date decides, not the sweep", () => {
    expect([statusAt(QUESTION, day(12)), statusAt(QUESTION, day(13)), statusAt(ANSWERED, day(400))]).toEqual([
      "waiting",
      "unanswered",
      "answered",
    ]);
  });
});
