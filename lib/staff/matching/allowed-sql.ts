import type { Prisma } from "@/lib/foundation/db/client";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { rulesIn } from "@/lib/pairing/rules/queries";
import { allowedByRules } from "@/lib/pairing/rules/rules-sql";
import { getSettings } from "@/lib/society/settings/queries";
import { MENTEE_ID, MENTOR_ID } from "./candidates-sql";

/**
 * Which pairs the rules of matching allow in a programme, as a condition on w."memberId", the mentee, and l."memberId", the mentor. Null
 * where there are no rules: looking up the facts of two people costs more than comparing them.
 */
export async function allowedPairs(programmeId: string): Promise<Prisma.Sql | null> {
  const rules = await rulesIn(programmeId === SOCIETY_SCHEME ? null : programmeId, await getSettings());
  return rules.length === 0 ? null : allowedByRules(rules, MENTEE_ID, MENTOR_ID);
}
