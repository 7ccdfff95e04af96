import type { Actor, Command, Relationship } from "@/lib/pairing/relationships/relationship";

/** A relationship for tests: begun in January, agreed until the January after, and it is June. */
export const ZONE = "Europe/London";
export const NOW = new Date("2026-06-01T09:00:00Z");
export const AGREED_UNTIL = new Date("2027-01-05T09:00:00Z");
export const ACTIVE: Relationship = {
  id: "00000000-0000-4000-8000-000000000009",
  menteeId: "00000000-0000-4000-8000-000000000001",
  mentorId: "00000000-0000-4000-8000-000000000002",
  startedAt: new Date("2026-01-05T09:00:00Z"),
  agreedUntil: AGREED_UNTIL,
  endedAt: null,
  endedBecause: null,
  endReason: null,
  isReasonShared: false,
  firstConversationAt: null,
  extensionMonths: null,
  extensionAskedBy: null,
  asked: null,
  dueAt: new Date("2026-12-05T09:00:00Z"),
  version: 3,
};
export const MENTEE: Actor = { kind: "mentee", memberId: ACTIVE.menteeId };
export const STAFF: Actor = { kind: "staff", memberId: "00000000-0000-4000-8000-000000000003" };
export const MENTOR: Actor = { kind: "mentor", memberId: ACTIVE.mentorId };

/** A command of each type, by this member where members give it. */
export function exampleCommand(type: Command["type"], actor: Actor): Command {
  const timeZone = ZONE;
  switch (type) {
    case "end":
      return { type, actor, timeZone, reason: null };
    case "hold-first-conversation":
      return { type, actor, timeZone, at: new Date("2026-05-30T09:00:00Z") };
    case "ask-extension":
      return { type, actor, timeZone, months: 3 };
    case "agree-extension":
      return { type, actor, timeZone, months: 6 };
    case "drop-extension":
      return { type, actor, timeZone };
    case "remind":
    case "complete":
      return { type, actor: { kind: "sweep" }, timeZone };
    case "close":
      return { type, actor: { kind: "system" }, timeZone, because: "mentor-left" };
    case "end-by-staff":
      return { type, actor: STAFF, timeZone, reason: "They asked us to.", isShared: true };
    case "extend-by-staff":
      return { type, actor: STAFF, timeZone, months: 3 };
  }
}
