import { expect, test } from "vitest";
import { ACTIVE, AGREED_UNTIL, exampleCommand, MENTOR, NOW, ZONE } from "@/testing/relationships/examples";
import { decide } from "./decide";
import type { Command, Relationship } from "./relationship";

const ASKED_BY_MENTEE: Relationship = { ...ACTIVE, extensionMonths: 3, extensionAskedBy: "mentee" };
const SOON = new Date("2026-12-20T09:00:00Z");

const { id, menteeId, mentorId } = ACTIVE;
const ending = `ending:${AGREED_UNTIL.toISOString()}:month`;
const LONGER = "2027-04-05T08:00:00.000Z";
const until = { agreedUntil: AGREED_UNTIL.toISOString() };
type Told = [to: "mentee" | "mentor", kind: string, occasion: string, data: object];
/** What each decision writes down and whom it tells, whole: a key that changed would tell somebody twice. */
const cases: [Command, Relationship, Date, fact: string, data: object, Told[]][] = [
  [exampleCommand("end", MENTOR), ACTIVE, NOW, "ended", { because: "mentor" }, [["mentee", "relationship-ended", "ended", {}]]],
  [
    exampleCommand("hold-first-conversation", MENTOR),
    ACTIVE,
    NOW,
    "first-conversation-held",
    {},
    [["mentee", "first-conversation-held", "first-conversation", {}]],
  ],
  [
    exampleCommand("ask-extension", MENTOR),
    ACTIVE,
    NOW,
    "extension-asked",
    { months: 3 },
    [["mentee", "extension-asked", "extension:3", { months: 3, agreedUntil: LONGER }]],
  ],
  [
    { type: "agree-extension", actor: MENTOR, timeZone: ZONE, months: 3 },
    ASKED_BY_MENTEE,
    NOW,
    "extended",
    { months: 3 },
    [["mentee", "extension-agreed", "extended:3", { months: 3, agreedUntil: LONGER }]],
  ],
  [
    exampleCommand("drop-extension", MENTOR),
    ASKED_BY_MENTEE,
    NOW,
    "extension-dropped",
    {},
    [["mentee", "extension-declined", "declined:3", until]],
  ],
  [
    exampleCommand("remind", MENTOR),
    ACTIVE,
    SOON,
    "asked",
    { before: "month" },
    [
      ["mentee", "relationship-ending", `${ending}:mentee`, until],
      ["mentor", "relationship-ending", `${ending}:mentor`, until],
    ],
  ],
  [
    exampleCommand("complete", MENTOR),
    ACTIVE,
    AGREED_UNTIL,
    "completed",
    {},
    [
      ["mentee", "relationship-completed", "completed:mentee", {}],
      ["mentor", "relationship-completed", "completed:mentor", {}],
    ],
  ],
  [
    exampleCommand("close", MENTOR),
    ACTIVE,
    NOW,
    "closed",
    { because: "mentor-left" },
    [["mentee", "relationship-closed", "closed", {}]],
  ],
  [
    exampleCommand("end-by-staff", MENTOR),
    ACTIVE,
    NOW,
    "ended",
    { because: "staff", reasonShared: true },
    [
      ["mentee", "relationship-ended-staff", "ended:mentee", {}],
      ["mentor", "relationship-ended-staff", "ended:mentor", {}],
    ],
  ],
  [
    exampleCommand("extend-by-staff", MENTOR),
    ACTIVE,
    NOW,
    "extended",
    { months: 3 },
    [
      ["mentee", "relationship-extended-staff", "extended:3:mentee", { months: 3, agreedUntil: LONGER }],
      ["mentor", "relationship-extended-staff", "extended:3:mentor", { months: 3, agreedUntil: LONGER }],
    ],
  ],
];

test.each(cases.map((one) => [one[0].type, ...one] as const))("%s", (_, command, from, now, fact, data, told) => {
  const result = decide(from, command, now);
  if (!result.ok) throw new Error(result.reason);
  const { facts, notices, relationship } = result;
  const { actor } = command;
  const [kind, actorId] = "memberId" in actor ? [actor.kind, actor.memberId] : [actor.kind, null];
  expect(facts).toEqual([
    {
      at: now,
      actor: kind === "mentor" ? "member" : kind === "sweep" ? "clock" : kind,
      actorId,
      fact,
      subject: "relationship",
      subjectId: id,
      data,
    },
  ]);
  expect(notices).toEqual(
    told.map(([to, noticeKind, occasion, noticeData]) => ({
      key: `relationship:${id}:${occasion}`,
      to: to === "mentee" ? menteeId : mentorId,
      role: to,
      kind: noticeKind,
      proposalId: id,
      aboutId: to === "mentee" ? mentorId : menteeId,
      data: noticeData,
    })),
  );
  expect(relationship.version).toBe(from.version + 1);
});
