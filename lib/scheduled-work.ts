import { forgetWhatIsOver } from "@/lib/auth/local/forgetting";
import { readNow } from "@/lib/auth/now";
import { availabilityClockwork } from "@/lib/availability/clockwork";
import type { Counts } from "@/lib/deadlines/clockwork";
import { recordFindings } from "@/lib/deadlines/invariants";
import { recordRun } from "@/lib/deadlines/runs";
import { sweep } from "@/lib/deadlines/sweep";
import { digestClockwork } from "@/lib/mail/clockwork";
import { deliverDue } from "@/lib/mail/deliver";
import { forgetEvents } from "@/lib/mail/upkeep";
import { meetingClockwork, strandedClockwork } from "@/lib/meetings/clockwork";
import { checkMeetings } from "@/lib/meetings/invariants";
import { recomputeAnswerHours, refreshSearchTexts } from "@/lib/members/upkeep";
import { eraseLeftBehind } from "@/lib/privacy/upkeep";
import { proposalClockwork } from "@/lib/proposals/clockwork";
import { closeOvertaken } from "@/lib/proposals/commands";
import { checkProposals } from "@/lib/proposals/invariants";
import { forgetImports } from "@/lib/register/upkeep";
import { relationshipClockwork } from "@/lib/relationships/clockwork";
import { closeLeftBehind } from "@/lib/relationships/commands";
import { checkRelationships } from "@/lib/relationships/invariants";
import { checkWords } from "@/lib/sealing/invariants";
import { getSettings } from "@/lib/settings/queries";

/** Everything whose time has come, and then the mails that are due. Every concept with a clock has its line here. */
export async function runSweep(now: Date): Promise<Counts> {
  const work = async () => {
    const swept = await sweep(proposalClockwork, now);
    const ended = await sweep(relationshipClockwork, now);
    const returned = await sweep(availabilityClockwork, now);
    const calledOff = await sweep(strandedClockwork, now);
    const meetings = await sweep(meetingClockwork, now);
    const { society } = await getSettings();
    const gathered = await sweep(digestClockwork(society.timeZone), now);
    const { sent, failed, retried, overtaken } = await deliverDue(now);
    return {
      expired: 0,
      reminded: 0,
      availableAgain: 0,
      digests: 0,
      completed: 0,
      askedToExtend: 0,
      meetingsReminded: 0,
      meetingsCalledOff: 0,
      ...inAll(swept, ended, returned, calledOff, meetings, gathered),
      mailsSent: sent,
      mailsFailed: failed,
      mailsRetried: retried,
      mailsOvertaken: overtaken,
    };
  };
  return recordRun(now, work, readNow);
}

/** Several of them may have failed at something. */
function inAll(...done: Counts[]): Counts {
  const counts: Counts = {};
  for (const [name, count] of done.flatMap((one) => Object.entries(one))) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

/** Once a night: mends what two things at the same moment may have left, renews derived figures, looks for the impossible. */
export async function runNightly(now: Date): Promise<Counts> {
  const settings = await getSettings();
  const overtaken = await closeOvertaken(null, settings, now);
  const leftBehind = await closeLeftBehind(now);
  const erasedAgain = await eraseLeftBehind(now);
  const answerHours = await recomputeAnswerHours(now);
  const searchTexts = await refreshSearchTexts(settings);
  const forgotten = (await forgetWhatIsOver(now)) + (await forgetImports(now)) + (await forgetEvents(now));
  const checks = [checkProposals(), checkRelationships(settings.society.timeZone), checkMeetings(), checkWords()];
  const findings = await recordFindings(checks, now);
  return { overtaken, leftBehind, erasedAgain, answerHours, searchTexts, forgotten, findings };
}
