import { isSameAddress } from "@/lib/foundation/identifier";
import type { Viewer } from "@/lib/foundation/viewer";
import type { CalendarReply } from "@/lib/notify/calendar/reply";
import { roundOfTime } from "@/lib/notify/calendar/round";
import { hasBegun } from "./deadlines";
import { decide } from "./decide";
import type { Circumstances, Command, Meeting } from "./meeting";

/** What one of the two can do about a meeting from a page. */
export const MEMBER_COMMANDS = ["change", "suggest", "take", "accept", "decline", "cancel", "hold", "miss"] as const;
export type MemberCommandType = (typeof MEMBER_COMMANDS)[number];

/** The commands that would succeed now. The buttons of a page ask this function, so screen and rule cannot disagree. */
export function allowedCommands({ memberId }: Pick<Viewer, "memberId">, meeting: Meeting, now: Date): MemberCommandType[] {
  const common = { actor: { kind: "member", memberId } as const, seen: meeting.version };
  const { startsAt, endsAt, method, sendsDetails } = meeting;
  const period = { startsAt, endsAt };
  const plan = { ...period, method, sendsDetails, words: { title: "", details: "" } };
  const commands: Record<MemberCommandType, Command> = {
    change: { type: "change", ...common, plan, circumstances: NOTHING_IN_THE_WAY },
    suggest: { type: "suggest", ...common, period, circumstances: NOTHING_IN_THE_WAY },
    take: { type: "take", ...common, timeZone: NOTHING_IN_THE_WAY.timeZone },
    accept: { type: "accept", ...common },
    decline: { type: "decline", ...common },
    cancel: { type: "cancel", ...common },
    hold: { type: "hold", ...common },
    miss: { type: "miss", ...common },
  };
  return MEMBER_COMMANDS.filter((type) => decide(meeting, commands[type], now).ok);
}

/** Why an invitation cannot be answered any more from the mail that asked about the time of this round; null while it can. */
export function refuseAnswer(
  { meeting, isOpen }: { meeting: Meeting; isOpen: boolean },
  round: number,
  now: Date,
): "ended" | "called-off" | "over" | "moved" | null {
  if (meeting.status === "cancelled") return "called-off";
  if (!isOpen) return "ended";
  if (meeting.status !== "planned" || hasBegun(meeting, now)) return "over";
  return round === roundOfTime(meeting) ? null : "moved";
}

/** What a calendar's reply means: a yes or no of whoever was invited, to this time of the meeting; null for anything else. */
export function readAnswer(
  { answer, from, startsAt, endsAt }: CalendarReply,
  { meeting, email }: { meeting: Meeting; email: string },
): "accept" | "decline" | null {
  const isTheirs = from.length > 0 && from.every((address) => isSameAddress(address, email));
  const isThisTime = !!startsAt && roundOfTime({ startsAt, endsAt: endsAt ?? meeting.endsAt }) === roundOfTime(meeting);
  if (!isTheirs || !isThisTime || answer === "unclear") return null;
  return answer === "accepted" ? "accept" : "decline";
}

/** Whether a command could succeed at some time; the form finds out which time. */
const NOTHING_IN_THE_WAY: Circumstances = { timeZone: "UTC", notBefore: new Date(0), unconfirmed: [] };
