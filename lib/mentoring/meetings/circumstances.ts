import { dayOf, startOfDay } from "@/lib/foundation/dates";
import type { Viewer } from "@/lib/foundation/viewer";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import { offered, type Settings } from "@/lib/society/settings/settings";
import { loadBusy } from "./load";
import type { Actor, Circumstances, Command, Meeting, MeetingWords, Partners, Period, RefusalReason, Warning } from "./meeting";
import { type Gap, readPeriod } from "./times";
import { findWarnings } from "./warnings";

/** A meeting as a form describes it, with times on the viewer's clock. */
export interface TypedPlan extends TypedTime {
  method: number;
  sendsDetails: boolean;
  words: MeetingWords;
}

export interface TypedTime {
  starts: string;
  ends: string;
  /** The warnings that the member has seen and saves in spite of. */
  confirmed: readonly Warning[];
}

/** A command as a page gives it. `seen`: the version that was shown. */
export type MemberCommand =
  | { type: "change"; seen: number; plan: TypedPlan }
  | { type: "suggest"; seen: number; time: TypedTime }
  | { type: SimpleType; seen: number };

/** Commands that need a button only, not a form. */
export type SimpleType = "accept" | "decline" | "take" | "cancel" | "hold" | "miss";

export type CommandRefusal =
  | RefusalReason
  | "not-found"
  | "ended"
  | "moved"
  | "no-such-time"
  | "skipped"
  | "no-such-method"
  | "unreadable";

/** A refusal, with the warnings that the member has not confirmed yet, or the time that does not exist, if that is the reason. */
export interface MeetingRefusal {
  ok: false;
  reason: CommandRefusal;
  warnings: Warning[];
  gap: Gap | null;
}

/** The command, together with everything that it depends on. */
export async function complete(
  viewer: Viewer,
  relationship: RelationshipView,
  meeting: Meeting,
  command: MemberCommand,
  settings: Settings,
): Promise<MeetingRefusal | { command: Command; warnings: Warning[] }> {
  const actor = actorOf(viewer);
  const { seen } = command;
  if (command.type !== "change" && command.type !== "suggest") {
    return { command: { type: command.type, actor, seen, timeZone: settings.society.timeZone }, warnings: [] };
  }
  const typed = command.type === "change" ? command.plan : command.time;
  const read = readPeriod(typed, viewer.timeZone, command.type === "change" ? meeting : meeting.suggestion);
  if (!read) return no("no-such-time");
  if ("gap" in read) return no("skipped", [], read.gap);
  const { period } = read;
  const isMoved = +period.startsAt !== +meeting.startsAt || +period.endsAt !== +meeting.endsAt;
  // A member who leaves the time unchanged has already confirmed its warnings.
  const warnings = isMoved ? await loadWarnings(viewer, relationship, meeting.id, read, settings) : [];
  const circumstances = toCircumstances(relationship, warnings, typed.confirmed, settings);
  if (command.type === "suggest") return { command: { type: "suggest", actor, seen, period, circumstances }, warnings };
  const { method, sendsDetails, words } = command.plan;
  if (!isOffered(method, settings, meeting.method)) return no("no-such-method");
  const plan = { ...period, method, sendsDetails, words };
  return { command: { type: "change", actor, seen, plan, circumstances }, warnings };
}

export async function loadWarnings(
  viewer: Viewer,
  { partner, agreedUntil }: RelationshipView,
  meetingId: string,
  { period, isTwice }: { period: Period; isTwice: boolean },
  settings: Settings,
): Promise<Warning[]> {
  const busy = await loadBusy(viewer.memberId, partner.memberId, meetingId, period);
  const partnerTimeZone = partner.timeZone ?? settings.society.timeZone;
  return findWarnings(period, {
    isTwice,
    isViewerBusy: busy.viewer,
    isPartnerBusy: busy.partner,
    partnerTimeZone,
    agreedUntil,
  });
}

export function toCircumstances(
  { startedAt }: RelationshipView,
  warnings: readonly Warning[],
  confirmed: readonly Warning[],
  { society: { timeZone } }: Settings,
): Circumstances {
  return {
    timeZone,
    notBefore: startOfDay(dayOf(startedAt, timeZone), timeZone) ?? startedAt,
    unconfirmed: warnings.filter((warning) => !confirmed.includes(warning)),
  };
}

export function partnersOf({ memberId }: Viewer, { id, viewerIs, partner }: RelationshipView): Partners {
  const isMentee = viewerIs === "mentee";
  return {
    relationshipId: id,
    menteeId: isMentee ? memberId : partner.memberId,
    mentorId: isMentee ? partner.memberId : memberId,
  };
}

export function isOffered(method: number, { methods }: Settings, kept?: number): boolean {
  return offered(methods, kept === undefined ? [] : [kept]).some(({ id }) => id === method);
}

export const actorOf = ({ memberId }: Pick<Viewer, "memberId">): Actor => ({ kind: "member", memberId });

export const no = (reason: CommandRefusal, warnings: Warning[] = [], gap: Gap | null = null): MeetingRefusal => ({
  ok: false,
  reason,
  warnings,
  gap,
});
