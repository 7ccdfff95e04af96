import { type Refusal, refuse } from "@/lib/foundation/result";
import type { Fact } from "@/lib/society/audit/fact";
import { type Condition, type ConditionRefusal, type Description, FIRST_MEMBER, type Wording } from "./condition";

export type ConditionCommand =
  | { type: "create"; id: string; description: Description }
  /** `again`: those who accepted the earlier words accept these too, from this day on. */
  | { type: "edit"; wording: Wording; countsAt: Date; again: boolean }
  | { type: "retire" };

export interface ConditionDecision {
  ok: true;
  condition: Condition;
  /** Whether the words are new. */
  hasNewText: boolean;
  facts: Fact[];
}
type Decided = ConditionDecision | Refusal<ConditionRefusal>;

/**
 * What staff may do with a condition. `today` is when the day begins on which they do it: a condition counts from that day at the
 * earliest, and its day can be put off while it has not come.
 */
export function decideCondition(
  condition: Condition | null,
  command: ConditionCommand,
  staffId: string,
  today: Date,
  now: Date,
): Decided {
  if (command.type === "create") {
    if (condition) return refuse("already-there");
    const { countsAt, kind } = command.description;
    if (countsAt < today) return refuse("day-past");
    if (!hasTraining(kind, command.description)) return refuse("no-training");
    if (!mayExpire(kind, command.description)) return refuse("only-training");
    const fresh = { ...command.description, id: command.id, textNumber: 1, neededText: 1, retiredAt: null };
    const spread = { spreadDueAt: now, spreadAfter: FIRST_MEMBER, createdAt: now, changedAt: now, version: 0 };
    return decision({ ...fresh, ...spread }, true, "condition-made", staffId, now);
  }
  if (!condition) return refuse("not-found");
  if (condition.retiredAt !== null) return refuse("retired");
  if (command.type === "retire")
    return decision(
      { ...condition, retiredAt: now, spreadDueAt: now, spreadAfter: FIRST_MEMBER },
      false,
      "condition-retired",
      staffId,
      now,
    );
  return edit(condition, command, staffId, today, now);
}

function edit(
  condition: Condition,
  { wording, countsAt, again }: Extract<ConditionCommand, { type: "edit" }>,
  staffId: string,
  today: Date,
  now: Date,
): Decided {
  if (!hasTraining(condition.kind, wording)) return refuse("no-training");
  if (!mayExpire(condition.kind, wording)) return refuse("only-training");
  const hasNewText = wording.text !== condition.text;
  const isAgain = again && condition.kind === "declaration" && hasNewText;
  // Only words that are accepted again have a day of their own; the day of the first wording stays as it was announced.
  if (isAgain && countsAt < today) return refuse("day-past");
  // Whoever has done it gets another day, or none.
  const isAnotherTime = wording.validMonths !== condition.validMonths;
  const toEverybody = (isAgain || isAnotherTime) && { spreadDueAt: now, spreadAfter: FIRST_MEMBER };
  const next = { ...condition, ...wording, ...(isAgain && { countsAt }), ...toEverybody };
  if (JSON.stringify(next) === JSON.stringify(condition)) return refuse("nothing-changed");
  const textNumber = hasNewText ? condition.textNumber + 1 : condition.textNumber;
  const neededText = isAgain ? textNumber : condition.neededText;
  return decision(
    { ...next, textNumber, neededText },
    hasNewText,
    isAgain ? "condition-asked-again" : "condition-changed",
    staffId,
    now,
  );
}

/** Training is an article or film of the society, or an address elsewhere; nothing else has either. */
function hasTraining(kind: Condition["kind"], { resourceId, link }: Wording): boolean {
  const count = [resourceId, link].filter((one) => one !== null).length;
  return count === (kind === "training" ? 1 : 0);
}

/** A check has a day of its own for everybody, and nothing else expires. */
function mayExpire(kind: Condition["kind"], { validMonths }: Wording): boolean {
  return validMonths === null || kind === "training";
}

function decision(next: Condition, hasNewText: boolean, fact: string, staffId: string, now: Date): ConditionDecision {
  const condition = { ...next, changedAt: now, version: next.version + 1 };
  return {
    ok: true,
    condition,
    hasNewText,
    facts: [
      {
        at: now,
        actor: "staff",
        actorId: staffId,
        fact,
        subject: "condition",
        subjectId: condition.id,
        data: { name: condition.name },
      },
    ],
  };
}
