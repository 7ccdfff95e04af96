import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Settings } from "@/lib/society/settings/settings";
import { closeOvertaken, expireOverdue } from "../closing";
import { decide } from "../decide";
import { loadCircumstancesIn, loadOpenProposals, loadProfileWords, loadProposal } from "../load";
import { save } from "../save";
import { type CommandRefusal, untilSaved } from "../until-saved";

/** Two people whom staff suggest to each other. `id` is that of the proposal, so that the same suggestion is made once. */
export interface Suggested {
  id: string;
  menteeId: string;
  mentorId: string;
  programmeId: string | null;
  beginsAtOnce: boolean;
}

/**
 * The society's suggestion to a mentee and a mentor: a proposal with its usual deadline and the words of the mentee's profile, or a
 * relationship at once. `byId` is the member of staff who decided on it.
 */
export function suggest(byId: string, pair: Suggested, settings: Settings, now: Date): Promise<Result<string, CommandRefusal>> {
  const { id, menteeId, mentorId, programmeId } = pair;
  return untilSaved(async () => {
    if (await loadProposal(id)) return done(id);
    await expireOverdue(await loadOpenProposals(menteeId), now);
    const circumstances = await loadCircumstancesIn(programmeId, menteeId, mentorId, settings, now);
    const words = await loadProfileWords(menteeId);
    if (!circumstances || !words) return refuse("not-found");
    const decided = decide(
      null,
      { type: "suggest", actor: { kind: "staff", memberId: byId }, ...pair, words, circumstances },
      now,
    );
    if (!decided.ok) return decided;
    await save([decided], "all-or-nothing");
    await closeOvertaken({ menteeId }, settings, now);
    if (decided.opening) await closeOvertaken({ mentorId }, settings, now);
    return done(id);
  });
}
