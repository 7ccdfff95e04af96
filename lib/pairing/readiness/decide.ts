import { type Refusal, refuse } from "@/lib/foundation/result";
import { auditedAs } from "@/lib/society/audit/fact";
import type { ConditionKind } from "./conditions/condition";
import { dueCommand, isRenewable, lacks, nextDue, validAfterChange, validUntil, warnedBy } from "./deadlines";
import {
  type Actor,
  type Circumstances,
  type Command,
  type Decision,
  type Item,
  MOST_REFEREES,
  type RefusalReason,
} from "./item";
import type { ReadinessNotice } from "./notices";

type Decided = Decision | Refusal<RefusalReason>;
type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * Whether somebody meets a condition. Takes the item as it stands (null before they were asked), a command with what it depends on, and
 * the time; returns what should be true next, or a refusal. No effects, no clock.
 */
export function decide(item: Item | null, command: Command, given: Circumstances, now: Date): Decided {
  const { condition } = given;
  if (condition.retiredAt !== null) return refuse("not-asked");
  if (command.type === "ask") return item ? refuse("already-asked") : ask(command, given, now);
  if (item === null) return refuse("not-asked");
  const refusal = refuseActor(item, command);
  if (refusal) return refuse(refusal);
  const { actor } = command;
  switch (command.type) {
    case "renew":
      return condition.kind === "training" ? changeEnd(item, command, given, now) : renew(item, given, actor, now);
    case "accept":
      return accept(item, command, given, now);
    case "complete":
      if (condition.kind !== "training") return refuse("not-this-kind");
      if (!isRenewable(item)) return refuse("already-met");
      return decision(trained(item, command, given, now), given, actor, now, "readiness-completed", null);
    case "ask-referee":
      return askReferee(item, command, given, now);
    case "answer":
      if (item.status !== "asked" || item.answerUntil === null || item.answerUntil <= now) return refuse("not-waiting");
      return command.isYes
        ? decision(met(item, now), given, actor, now, "referee-said-yes", "readiness-met")
        : decision(
            { ...item, status: "with-staff", answerUntil: null },
            given,
            actor,
            now,
            "referee-said-no",
            "readiness-with-staff",
          );
    case "approve":
      if (condition.kind === "declaration" || condition.kind === "check") return refuse("not-this-kind");
      if (!isRenewable(item)) return refuse("already-met");
      return decision(trained(item, command, given, now), given, actor, now, "readiness-approved", "readiness-met");
    case "record-check":
      return recordCheck(item, command, given, now);
    case "refuse":
      if (condition.kind === "declaration") return refuse("not-this-kind");
      return decision(
        { ...item, status: "refused", metAt: null, expiresAt: null, warnedDays: null, answerUntil: null, words: command.words },
        given,
        actor,
        now,
        "readiness-refused",
        "readiness-refused",
      );
    case "remind":
      if (item.status === "met") return refuse("already-met");
      if (!isTheirTurn(item, condition.kind)) return refuse("not-their-turn");
      return decision(item, given, actor, now, "readiness-reminded", "readiness-reminded", command.day);
    case "count":
    case "warn":
    case "expire":
    case "no-answer":
      if (dueCommand(item, now) !== command.type) return refuse("not-due");
      return due(item, command.type, given, actor, now);
  }
}

/** Whether the member has something to do for it now. A check waits for staff, who can only record what the member has shown them. */
export function isTheirTurn({ status }: Pick<Item, "status">, kind: ConditionKind): boolean {
  if (status === "with-staff") return kind === "check";
  return status !== "met" && status !== "asked";
}

/** Members act for themselves, and staff never for themselves. */
function refuseActor(item: Item, { type, actor }: Command): RefusalReason | null {
  const isMine = "memberId" in actor && actor.memberId === item.memberId;
  if (type === "accept" || type === "complete" || type === "ask-referee")
    return actor.kind === "member" && isMine ? null : "not-yours";
  if (type === "answer") return actor.kind === "referee" ? null : "not-yours";
  if (type === "approve" || type === "record-check" || type === "refuse" || type === "remind")
    return actor.kind === "staff" && !isMine ? null : "not-yours";
  return actor.kind === "sweep" ? null : "not-yours";
}

/** A trigger does the same for members who take on the role later: ask_conditions in the migrations. */
function ask({ id, memberId, actor }: Of<"ask">, given: Circumstances, now: Date): Decided {
  if (actor.kind !== "sweep") return refuse("not-yours");
  const { id: conditionId, programmeId, role, kind, textNumber, countsAt } = given.condition;
  const fresh: Item = {
    ...{ id, conditionId, memberId, programmeId, role, textNumber, countsAt },
    status: kind === "approval" || kind === "check" ? "with-staff" : "open",
    ...{ isLacking: false, metAt: null, expiresAt: null, warnedDays: null, answerUntil: null, words: null, note: null },
    ...{ movedAt: now, dueAt: null, version: 0 },
  };
  return decision(fresh, given, actor, now, null, "readiness-asked", "asked");
}

/** Other words have to be accepted from their day on; until then nobody loses anything. Members who had not accepted the first ones keep that day. */
function renew(item: Item, given: Circumstances, actor: Actor, now: Date): Decided {
  const { neededText, countsAt } = given.condition;
  if (item.status !== "met" || item.textNumber >= neededText) return refuse("nothing-changed");
  const next: Item = { ...item, status: "open", countsAt, metAt: null };
  return decision(next, given, actor, now, null, "readiness-asked", `renewed:${neededText}`);
}

/** Training that is done stays done; only when it expires is another day, or none. The sweep tells of it in time. */
function changeEnd(item: Item, { actor, timeZone }: Of<"renew">, given: Circumstances, now: Date): Decided {
  const { validMonths, changedAt } = given.condition;
  if (item.status !== "met" || item.metAt === null) return refuse("nothing-changed");
  const expiresAt = validAfterChange(item.metAt, validMonths, changedAt, timeZone);
  if (expiresAt?.getTime() === item.expiresAt?.getTime()) return refuse("nothing-changed");
  const decided = decision({ ...item, expiresAt, warnedDays: null }, given, actor, now, null, null);
  return { ...decided, item: { ...decided.item, movedAt: item.movedAt } };
}

/** Done now, and again after the months of the condition, if it has any. */
function trained(item: Item, { timeZone }: Of<"complete" | "approve">, { condition }: Circumstances, now: Date): Item {
  const expiresAt = validUntil(now, condition.validMonths, timeZone);
  return { ...met(item, now), expiresAt, warnedDays: expiresAt && warnedBy(expiresAt, now) };
}

function accept(item: Item, { actor, seenText }: Of<"accept">, given: Circumstances, now: Date): Decided {
  const { kind, textNumber } = given.condition;
  if (kind !== "declaration") return refuse("not-this-kind");
  if (seenText !== textNumber) return refuse("text-changed");
  if (item.status === "met" && item.textNumber === textNumber) return refuse("already-met");
  return decision({ ...met(item, now), textNumber }, given, actor, now, "readiness-accepted", null);
}

function askReferee(item: Item, { actor, answerUntil }: Of<"ask-referee">, given: Circumstances, now: Date): Decided {
  if (given.condition.kind !== "referee") return refuse("not-this-kind");
  if (!given.isAsked) return refuse("not-asked");
  if (item.status === "met") return refuse("already-met");
  if (given.named >= MOST_REFEREES) return refuse("too-many-referees");
  return decision({ ...item, status: "asked", answerUntil }, given, actor, now, "referee-asked", null);
}

function recordCheck(item: Item, { actor, expiresAt, note }: Of<"record-check">, given: Circumstances, now: Date): Decided {
  if (given.condition.kind !== "check") return refuse("not-this-kind");
  if (expiresAt !== null && expiresAt <= now) return refuse("day-past");
  const warnedDays = expiresAt && warnedBy(expiresAt, now);
  return decision({ ...met(item, now), expiresAt, warnedDays, note }, given, actor, now, "check-recorded", "readiness-met");
}

function due(
  item: Item,
  type: "count" | "warn" | "expire" | "no-answer",
  given: Circumstances,
  actor: Actor,
  now: Date,
): Decided {
  switch (type) {
    case "count":
      return decision(item, given, actor, now, null, "readiness-missing");
    case "warn": {
      const warnedDays = item.expiresAt && warnedBy(item.expiresAt, now);
      return decision(
        { ...item, warnedDays },
        given,
        actor,
        now,
        null,
        "readiness-expiring",
        `${item.expiresAt?.toISOString()}:${warnedDays}`,
      );
    }
    case "expire": {
      const fact = given.condition.kind === "training" ? "training-expired" : "check-expired";
      return decision({ ...item, status: "expired", metAt: null }, given, actor, now, fact, "readiness-expired");
    }
    case "no-answer":
      return decision({ ...item, status: "open", answerUntil: null }, given, actor, now, null, "referee-silent");
  }
}

function met(item: Item, now: Date): Item {
  return { ...item, status: "met", metAt: now, expiresAt: null, warnedDays: null, answerUntil: null, words: null };
}

/** Every decision writes what follows from it: whether they lack it now, and when it is due next. `occasion` tells two of a kind apart. */
function decision(
  next: Item,
  { condition: { id, name, kind }, isAsked, programme }: Circumstances,
  actor: Actor,
  now: Date,
  fact: string | null,
  notice: ReadinessNotice | null,
  occasion?: string,
): Decision {
  const hasMoved = notice !== "readiness-reminded" && notice !== "readiness-expiring";
  const counted = { ...next, isLacking: lacks(next, now), movedAt: hasMoved ? now : next.movedAt, version: next.version + 1 };
  const item = { ...counted, dueAt: nextDue(counted) };
  const { memberId, role } = item;
  const at = { countsAt: item.countsAt.toISOString(), ...(item.expiresAt && { expiresAt: item.expiresAt.toISOString() }) };
  return {
    ok: true,
    item,
    facts: fact
      ? [
          {
            ...{ at: now, actor: auditedAs(actor.kind === "referee" ? "system" : actor.kind) },
            ...{ actorId: "memberId" in actor ? actor.memberId : null, fact },
            ...{ subject: "member", subjectId: memberId, data: { condition: name, role, programmeId: item.programmeId } },
          },
        ]
      : [],
    notices:
      notice && isAsked
        ? [
            {
              key: ["readiness", item.id, notice, occasion ?? item.version].join(":"),
              ...{ to: memberId, role, kind: notice, proposalId: null, aboutId: null },
              data: {
                conditionId: id,
                condition: name,
                ...(kind === "training" && { isTraining: true }),
                ...(programme && { programme }),
                ...at,
              },
            },
          ]
        : [],
  };
}
