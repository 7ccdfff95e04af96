import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { type Opened, readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import { type Goal, type GoalWords, MOST_GOALS, type Step } from "./goal";

/** A goal with all that has happened to it, newest first. */
export interface GoalDetails extends Goal {
  steps: Step[];
}

/** All goals of the two: open ones first, by their day; then the others, the last closed first. None for anybody else. */
export async function listGoals(viewer: Viewer, relationshipId: string): Promise<Goal[]> {
  const rows = await db().$queryPrepared<Row[]>`
    SELECT ${COLUMNS} FROM "goals" g JOIN "goal_steps" t ON t."id" = g."textId"
    WHERE ${isTheirs(viewer, relationshipId)}
    ORDER BY g."status" <> 'open', g."closedAt" DESC, g."targetOn" NULLS LAST, g."createdAt", g."id"
    LIMIT ${MOST_GOALS}`;
  return rows.map(toGoal);
}

/** One goal, in one query; null when there is none, or it is not the viewer's. */
export async function findGoal(viewer: Viewer, relationshipId: string, goalId: string): Promise<GoalDetails | null> {
  if (!isId(goalId)) return null;
  const [row] = await db().$queryPrepared<(Row & { steps: StepRow[] })[]>`
    SELECT ${COLUMNS},
      (SELECT jsonb_agg(jsonb_build_object('id', s."id", 'fact', s."fact", 'progress', s."progress", 'authorId', s."authorId",
          'authorName', m."name", 'at', s."at", 'sealed', CASE WHEN s."fact" NOT IN ('added', 'edited') THEN s."words" END)
          ORDER BY s."at" DESC, s."fact" = 'added', s."id")
        FROM "goal_steps" s JOIN "members" m ON m."id" = s."authorId" WHERE s."goalId" = g."id") AS "steps"
    FROM "goals" g JOIN "goal_steps" t ON t."id" = g."textId"
    WHERE g."id" = ${goalId}::uuid AND ${isTheirs(viewer, relationshipId)}`;
  if (!row) return null;
  const { steps, ...goal } = row;
  return { ...toGoal(goal), steps: steps.map(toStep) };
}

/**
 * The words of a goal from this step on; null when the step belongs to another goal, or they cannot be read. For a command,
 * which has checked whose goal it is.
 */
export async function findGoalWords(goalId: string, stepId: string): Promise<GoalWords | null> {
  const where = { id: stepId, goalId, fact: { in: ["added", "edited"] } };
  const row = await db().goalStep.findFirst({ where, select: { words: true } });
  const opened = row?.words ? openStep(stepId, row.words) : null;
  return opened?.isReadable ? opened.words : null;
}

function isTheirs({ memberId }: Viewer, relationshipId: string): Prisma.Sql {
  return Prisma.sql`g."relationshipId" = ${relationshipId}::uuid AND EXISTS (SELECT FROM "relationships" r
    WHERE r."id" = g."relationshipId" AND ${isPartner({ memberId })})`;
}

const COLUMNS = Prisma.sql`g."id", g."status", g."progress", g."targetOn"::text AS "targetOn", g."createdAt", g."changedAt",
  g."closedAt", g."version", g."textId", t."words" AS "sealed"`;

type Row = Omit<Goal, "words" | "isUnreadable"> & { sealed: string | null };
type StepRow = Omit<Step, "note" | "at"> & { at: string; sealed: string | null };

/** A goal whose last author has been erased. */
const ERASED: GoalWords = { what: ERASED_WORDS, why: "", measure: "", target: "" };

function toGoal({ sealed, ...goal }: Row): Goal {
  if (sealed === null) return { ...goal, words: ERASED, isUnreadable: false };
  const opened = openStep(goal.textId, sealed);
  if (opened.isReadable) return { ...goal, words: opened.words, isUnreadable: false };
  return { ...goal, words: { ...ERASED, what: opened.instead }, isUnreadable: true };
}

function toStep({ sealed, at, ...step }: StepRow): Step {
  return { ...step, at: new Date(at), note: sealed === null ? null : noteIn(step.id, sealed) };
}

function noteIn(stepId: string, sealed: string): string | null {
  const opened = openStep(stepId, sealed);
  return opened.isReadable ? (opened.words.note ?? null) : opened.instead;
}

function openStep(stepId: string, sealed: string): Opened<GoalWords> {
  return tryOpen<GoalWords>("goal_steps.words", stepId, sealed, readBoxes);
}
