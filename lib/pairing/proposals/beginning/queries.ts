import { db } from "@/lib/foundation/db/client";
import { readId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { ProposalWords } from "../proposal";
import { openTexts, type SealedTexts } from "../words";

/** What the form of a new proposal begins with. */
export interface Beginning {
  words: Partial<ProposalWords>;
  /** To whom the words were written before; null when they are from the profile. */
  writtenTo: string | null;
}

/**
 * What a new proposal of the viewer's begins with: the words of their proposal `from` where that is one, their newest words to a mentor
 * with whom it came to nothing, or else what their profile says; in one query.
 */
export async function findBeginning({ memberId }: Viewer, from: unknown, now: Date): Promise<Beginning> {
  const chosen = readId(from);
  const [row] = await db().$queryRaw<BeginningRow[]>`
    SELECT w."aims", w."topics", w."methods", earlier."name" AS "writtenTo", earlier."text"
    FROM "mentee_profiles" w LEFT JOIN LATERAL (
      SELECT m."name", to_jsonb(t) AS "text"
      FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      JOIN "members" m ON m."id" = p."mentorId"
      WHERE p."menteeId" = w."memberId" AND (p."status" IN ('rejected', 'expired', 'withdrawn')
        OR (p."status" = 'sent' AND p."expiresAt" <= ${now}::timestamptz) OR p."id" = ${chosen}::uuid)
      ORDER BY p."id" IS NOT DISTINCT FROM ${chosen}::uuid DESC, p."movedAt" DESC LIMIT 1
    ) earlier ON true
    WHERE w."memberId" = ${memberId}::uuid`;
  if (!row) return { words: {}, writtenTo: null };
  const { aims, topics, methods, writtenTo, text } = row;
  if (!text) return { words: { objectives: aims, topics, methods }, writtenTo: null };
  const { proposalId, number, writtenAt: _, ...sealed } = text;
  return { words: openTexts(proposalId, number, sealed), writtenTo };
}

interface BeginningRow {
  aims: string;
  topics: number[];
  methods: number[];
  writtenTo: string | null;
  text: (ProposalWords & SealedTexts & { proposalId: string; number: number; writtenAt: string }) | null;
}
