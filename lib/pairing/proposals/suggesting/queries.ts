import type { Settings } from "@/lib/society/settings/settings";
import { decide } from "../decide";
import { loadCircumstancesIn, loadProfileWords } from "../load";
import type { Circumstances, RefusalReason } from "../proposal";
import type { Suggested } from "./commands";

/** Whether staff could suggest these two to each other now: what it depends on, and why not; null when there is nobody of the kind. */
export async function findSuggestible(
  byId: string,
  pair: Omit<Suggested, "id" | "beginsAtOnce">,
  settings: Settings,
  now: Date,
): Promise<{ circumstances: Circumstances; refusal: RefusalReason | null } | null> {
  const { menteeId, mentorId, programmeId } = pair;
  const [circumstances, words] = await Promise.all([
    loadCircumstancesIn(programmeId, menteeId, mentorId, settings, now),
    loadProfileWords(menteeId),
  ]);
  if (!circumstances || !words) return null;
  const given = {
    actor: { kind: "staff", memberId: byId },
    id: "",
    ...pair,
    words,
    circumstances,
    beginsAtOnce: false,
  } as const;
  const decided = decide(null, { type: "suggest", ...given }, now);
  return { circumstances, refusal: decided.ok ? null : decided.reason };
}
