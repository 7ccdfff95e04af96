import { recordFindings } from "@/lib/foundation/deadlines/invariants";
import { recordRun } from "@/lib/foundation/deadlines/runs";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Counts } from "@/lib/foundation/deadlines/sweep-step";
import { checkWords } from "@/lib/foundation/sealing/invariants";
import { checkMeetings } from "@/lib/mentoring/meetings/invariants";
import { meetingSweepStep, strandedSweepStep } from "@/lib/mentoring/meetings/sweep-step";
import { forgetEvents } from "@/lib/notify/delivery/events";
import { digestSweepStep } from "@/lib/notify/outbox/digests";
import { availabilitySweepStep } from "@/lib/pairing/availability/sweep-step";
import { closeOvertaken } from "@/lib/pairing/proposals/closing";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { questionSweepStep } from "@/lib/pairing/questions/sweep-step";
import * as relationships from "@/lib/pairing/relationships/commands";
import { checkRelationships } from "@/lib/pairing/relationships/invariants";
import { relationshipSweepStep } from "@/lib/pairing/relationships/sweep-step";
import { forgetWhatIsOver } from "@/lib/people/auth/local/forgetting";
import { readNow } from "@/lib/people/auth/now";
import { recomputeAnswerHours, refreshSearchTexts } from "@/lib/people/members/upkeep";
import { eraseLeftBehind } from "@/lib/people/privacy/upkeep";
import { forgetImports } from "@/lib/society/register/upkeep";
import { getSettings } from "@/lib/society/settings/queries";
import { deliverMails } from "./deliver";

/** Handles everything that is due, then sends the e-mails that are due. Every concept with deadlines is listed here. */
export async function runSweep(now: Date): Promise<Counts> {
  const work = async () => {
    const swept = await sweep(proposalSweepStep, now);
    const ended = await sweep(relationshipSweepStep, now);
    const questions = await sweep(questionSweepStep, now);
    const returned = await sweep(availabilitySweepStep, now);
    const calledOff = await sweep(strandedSweepStep, now);
    const meetings = await sweep(meetingSweepStep, now);
    const { society } = await getSettings();
    const gathered = await sweep(digestSweepStep(society.timeZone), now);
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
      questionsClosed: 0,
      ...inAll(swept, ended, questions, returned, calledOff, meetings, gathered),
      mailsSent: sent,
      mailsFailed: failed,
      mailsRetried: retried,
      mailsOvertaken: overtaken,
    };
  };
  return recordRun(now, work, readNow);
}

/** Adds up the counts. Several of them may have counted failures under the same name. */
function inAll(...done: Counts[]): Counts {
  const counts: Counts = {};
  for (const [name, count] of done.flatMap((one) => Object.entries(one))) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

/** Once a night: mends what two things at the same moment may have left, renews derived figures, looks for the impossible. */
export async function runNightly(now: Date): Promise<Counts> {
  const settings = await getSettings();
  const overtaken = await closeOvertaken(null, settings, now);
  const leftBehind = await relationships.closeLeftBehind(now);
  const erasedAgain = await eraseLeftBehind(now);
  const answerHours = await recomputeAnswerHours(now);
  const searchTexts = await refreshSearchTexts(settings);
  const forgotten = (await forgetWhatIsOver(now)) + (await forgetImports(now)) + (await forgetEvents(now));
  const checks = [checkProposals(), checkRelationships(settings.society.timeZone), checkMeetings(), checkWords()];
  const findings = await recordFindings(checks, now);
  return { overtaken, leftBehind, erasedAgain, answerHours, searchTexts, forgotten, findings };
}
