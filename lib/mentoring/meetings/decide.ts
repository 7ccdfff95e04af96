import { type Refusal, refuse } from "@/lib/foundation/result";
import type { NoticeData } from "@/lib/notify/notices/notice";
import { hasBegun, remindAtOf } from "./deadlines";
import { decision, otherOf } from "./decision";
import { type Command, type Decision, isDeclined, type Meeting, type RefusalReason } from "./meeting";
import { refuseTime } from "./times";

type Decided = Decision | Refusal<RefusalReason>;
type Given<Type extends Command["type"]> = Extract<Command, { type: Type }>;
type MemberCommand = Exclude<Command, { type: "arrange" | "log" | "remind" | "close" | "ask-again" }>;

/**
 * The whole rule of a meeting. Takes the meeting (null before it is arranged or logged), a command with what it depends on,
 * and the time; returns what should be true next, or a refusal. No effects, no clock.
 */
export function decide(meeting: Meeting | null, command: Command, now: Date): Decided {
  if (command.type === "arrange" || command.type === "log") {
    return meeting ? refuse("already-there") : begin(command, now);
  }
  if (!meeting) return refuse("not-there");
  if (!isTheirs(meeting, command)) return refuse("not-yours");
  if (command.type === "remind") return remind(meeting, command, now);
  if (command.type === "close") return close(meeting, command, now);
  if (meeting.status === "cancelled") return refuse("called-off");
  if (command.type === "ask-again") return askAgain(meeting, command, now);
  if (command.seen !== meeting.version) return refuse("changed-meanwhile");
  return command.type === "hold" || command.type === "miss" ? recall(meeting, command, now) : plan(meeting, command, now);
}

/**
 * Who may give which command at all: the organiser arranges, the other one answers, and both may cancel or say how it went.
 */
function isTheirs({ menteeId, mentorId, organiserId }: Meeting, { type, actor }: Command): boolean {
  if (type === "remind") return actor.kind === "sweep";
  if (type === "close" || type === "ask-again") return actor.kind === "system";
  if (actor.kind !== "member" || (actor.memberId !== menteeId && actor.memberId !== mentorId)) return false;
  if (type === "change" || type === "take") return actor.memberId === organiserId;
  if (type === "accept" || type === "decline" || type === "suggest") return actor.memberId !== organiserId;
  return true;
}

function begin({ type, actor, id, partners, plan, circumstances }: Given<"arrange" | "log">, now: Date): Decided {
  const isMember = actor.kind === "member" && (actor.memberId === partners.menteeId || actor.memberId === partners.mentorId);
  if (!isMember) return refuse("not-yours");
  const refusal = refuseTime(plan, type === "log" ? "past" : "future", circumstances, now);
  if (refusal) return refuse(refusal);
  const { words, ...rest } = plan;
  const fresh: Meeting = {
    ...partners,
    ...rest,
    id,
    organiserId: actor.memberId,
    status: type === "log" ? "held" : "planned",
    answer: type === "log" ? "accepted" : "waiting",
    suggestion: null,
    cancelledBecause: null,
    remindAt: type === "log" ? null : remindAtOf(plan.startsAt, now, circumstances.timeZone),
    isReminded: false,
    dueAt: null,
    sequence: 0,
    createdAt: now,
    movedAt: now,
    version: 0,
  };
  const fact = type === "log" ? "meeting-logged" : "meeting-arranged";
  return decision(fresh, words, actor, now, fact, [[otherOf(partners as Meeting, actor.memberId), fact]]);
}

/** What is possible while the meeting lies ahead. */
function plan(meeting: Meeting, command: Exclude<MemberCommand, { type: "hold" | "miss" }>, now: Date): Decided {
  if (meeting.status !== "planned" || hasBegun(meeting, now)) return refuse("over");
  switch (command.type) {
    case "change":
      return change(meeting, command, now);
    case "suggest":
      return suggest(meeting, command, now);
    case "take":
      return take(meeting, command, now);
    case "accept":
    case "decline":
      return answer(meeting, command, now);
    case "cancel":
      return cancel(meeting, command, now);
  }
}

function change(meeting: Meeting, { actor, plan, circumstances }: Given<"change">, now: Date): Decided {
  const refusal = refuseTime(plan, "future", circumstances, now);
  if (refusal) return refuse(refusal);
  const { words, ...rest } = plan;
  const isMoved = +plan.startsAt !== +meeting.startsAt || +plan.endsAt !== +meeting.endsAt;
  const moved = isMoved && {
    answer: "waiting" as const,
    suggestion: null,
    remindAt: remindAtOf(plan.startsAt, now, circumstances.timeZone),
    isReminded: false,
  };
  const next = { ...meeting, ...rest, ...moved, sequence: meeting.sequence + 1, movedAt: now };
  return decision(next, words, actor, now, "meeting-changed", [[otherOf(meeting, meeting.organiserId), "meeting-changed"]]);
}

function suggest(meeting: Meeting, { actor, period, circumstances }: Given<"suggest">, now: Date): Decided {
  const refusal = refuseTime(period, "future", circumstances, now);
  if (refusal) return refuse(refusal);
  const { startsAt, endsAt } = period;
  const next: Meeting = {
    ...meeting,
    answer: "suggested",
    suggestion: { startsAt, endsAt },
    sequence: meeting.sequence + 1,
    movedAt: now,
  };
  return decision(next, null, actor, now, "meeting-suggested", [[meeting.organiserId, "meeting-suggested"]]);
}

function take(meeting: Meeting, { actor, timeZone }: Given<"take">, now: Date): Decided {
  const { suggestion } = meeting;
  if (!suggestion) return refuse("nothing-suggested");
  if (suggestion.startsAt <= now) return refuse("in-the-past");
  const next: Meeting = {
    ...meeting,
    ...suggestion,
    answer: "accepted",
    suggestion: null,
    remindAt: remindAtOf(suggestion.startsAt, now, timeZone),
    isReminded: false,
    sequence: meeting.sequence + 1,
    movedAt: now,
  };
  return decision(next, null, actor, now, "meeting-agreed", [[otherOf(meeting, meeting.organiserId), "meeting-agreed"]]);
}

function answer(meeting: Meeting, { type, actor }: Given<"accept" | "decline">, now: Date): Decided {
  const given = type === "accept" ? "accepted" : "declined";
  if (meeting.answer === given) return refuse("already-so");
  const next: Meeting = { ...meeting, answer: given, suggestion: null, sequence: meeting.sequence + 1, movedAt: now };
  return decision(next, null, actor, now, `meeting-${given}`, [[meeting.organiserId, `meeting-${given}`]]);
}

function cancel(meeting: Meeting, { actor }: Given<"cancel">, now: Date): Decided {
  const by = actor.kind === "member" ? actor.memberId : meeting.organiserId;
  const next = callOff(meeting, by === meeting.organiserId ? "organiser" : "partner", now);
  const told = [otherOf(meeting, by)].filter((id) => !hasDeclined(meeting, id));
  return decision(
    next,
    null,
    actor,
    now,
    "meeting-cancelled",
    told.map((id) => [id, "meeting-cancelled"]),
  );
}

/** How it went, once it has started; a mistake can be corrected later. */
function recall(meeting: Meeting, { type, actor }: Given<"hold" | "miss">, now: Date): Decided {
  const status = type === "hold" ? "held" : "not-held";
  if (!hasBegun(meeting, now)) return refuse("not-begun");
  if (isDeclined(meeting)) return refuse("declined");
  if (meeting.status === status) return refuse("already-so");
  const next: Meeting = { ...meeting, status, movedAt: now };
  return decision(next, null, actor, now, `meeting-${status}`, []);
}

/** A sweep that runs after the meeting has started sends no reminder. Of a meeting that is not agreed, each hears whose answer it waits for. */
function remind(meeting: Meeting, { actor }: Given<"remind">, now: Date): Decided {
  if (!meeting.dueAt || meeting.dueAt > now) return refuse("not-due");
  const next: Meeting = { ...meeting, isReminded: true };
  if (hasBegun(meeting, now)) return decision(next, null, actor, now, null, []);
  return decision(
    next,
    null,
    actor,
    now,
    "meeting-reminded",
    [meeting.menteeId, meeting.mentorId].map((to) => [to, "meeting-tomorrow", awaited(meeting, to)]),
  );
}

/** The one who was invited has to answer; to another time that they suggest, the organiser. */
function awaited({ answer, organiserId }: Meeting, reader: string): NoticeData {
  if (answer !== "waiting" && answer !== "suggested") return {};
  return { awaits: (answer === "suggested") === (reader === organiserId) ? "reader" : "partner" };
}

function close(meeting: Meeting, { actor, tells }: Given<"close">, now: Date): Decided {
  if (meeting.status === "cancelled") return refuse("called-off");
  if (meeting.status !== "planned") return refuse("over");
  // Once the meeting's time has passed there is nothing left to take out of a calendar.
  const told = hasBegun(meeting, now)
    ? []
    : [meeting.menteeId, meeting.mentorId].filter((id) => tells.includes(id) && !hasDeclined(meeting, id));
  return decision(
    callOff(meeting, "end", now),
    null,
    actor,
    now,
    "meeting-cancelled",
    told.map((id) => [id, "meeting-cancelled-ended"]),
  );
}

/** Nothing changes: the one who was invited is asked for an answer that we understand. */
function askAgain(meeting: Meeting, { actor }: Given<"ask-again">, now: Date): Decided {
  if (meeting.status !== "planned" || hasBegun(meeting, now)) return refuse("over");
  const told = otherOf(meeting, meeting.organiserId);
  return decision(meeting, null, actor, now, "meeting-reply-unclear", [[told, "meeting-reply-unclear"]]);
}

/** Whether it was this one of the two who said that they cannot come: they need not be told that it is off. */
function hasDeclined(meeting: Meeting, memberId: string): boolean {
  return isDeclined(meeting) && memberId !== meeting.organiserId;
}

/** Calendars are updated too, hence the sequence. An answer that suggested another time no longer counts. */
function callOff(meeting: Meeting, because: NonNullable<Meeting["cancelledBecause"]>, now: Date): Meeting {
  return {
    ...meeting,
    status: "cancelled",
    cancelledBecause: because,
    answer: meeting.answer === "suggested" ? "waiting" : meeting.answer,
    suggestion: null,
    sequence: meeting.sequence + 1,
    movedAt: now,
  };
}
