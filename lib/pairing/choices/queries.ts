import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";

/** A mentor whom the viewer has named to be asked next. */
export interface Choice {
  mentorId: string;
  name: string;
}

/** Whom to ask after the mentor of a proposal, in order; nobody for anyone but its mentee. */
export async function listChoices({ memberId }: Viewer, proposalId: string): Promise<Choice[]> {
  return db().$queryPrepared<Choice[]>`
    SELECT c."mentorId", m."name" FROM "proposal_choices" c JOIN "members" m ON m."id" = c."mentorId"
    WHERE c."proposalId" = ${proposalId}::uuid AND c."menteeId" = ${memberId}::uuid AND m."status" = 'active'
      AND NOT are_blocked(c."menteeId", m."id")
    ORDER BY c."position"`;
}
