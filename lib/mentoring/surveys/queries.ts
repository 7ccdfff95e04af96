import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { whyNot } from "./decide";
import { standingSurvey } from "./standing";
import { type AnswerRefusal, type Answers, type AskedSurvey, isStanding, type SurveyQuestion } from "./survey";

/** What a member has been asked, as they see it. */
export interface Asked extends AskedSurvey {
  id: string;
  /** The partner that it is about. */
  partnerName: string | null;
  /** Until when it can be answered. */
  openUntil: Date;
  /** Why it cannot be answered now, or no more. */
  refusal: AnswerRefusal | null;
  /** What they have answered so far. Texts that cannot be decrypted are left out. */
  given: Answers | null;
  /** For a command: the answer's version, 0 before the first. */
  version: number;
  isCounted: boolean;
  isClosed: boolean;
}

interface AskedRow {
  id: string;
  survey: string;
  openUntil: Date;
  partnerName: string | null;
  ownTitle: string | null;
  ownQuestions: SurveyQuestion[] | null;
  ownStatus: string | null;
  chosen: Record<string, number> | null;
  words: string | null;
  wantsContact: boolean | null;
  version: number | null;
  isCounted: boolean;
}

/** One asking of this member, who need not be signed in but must be able to; null when there is none. */
export async function findAsked({ memberId }: Pick<Viewer, "memberId">, id: string, now: Date): Promise<Asked | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<AskedRow[]>`
    SELECT a."id", a."survey", a."openUntil", p."name" AS "partnerName", s."title" AS "ownTitle", s."questions" AS "ownQuestions",
      s."status" AS "ownStatus", w."chosen", w."words", w."wantsContact", w."version", w."countedOn" IS NOT NULL AS "isCounted"
    FROM "survey_askings" a
    JOIN "members" m ON m."id" = a."memberId" AND m."status" = 'active' AND m."standing" = 'current'
    LEFT JOIN "surveys" s ON s."id"::text = a."survey"
    LEFT JOIN "survey_answers" w ON w."askingId" = a."id"
    LEFT JOIN "relationships" r ON r."id" = a."relationshipId"
    LEFT JOIN "members" p ON p."id" = CASE WHEN r."menteeId" = a."memberId" THEN r."mentorId" ELSE r."menteeId" END
    WHERE a."id" = ${id}::uuid AND a."memberId" = ${memberId}::uuid`;
  return row ? toAsked(row, now) : null;
}

function toAsked(row: AskedRow, now: Date): Asked | null {
  const { id, survey, openUntil, isCounted } = row;
  const isClosed = row.ownStatus === "closed";
  const own = row.ownQuestions && { survey, title: row.ownTitle ?? "", questions: row.ownQuestions };
  const asked = isStanding(survey) ? standingSurvey(survey) : own;
  if (!asked) return null;
  return {
    ...asked,
    ...{ id, openUntil, isCounted, isClosed },
    partnerName: row.partnerName || null,
    refusal: whyNot({ openUntil, isClosed, isCounted }, now),
    given: row.chosen && { chosen: row.chosen, words: openWords(id, row.words), wantsContact: row.wantsContact ?? false },
    version: row.version ?? 0,
  };
}

/** Texts of an answer by the question's number; nothing where they cannot be decrypted, which is logged. */
export function openWords(askingId: string, sealed: string | null): Record<string, string> {
  if (sealed === null) return {};
  const opened = tryOpen("survey_answers.words", askingId, sealed, (words) => readBoxes<Record<string, string>>(words));
  return opened.isReadable ? opened.words : {};
}
