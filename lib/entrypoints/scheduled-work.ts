import { recordFindings } from "@/lib/foundation/deadlines/invariants";
import { recordRun } from "@/lib/foundation/deadlines/runs";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Counts } from "@/lib/foundation/deadlines/sweep-step";
import { checkWords } from "@/lib/foundation/sealing/invariants";
import { checkInSweepStep } from "@/lib/mentoring/check-ins/sweep-step";
import { checkMeetings } from "@/lib/mentoring/meetings/invariants";
import { meetingSweepStep, strandedSweepStep } from "@/lib/mentoring/meetings/sweep-step";
import { forgetEvents } from "@/lib/notify/delivery/events";
import { digestSweepStep } from "@/lib/notify/outbox/digests";
import { forgetAlerts } from "@/lib/pairing/alerts/commands";
import { alertSweepStep, openingSweepStep } from "@/lib/pairing/alerts/sweep-step";
import { availabilitySweepStep } from "@/lib/pairing/availability/sweep-step";
import { choiceSweepStep } from "@/lib/pairing/choices/sweep-step";
import { firstStepsSweepStep } from "@/lib/pairing/first-steps/sweep-step";
import { checkProgrammes } from "@/lib/pairing/programmes/invariants";
import { programmeSweepStep } from "@/lib/pairing/programmes/sweep-step";
import { closeOvertaken } from "@/lib/pairing/proposals/closing";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { questionSweepStep } from "@/lib/pairing/questions/sweep-step";
import { endPlaces } from "@/lib/pairing/queue/commands";
import { queueSweepStep } from "@/lib/pairing/queue/sweep-step";
import * as relationships from "@/lib/pairing/relationships/commands";
import { checkRelationships } from "@/lib/pairing/relationships/invariants";
import { relationshipSweepStep } from "@/lib/pairing/relationships/sweep-step";
import { stillAvailableSweepStep } from "@/lib/pairing/still-available/sweep-step";
import { forgetAppointments } from "@/lib/people/appointments/commands";
import { forgetWhatIsOver } from "@/lib/people/auth/local/forgetting";
import { readNow } from "@/lib/people/auth/now";
import { recomputeReplies, refreshSearchTexts } from "@/lib/people/members/upkeep";
import { eraseLeftBehind } from "@/lib/people/privacy/upkeep";
import { checkPull, pullRegister } from "@/lib/society/register/pull";
import { forgetImports } from "@/lib/society/register/upkeep";
import { getSettings } from "@/lib/society/settings/queries";
import { forgetActs } from "@/lib/staff/inbox/many/commands";
import { deliverMails } from "./deliver";

/** Handles everything that is due, then sends the e-mails that are due. Every concept with deadlines is listed here. */
export async function runSweep(now: Date): Promise<Counts> {
  const work = async () => {
    const programmes = await sweep(programmeSweepStep, now);
    const swept = await sweep(proposalSweepStep, now);
    const ended = await sweep(relationshipSweepStep, now);
    const questions = await sweep(questionSweepStep, now);
    const returned = await sweep(availabilitySweepStep, now);
    const asked = await sweep(queueSweepStep, now);
    const passedOn = await sweep(choiceSweepStep, now);
    const silent = await sweep(stillAvailableSweepStep, now);
    const begun = await sweep(firstStepsSweepStep, now);
    const calledOff = await sweep(strandedSweepStep, now);
    const meetings = await sweep(meetingSweepStep, now);
    const checkedIn = await sweep(checkInSweepStep, now);
    const { society } = await getSettings();
    const opened = await sweep(openingSweepStep, now);
    const alerted = await sweep(alertSweepStep(society.timeZone), now);
    const gathered = await sweep(digestSweepStep(society.timeZone), now);
    const { sent, failed, retried, overtaken } = await deliverMails(now);
    return {
      expired: 0,
      reminded: 0,
      availableAgain: 0,
      askedAgain: 0,
      passedOn: 0,
      alertsTold: 0,
      digests: 0,
      completed: 0,
      askedToExtend: 0,
      meetingsReminded: 0,
      meetingsCalledOff: 0,
      questionsClosed: 0,
      askedHowItGoes: 0,
      toldStaffOfSilence: 0,
      askedIfAvailable: 0,
      madeUnavailable: 0,
      remindedToBegin: 0,
      ...inAll(
        programmes,
        swept,
        ended,
        questions,
        returned,
        asked,
        passedOn,
        calledOff,
        meetings,
        checkedIn,
        silent,
        begun,
        opened,
        alerted,
        gathered,
      ),
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
  const placesEnded = await endPlaces(null, settings, now);
  const leftBehind = await relationships.closeLeftBehind(now);
  const erasedAgain = await eraseLeftBehind(now);
  const replies = await recomputeReplies(now);
  const searchTexts = await refreshSearchTexts(settings);
  const registersFetched = await pullRegister(now);
  const forgotten =
    (await forgetWhatIsOver(now)) +
    (await forgetImports(now)) +
    (await forgetEvents(now)) +
    (await forgetAlerts()) +
    (await forgetAppointments(now)) +
    (await forgetActs(now));
  const checks = [
    ...[checkProposals(), checkRelationships(settings.society.timeZone), checkMeetings(), checkProgrammes()],
    ...[checkWords(), checkPull()],
  ];
  const findings = await recordFindings(checks, now);
  return { overtaken, placesEnded, leftBehind, erasedAgain, replies, searchTexts, registersFetched, forgotten, findings };
}
