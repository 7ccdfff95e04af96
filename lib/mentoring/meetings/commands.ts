import type { Viewer } from "@/lib/foundation/viewer";
import { openRelationship } from "@/lib/pairing/relationships/conditions";
import { findPartnership } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import {
  actorOf,
  complete,
  isOffered,
  loadConcerns,
  type MeetingRefusal,
  type MemberCommand,
  no,
  pairOf,
  type TypedPlan,
  toCircumstances,
} from "./circumstances";
import { decide } from "./decide";
import type { Command, Decision, Meeting, MeetingWords } from "./meeting";
import { findMeeting } from "./queries";
import { save } from "./save";
import { readPeriod } from "./times";

type Answered = { ok: true; value: Meeting } | MeetingRefusal;

/**
 * Arranges a meeting to come, or logs one that has been. The id comes with the form: sent twice it is one meeting, and with anything else
 * in it `already-there`, since two people would be told of two meetings.
 * Refuses with `unconfirmed` and what speaks against the time, once.
 */
export async function begin(
  viewer: Viewer,
  type: "arrange" | "log",
  relationshipId: string,
  id: string,
  plan: TypedPlan,
  settings: Settings,
  now: Date,
): Promise<Answered> {
  const partnership = await findPartnership(viewer, relationshipId, now);
  if (!partnership) return no("not-found");
  if (!partnership.isOpen) return no("ended");
  const period = readPeriod(plan, viewer.timeZone);
  if (!period) return no("no-such-time");
  if (!isOffered(plan.method, settings)) return no("no-such-method");
  const concerns = type === "arrange" ? await loadConcerns(viewer, partnership, id, period, settings) : [];
  const circumstances = toCircumstances(partnership, concerns, plan.confirmed, settings);
  const pair = pairOf(viewer, partnership);
  const { method, sendsDetails, words } = plan;
  const command: Command = {
    type,
    actor: actorOf(viewer),
    id,
    pair,
    plan: { ...period, method, sendsDetails, words },
    circumstances,
  };
  const decided = decide(null, command, now);
  if (!decided.ok) return no(decided.reason, concerns);
  if (await isSaved(viewer, decided, now)) return { ok: true, value: decided.meeting };
  const there = await findMeeting(viewer, relationshipId, id, now);
  if (there && isSame(there, { meeting: decided.meeting, words })) return { ok: true, value: there.meeting };
  return there ? no("already-there") : whyLost(viewer, relationshipId, now);
}

/** One of the two acts on a meeting: load, allow, decide, save. What the viewer may not see is `not-found`. */
export async function run(
  viewer: Viewer,
  relationshipId: string,
  id: string,
  command: MemberCommand,
  settings: Settings,
  now: Date,
): Promise<Answered> {
  const partnership = await findPartnership(viewer, relationshipId, now);
  const found = partnership && (await findMeeting(viewer, relationshipId, id, now));
  if (!partnership || !found) return no("not-found");
  if (!partnership.isOpen) return no("ended");
  const { meeting } = found;
  const completed = await complete(viewer, partnership, meeting, command, settings);
  if ("reason" in completed) return completed;
  const decided = decide(meeting, completed.command, now);
  if (!decided.ok) return no(decided.reason, completed.concerns);
  if (found.isUnreadable && decided.words) {
    // What cannot be read now may be rescued yet: it stays under whatever else is changed, and is not written over.
    if (!isSameWords(decided.words, found.words)) return no("unreadable");
    decided.words = null;
  }
  if (await isSaved(viewer, decided, now)) return { ok: true, value: decided.meeting };
  return whyLost(viewer, relationshipId, now);
}

async function isSaved(viewer: Viewer, decision: Decision, now: Date): Promise<boolean> {
  const saved = await save([decision], openRelationship(viewer, decision.meeting.relationshipId, now));
  return saved.length > 0;
}

/** Somebody else was quicker: with this meeting, or with the end of it all. */
async function whyLost(viewer: Viewer, relationshipId: string, now: Date): Promise<MeetingRefusal> {
  const partnership = await findPartnership(viewer, relationshipId, now);
  return no(partnership?.isOpen ? "changed-meanwhile" : "ended");
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
