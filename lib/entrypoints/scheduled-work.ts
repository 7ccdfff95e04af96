import type { Counts } from "@/lib/foundation/deadlines/clockwork";
import { recordFindings } from "@/lib/foundation/deadlines/invariants";
import { recordRun } from "@/lib/foundation/deadlines/runs";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { checkWords } from "@/lib/foundation/sealing/invariants";
import { meetingClockwork, strandedClockwork } from "@/lib/mentoring/meetings/clockwork";
import { checkMeetings } from "@/lib/mentoring/meetings/invariants";
import { forgetEvents } from "@/lib/notify/delivery/events";
import { digestClockwork } from "@/lib/notify/outbox/digests";
import { availabilityClockwork } from "@/lib/pairing/availability/clockwork";
import { proposalClockwork } from "@/lib/pairing/proposals/clockwork";
import { closeOvertaken } from "@/lib/pairing/proposals/commands";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { relationshipClockwork } from "@/lib/pairing/relationships/clockwork";
import { closeLeftBehind } from "@/lib/pairing/relationships/commands";
import { checkRelationships } from "@/lib/pairing/relationships/invariants";
import { forgetWhatIsOver } from "@/lib/people/auth/local/forgetting";
import { readNow } from "@/lib/people/auth/now";
import { recomputeAnswerHours, refreshSearchTexts } from "@/lib/people/members/upkeep";
import { eraseLeftBehind } from "@/lib/people/privacy/upkeep";
import { forgetImports } from "@/lib/society/register/upkeep";
import { getSettings } from "@/lib/society/settings/queries";
import { deliverMails } from "./deliver";

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
    const { sent, failed, retried, overtaken } = await deliverMails(now);
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
