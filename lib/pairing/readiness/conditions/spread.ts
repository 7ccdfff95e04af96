import { loadProgramme } from "@/lib/pairing/programmes/load";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { askMembers } from "@/lib/pairing/readiness/commands";
import type { Condition } from "./condition";
import { listMembers } from "./queries";
import { letOff, saveSpread } from "./save";

const BATCH_SIZE = 500;
/** Members in one sweep: the next one goes on. */
const MOST_AT_ONCE = 20_000;

/**
 * Asks everybody in the role, in the order of their ids, or lets everybody off once the condition is retired. It can stop anywhere and go on
 * later, and running it twice changes nothing. Returns how many members were asked.
 */
export async function spread(condition: Condition, timeZone: string, now: Date): Promise<number> {
  if (condition.retiredAt !== null) return letEverybodyOff(condition.id);
  const isOfScheme = condition.programmeId === SOCIETY_SCHEME;
  const programme = isOfScheme ? null : ((await loadProgramme(condition.programmeId))?.name ?? null);
  let asked = 0;
  let after = condition.spreadAfter;
  for (let seen = 0; after !== null && seen < MOST_AT_ONCE; seen += BATCH_SIZE) {
    const members = await listMembers(condition, after, BATCH_SIZE);
    asked += await askMembers(condition, members, programme, timeZone, now);
    after = members.length < BATCH_SIZE ? null : (members.at(-1)?.memberId ?? null);
    await saveSpread(condition.id, after);
  }
  return asked;
}

async function letEverybodyOff(id: string): Promise<number> {
  for (let seen = 0; seen < MOST_AT_ONCE; seen += BATCH_SIZE) {
    if ((await letOff(id, BATCH_SIZE)) === 0) {
      await saveSpread(id, null);
      break;
    }
  }
  return 0;
}
