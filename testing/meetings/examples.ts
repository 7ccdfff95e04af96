import { decide } from "@/lib/mentoring/meetings/decide";
import type {
  Actor,
  Circumstances,
  Command,
  CommandType,
  Decision,
  Meeting,
  Partners,
  Plan,
} from "@/lib/mentoring/meetings/meeting";

/** A Monday morning; the meeting of the examples is on the Wednesday nine days later, from two to three in London. */
export const NOW = new Date("2026-11-16T09:00:00Z");
export const STARTS = new Date("2026-11-25T14:00:00Z");
export const ENDS = new Date("2026-11-25T15:00:00Z");
const ID = "0b8c6d4e-0000-4000-8000-0000000000aa";

export const PARTNERS: Partners = {
  relationshipId: "0b8c6d4e-0000-4000-8000-000000000001",
  menteeId: "0b8c6d4e-0000-4000-8000-000000000002",
  mentorId: "0b8c6d4e-0000-4000-8000-000000000003",
};
/** The mentee arranges, the mentor is asked. */
export const ORGANISER: Actor = { kind: "member", memberId: PARTNERS.menteeId };
export const PARTNER: Actor = { kind: "member", memberId: PARTNERS.mentorId };
export const SWEEP: Actor = { kind: "sweep" };
export const SYSTEM: Actor = { kind: "system" };

export const FREE: Circumstances = { timeZone: "Europe/London", notBefore: new Date("2026-11-01T00:00:00Z"), unconfirmed: [] };

export const PLAN: Plan = {
  startsAt: STARTS,
  endsAt: ENDS,
  method: 2,
  sendsDetails: true,
  words: { title: "First conversation", details: "By video: https://video.example.org/abc" },
};

const hours = (count: number) => new Date(+STARTS + count * 3_600_000);

/** A command of each type that fits the meeting as it stands; `seen` is its version. */
export function exampleCommand(type: CommandType, meeting: Meeting | null, changes: object = {}): Command {
  const seen = meeting?.version ?? 1;
  const later = { startsAt: hours(48), endsAt: hours(49) };
  const past = { ...PLAN, startsAt: new Date(+NOW - 7_200_000), endsAt: new Date(+NOW - 3_600_000) };
  const begin = { id: ID, partners: PARTNERS, actor: ORGANISER, circumstances: FREE };
  const commands: Record<CommandType, Command> = {
    arrange: { type: "arrange", ...begin, plan: PLAN },
    log: { type: "log", ...begin, plan: past },
    change: { type: "change", actor: ORGANISER, seen, plan: { ...PLAN, ...later }, circumstances: FREE },
    accept: { type: "accept", actor: PARTNER, seen },
    decline: { type: "decline", actor: PARTNER, seen },
    suggest: { type: "suggest", actor: PARTNER, seen, period: later, circumstances: FREE },
    take: { type: "take", actor: ORGANISER, seen, timeZone: FREE.timeZone },
    cancel: { type: "cancel", actor: ORGANISER, seen },
    hold: { type: "hold", actor: PARTNER, seen },
    miss: { type: "miss", actor: PARTNER, seen },
    remind: { type: "remind", actor: SWEEP },
    close: { type: "close", actor: SYSTEM, tells: [PARTNERS.menteeId, PARTNERS.mentorId] },
    "ask-again": { type: "ask-again", actor: SYSTEM },
  };
  return { ...commands[type], ...changes } as Command;
}

/** The decision, or a failed test. */
export function decided(meeting: Meeting | null, command: Command, now: Date): Decision {
  const result = decide(meeting, command, now);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}

/** A meeting after these commands, one after the other. */
export function meetingAfter(...types: CommandType[]): Meeting {
  const first = decided(null, exampleCommand("arrange", null), NOW).meeting;
  return types.reduce((meeting, type) => {
    const at = type === "hold" || type === "miss" ? ENDS : NOW;
    return decided(meeting, exampleCommand(type, meeting), at).meeting;
  }, first);
}
