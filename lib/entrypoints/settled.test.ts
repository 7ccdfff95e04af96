import { describe, expect, test } from "vitest";
import type { NoticeData } from "@/lib/notify/notices/notice";
import { isSettled, leadingTo } from "@/lib/notify/notices/settled";
import type { Matter } from "@/lib/people/auth/news";
import { NOTICE_KINDS } from "@/testing/mail/kinds";
import { NOTICES } from "./notices";

// Which notices are new no more, because what they tell has been dealt with in whatever way; for every kind that there is.

const NOW = new Date("2026-11-21T18:00:00Z");
const [BEFORE, SOON, LATER] = ["2026-11-20T18:00:00Z", "2026-11-28T18:00:00Z", "2026-12-12T18:00:00Z"].map(
  (at) => new Date(at),
);
const DATA: NoticeData = {
  day: 7,
  expiresAt: LATER?.toISOString(),
  startsAt: SOON?.toISOString(),
  agreedUntil: LATER?.toISOString(),
  requestId: "a-request",
} as NoticeData;

/** While nothing has become of it: as it was when it was told. */
const proposal = { status: "sent", expiresAt: LATER as Date, remindedDay: 7, hasGoneOn: false };
const relationship = { endedAt: null, agreedUntil: LATER as Date, extensionMonths: null };
const meeting = { status: "planned", answer: "waiting", startsAt: SOON as Date };

type Change = Partial<Matter>;
const over: Change = { relationship: { ...relationship, endedAt: NOW } };
const statuses = (...all: string[]): Change[] => all.map((status) => ({ proposal: { ...proposal, status } }));
const late: Change = { proposal: { ...proposal, expiresAt: BEFORE as Date } };
/** Open again, with another last day than the one that was told. */
const anew: Change = { proposal: { ...proposal, expiresAt: new Date("2027-01-20T18:00:00Z") } };
const meetingIs = (change: Partial<typeof meeting>): Change => ({ meeting: { ...meeting, ...change } });
const away: Change[] = [
  ...["held", "not-held", "cancelled"].map((status) => meetingIs({ status })),
  meetingIs({ startsAt: BEFORE as Date }),
];
const otherEnd: Change = { relationship: { ...relationship, agreedUntil: SOON as Date } };

/** How a proposal comes to nothing, and who is told so. One that is open again, and ends in another way, makes none of it new again. */
const ENDS: Record<string, { mentee: string[]; mentor: string[] }> = {
  rejected: { mentee: ["proposal-rejected"], mentor: [] },
  expired: { mentee: ["proposal-expired-mentee"], mentor: ["proposal-expired-mentor"] },
  withdrawn: {
    mentee: ["proposal-withdrawn-staff", "proposal-closed", "proposal-mentor-full", "proposal-mentor-away"],
    mentor: ["proposal-withdrawn", "proposal-withdrawn-matched"],
  },
};

/** As it is told, what settles it. Kinds that only tell something are settled by nothing but being seen. */
const RULES: Record<string, { told: Change; settledBy: Change[] }> = {
  "proposal-sent": { told: { proposal }, settledBy: [...statuses("accepted", "rejected", "withdrawn", "expired"), late, anew] },
  "proposal-edited": {
    told: { proposal },
    settledBy: [...statuses("accepted", "rejected", "withdrawn", "expired"), late, anew],
  },
  "proposal-reminder": {
    told: { proposal },
    settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, { proposal: { ...proposal, remindedDay: 15 } }],
  },
  "proposal-suggested-mentor": {
    told: { proposal },
    settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew],
  },
  "proposal-suggested-mentee": {
    told: { proposal },
    settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew],
  },
  "proposal-asked-again": { told: { proposal }, settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew] },
  "proposal-place-free": { told: { proposal }, settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew] },
  "proposal-passed-on": { told: { proposal }, settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew] },
  "proposal-reopened-mentor": { told: { proposal }, settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew] },
  "proposal-reopened-mentee": { told: { proposal }, settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew] },
  "proposal-extended": { told: { proposal }, settledBy: [...statuses("accepted", "rejected", "withdrawn"), late, anew] },
  ...Object.fromEntries(
    Object.entries(ENDS).flatMap(([end, { mentee, mentor }]) => {
      const told: Change = { proposal: { ...proposal, status: end } };
      const settledBy = statuses("sent", "accepted", ...Object.keys(ENDS).filter((other) => other !== end));
      const goneOn: Change = { proposal: { ...proposal, status: end, hasGoneOn: true } };
      return [
        ...mentee.map((kind) => [kind, { told, settledBy: [...settledBy, goneOn] }] as const),
        ...mentor.map((kind) => [kind, { told, settledBy }] as const),
      ];
    }),
  ),
  ...Object.fromEntries(
    ["queue-over", "choices-over"].map((kind) => [
      kind,
      {
        told: { proposal: { ...proposal, status: "rejected" } },
        settledBy: [...statuses("sent", "accepted"), { proposal: { ...proposal, status: "rejected", hasGoneOn: true } }],
      },
    ]),
  ),
  // Whatever else becomes of a question reads its notice in the same statement.
  "question-asked": { told: {}, settledBy: [] },
  "first-conversation-held": { told: { relationship }, settledBy: [over] },
  ...Object.fromEntries(
    ["have-you-met", "still-meeting", "partner-waits", "pause-suggested", "pause-ended"].map((kind) => [
      kind,
      { told: { relationship }, settledBy: [over] },
    ]),
  ),
  "relationship-ending": {
    told: { relationship },
    settledBy: [over, otherEnd, { relationship: { ...relationship, extensionMonths: 6 } }],
  },
  "extension-asked": {
    told: { relationship: { ...relationship, extensionMonths: 6 } },
    settledBy: [over, { relationship }],
  },
  "extension-agreed": { told: { relationship }, settledBy: [over, otherEnd] },
  "extension-declined": { told: { relationship }, settledBy: [over, otherEnd] },
  "relationship-extended-staff": { told: { relationship }, settledBy: [over, otherEnd] },
  "meeting-arranged": {
    told: { meeting },
    settledBy: [...away, ...["accepted", "declined", "suggested"].map((answer) => meetingIs({ answer })), { meeting: null }],
  },
  "meeting-changed": { told: { meeting }, settledBy: [...away, meetingIs({ startsAt: LATER as Date })] },
  "meeting-accepted": { told: { meeting }, settledBy: away },
  "meeting-declined": { told: { meeting }, settledBy: away },
  "meeting-agreed": { told: { meeting }, settledBy: away },
  "meeting-reply-unclear": { told: { meeting }, settledBy: away },
  "meeting-suggested": {
    told: meetingIs({ answer: "suggested" }),
    settledBy: [...away, meetingIs({ answer: "accepted" }), meetingIs({ answer: "waiting" })],
  },
  "meeting-tomorrow": {
    told: { meeting },
    settledBy: [
      meetingIs({ status: "cancelled" }),
      meetingIs({ startsAt: LATER as Date }),
      meetingIs({ startsAt: BEFORE as Date }),
    ],
  },
  "contract-signed": { told: { relationship }, settledBy: [{ isContractComplete: true }, over] },
  "support-received": {
    told: { request: { state: "open" } },
    settledBy: [{ request: { state: "waiting" } }, { request: { state: "solved" } }],
  },
  "support-answered": {
    told: { request: { state: "waiting" } },
    settledBy: [{ request: { state: "open" } }, { request: { state: "solved" } }],
  },
  "support-solved": { told: { request: { state: "solved" } }, settledBy: [{ request: { state: "open" } }] },
};

/** They tell what is so, and stays so: whoever has seen them, or the page that they lead to, knows. */
const TELLS_ONLY = [
  ...["proposal-accepted", "relationship-completed", "relationship-ended", "relationship-ended-staff", "relationship-closed"],
  ...["contract-complete", "goals-changed", "swot-changed", "g-star-changed", "goal-achieved", "messages-waiting", "letter"],
  ...["partner-has-met", "partner-has-date", "both-waiting", "partner-silent", "pause-agreed", "pause-declined", "pause-over"],
  ...[
    "still-available",
    "survey-meeting",
    "survey-pulse",
    "survey-closing",
    "survey-own",
    "survey-reminder",
    "survey-pair-reminder",
    "still-there",
    "stood-down",
    "profile-missing",
    "board-ready",
    "first-proposal",
    "mentor-free",
    "question-unanswered",
  ],
  ...[
    "meeting-logged",
    "meeting-cancelled",
    "meeting-cancelled-ended",
    ...["programme-matching", "programme-started", "programme-closed"],
    ...["programme-opened", "programme-joining-closed"],
    ...["programme-joined", "programme-declined", "programme-taken-out"],
    "proposal-matched",
    // What a member does about a condition marks its notices as read in the same statement.
    ...[
      "readiness-asked",
      "readiness-missing",
      "readiness-reminded",
      "readiness-met",
      "readiness-with-staff",
      "readiness-refused",
    ],
    ...["readiness-expiring", "readiness-expired", "referee-silent", "referee-mail"],
    "available-again",
    "partner-unreachable",
    "partner-back",
    "letter-to-many",
    "letter-to-one",
    "letter-to-pairs",
    "letter-test",
    "mail-test",
  ],
  ...Object.entries(NOTICES).flatMap(([kind, { group }]) => (group === "security" ? [kind] : [])),
];

const NOTHING: Matter = { proposal: null, relationship: null, isContractComplete: false, meeting: null, request: null };
const settled = (kind: string, matter: Change) =>
  isSettled(NOTICES, { kind, data: DATA, matter: { ...NOTHING, ...matter } }, NOW);

test("every kind is in one of the two lists", () => {
  expect([...Object.keys(RULES), ...TELLS_ONLY].sort()).toEqual([...NOTICE_KINDS].sort());
});

describe.each(Object.entries(RULES))("%s", (kind, { told, settledBy }) => {
  test("is new while nothing has become of it", () => expect(settled(kind, told)).toBe(false));
  test.each(settledBy.map((change) => [JSON.stringify(change), change] as const))("is settled by %s", (_, change) => {
    expect(settled(kind, { ...told, ...change })).toBe(true);
  });
});

test.each(TELLS_ONLY)("%s is settled by nothing that happens", (kind) => {
  for (const { settledBy } of Object.values(RULES)) for (const change of settledBy) expect(settled(kind, change)).toBe(false);
});

test.each(NOTICE_KINDS)(
  "%s is read by opening the page that it leads to, but for messages and the safety of an account",
  (kind) => {
    const news = { kind, proposalId: "a-proposal", data: DATA };
    const page = NOTICES[kind].leadsTo(news);
    const isSeen = !["security", "messages"].includes(NOTICES[kind].group);
    expect(leadingTo(NOTICES, [news], `${page}?as=mentor`)).toHaveLength(isSeen ? 1 : 0);
    expect(leadingTo(NOTICES, [news], "/faq")).toHaveLength(0);
    expect(leadingTo(NOTICES, [news], null)).toHaveLength(0);
  },
);

test("a question is new until its day", () => {
  const isOver = (expiresAt?: Date) =>
    isSettled(NOTICES, { kind: "question-asked", data: { expiresAt: expiresAt?.toISOString() }, matter: NOTHING }, NOW);
  expect([SOON, NOW, BEFORE, undefined].map(isOver)).toEqual([false, true, true, false]);
});

test.each([
  ...["have-you-met", "still-meeting", "partner-waits", "still-available", "still-there"],
  ...["survey-meeting", "survey-pulse", "survey-closing", "survey-own", "survey-reminder", "survey-pair-reminder"],
])("%s is new as long as it can be answered", (kind) => {
  const isOver = (until?: Date) =>
    isSettled(NOTICES, { kind, data: { answerUntil: until?.toISOString() }, matter: NOTHING }, NOW);
  expect([SOON, NOW, BEFORE, undefined].map(isOver)).toEqual([false, true, true, false]);
});

test.each(["pause-suggested", "pause-agreed"])("%s is new until the day of the pause", (kind) => {
  const isOver = (until: Date) =>
    isSettled(NOTICES, { kind, data: { pauseUntil: until.toISOString() }, matter: { ...NOTHING, relationship } }, NOW);
  expect([SOON, BEFORE].map((until) => isOver(until as Date))).toEqual([false, true]);
});

test("that a meeting is not agreed is new until it is", () => {
  const isAgreed = (answer: string) =>
    isSettled(
      NOTICES,
      {
        kind: "meeting-tomorrow",
        data: { ...DATA, awaits: "partner" },
        matter: { ...NOTHING, meeting: { ...meeting, answer } },
      },
      NOW,
    );
  expect(["waiting", "suggested", "accepted"].map(isAgreed)).toEqual([false, false, true]);
});

test("a kind that this version does not know stays new until it is opened", () => {
  expect(settled("no-such-kind", { proposal: { ...proposal, status: "rejected" } })).toBe(false);
  expect(leadingTo(NOTICES, [{ kind: "no-such-kind", proposalId: null, data: {} }], "/notifications")).toEqual([]);
});
