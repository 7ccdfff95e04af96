import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import type { CalendarReply } from "@/lib/notify/calendar/reply";
import { openRelationship } from "@/lib/pairing/relationships/access-sql";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { readAnswer, refuseAnswer } from "./access";
import {
  actorOf,
  complete,
  isOffered,
  loadWarnings,
  type MeetingRefusal,
  type MemberCommand,
  no,
  partnersOf,
  type SimpleType,
  type TypedPlan,
  type TypedTime,
  toCircumstances,
} from "./circumstances";
import { decide } from "./decide";
import type { Command, Decision, Meeting, MeetingWords } from "./meeting";
import { findInvitation, findInvited, findMeeting } from "./queries";
import { save } from "./save";
import { readPeriod } from "./times";

type Answered = { ok: true; value: Meeting } | MeetingRefusal;

/** A meeting of a relationship. The id of a new one comes with its form, so sending it twice makes one meeting. */
export interface Which {
  relationshipId: string;
  meetingId: string;
}

/** A meeting of a relationship, and the version that the member saw. */
export interface Seen extends Which {
  seen: number;
}

/**
 * Arranges a future meeting. If the same form arrives again with other details, it is refused as `already-there`, because
 * both would be told about two meetings. Refuses once with `unconfirmed` and warnings about the time.
 */
export function arrange(viewer: Viewer, which: Which, plan: TypedPlan, settings: Settings, now: Date): Promise<Answered> {
  return begin(viewer, "arrange", which, plan, settings, now);
}

/** Logs a meeting that has taken place. */
export function log(viewer: Viewer, which: Which, plan: TypedPlan, settings: Settings, now: Date): Promise<Answered> {
  return begin(viewer, "log", which, plan, settings, now);
}

/** Changes the time, place or title; for the organiser. */
export function change(viewer: Viewer, which: Seen, plan: TypedPlan, settings: Settings, now: Date): Promise<Answered> {
  return act(viewer, which, { type: "change", seen: which.seen, plan }, settings, now);
}

/** Suggests another time; for the one who was invited. */
export function suggest(viewer: Viewer, which: Seen, time: TypedTime, settings: Settings, now: Date): Promise<Answered> {
  return act(viewer, which, { type: "suggest", seen: which.seen, time }, settings, now);
}

export const accept = button("accept");
export const decline = button("decline");
/** The organiser takes the time that was suggested. */
export const take = button("take");
export const cancel = button("cancel");
/** It took place. */
export const hold = button("hold");
/** It did not take place. */
export const miss = button("miss");

/** What a mail's link asks: about which meeting, and about which time of it; and the version that its page showed. */
export interface Asked {
  meetingId: string;
  round: number;
  seen: number;
}

/**
 * The answer to an invitation by a member who need not be signed in: the link in their mail names them. Said again, it changes
 * nothing. It is refused once the meeting is at another time than the mail asked about.
 */
export async function answerInvitation(
  member: Pick<Viewer, "memberId">,
  { meetingId, round, seen }: Asked,
  type: "accept" | "decline",
  now: Date,
): Promise<Answered> {
  const invitation = await findInvitation(member.memberId, meetingId, now);
  if (!invitation) return no("not-found");
  const { meeting } = invitation;
  const refusal = refuseAnswer(invitation, round, now);
  if (refusal) return no(refusal);
  const given = type === "accept" ? "accepted" : "declined";
  if (meeting.answer === given) return { ok: true, value: meeting };
  const decided = decide(meeting, { type, actor: actorOf(member), seen }, now);
  if (!decided.ok) return no(decided.reason);
  return (await isSaved(member, decided, now)) ? { ok: true, value: decided.meeting } : no("changed-meanwhile");
}

/**
 * The answer that a calendar program sent for the one who was invited. A yes or no to the meeting as it is now counts; after
 * anything else they are asked by mail, so that nobody believes to have answered who has not. Nothing happens to a meeting that
 * is over or called off, which they have been told already.
 */
export async function answerFromCalendar(meetingId: string, reply: CalendarReply, now: Date): Promise<void> {
  await retry(
    async () => {
      const invited = await findInvited(meetingId, now);
      if (!invited?.isOpen) return true;
      const { meeting } = invited;
      const type = readAnswer(reply, invited);
      if (type && meeting.answer === (type === "accept" ? "accepted" : "declined")) return true;
      const command: Command = type
        ? { type, actor: actorOf(invited), seen: meeting.version }
        : { type: "ask-again", actor: { kind: "system" } };
      const decided = decide(meeting, command, now);
      return !decided.ok || (await isSaved(invited, decided, now)) || null;
    },
    { pauseMs: 20 },
  );
}

/** Commands that need a button only, not a form. */
function button(type: SimpleType) {
  return (viewer: Viewer, which: Seen, settings: Settings, now: Date) =>
    act(viewer, which, { type, seen: which.seen }, settings, now);
}

async function begin(
  viewer: Viewer,
  type: "arrange" | "log",
  { relationshipId, meetingId: id }: Which,
  plan: TypedPlan,
  settings: Settings,
  now: Date,
): Promise<Answered> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return no("not-found");
  if (!relationship.isOpen) return no("ended");
  const read = readPeriod(plan, viewer.timeZone);
  if (!read) return no("no-such-time");
  if ("gap" in read) return no("skipped", [], read.gap);
  if (!isOffered(plan.method, settings)) return no("no-such-method");
  const warnings = type === "arrange" ? await loadWarnings(viewer, relationship, id, read, settings) : [];
  const circumstances = toCircumstances(relationship, warnings, plan.confirmed, settings);
  const partners = partnersOf(viewer, relationship);
  const { method, sendsDetails, words } = plan;
  const command: Command = {
    type,
    actor: actorOf(viewer),
    id,
    partners,
    plan: { ...read.period, method, sendsDetails, words },
    circumstances,
  };
  const decided = decide(null, command, now);
  if (!decided.ok) return no(decided.reason, warnings);
  if (await isSaved(viewer, decided, now)) return { ok: true, value: decided.meeting };
  const there = await findMeeting(viewer, relationshipId, id, now);
  if (there && isSame(there, { meeting: decided.meeting, words })) return { ok: true, value: there.meeting };
  return there ? no("already-there") : whyLost(viewer, relationshipId, now);
}

/** One of the two acts on a meeting: load, allow, decide, save. What the viewer may not see is `not-found`. */
async function act(
  viewer: Viewer,
  { relationshipId, meetingId: id }: Which,
  command: MemberCommand,
  settings: Settings,
  now: Date,
): Promise<Answered> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  const found = relationship && (await findMeeting(viewer, relationshipId, id, now));
  if (!relationship || !found) return no("not-found");
  if (!relationship.isOpen) return no("ended");
  const { meeting } = found;
  const completed = await complete(viewer, relationship, meeting, command, settings);
  if ("reason" in completed) return completed;
  const decided = decide(meeting, completed.command, now);
  if (!decided.ok) return no(decided.reason, completed.warnings);
  if (found.isUnreadable && decided.words) {
    // Words that cannot be decrypted may be recovered later, so no other change overwrites them.
    if (!isSameWords(decided.words, found.words)) return no("unreadable");
    decided.words = null;
  }
  if (await isSaved(viewer, decided, now)) return { ok: true, value: decided.meeting };
  return whyLost(viewer, relationshipId, now);
}

async function isSaved(viewer: Pick<Viewer, "memberId">, decision: Decision, now: Date): Promise<boolean> {
  const saved = await save([decision], openRelationship(viewer, decision.meeting.relationshipId, now));
  return saved.length > 0;
}

/** Somebody else was quicker: they changed this meeting, or ended the relationship. */
async function whyLost(viewer: Viewer, relationshipId: string, now: Date): Promise<MeetingRefusal> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  return no(relationship?.isOpen ? "changed-meanwhile" : "ended");
}

function isSameWords(one: MeetingWords, other: MeetingWords): boolean {
  return one.title === other.title && one.details === other.details;
}

interface Typed {
  meeting: Meeting;
  words: MeetingWords;
}

function isSame(one: Typed, other: Typed): boolean {
  const typed = ({ meeting, words }: Typed) => {
    const { organiserId, startsAt, endsAt, method, sendsDetails } = meeting;
    return JSON.stringify([organiserId, startsAt, endsAt, method, sendsDetails, words.title, words.details]);
  };
  return typed(one) === typed(other);
}
