import { recordFindings } from "@/lib/foundation/deadlines/invariants";
import { recordRun } from "@/lib/foundation/deadlines/runs";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Counts } from "@/lib/foundation/deadlines/sweep-step";
import { checkWords } from "@/lib/foundation/sealing/invariants";
import { checkMeetings } from "@/lib/mentoring/meetings/invariants";
import { forgetAlerts } from "@/lib/pairing/alerts/commands";
import { dateDeletions } from "@/lib/pairing/leaving/commands";
import { erasureStep } from "@/lib/pairing/leaving/nightly-step";
import { checkProgrammes } from "@/lib/pairing/programmes/invariants";
import { closeOvertaken } from "@/lib/pairing/proposals/closing";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { endPlaces } from "@/lib/pairing/queue/commands";
import { checkReadiness } from "@/lib/pairing/readiness/invariants";
import * as relationships from "@/lib/pairing/relationships/commands";
import { checkRelationships } from "@/lib/pairing/relationships/invariants";
import { forgetAppointments } from "@/lib/people/appointments/commands";
import { forgetWhatIsOver } from "@/lib/people/auth/local/forgetting";
import { readNow } from "@/lib/people/auth/now";
import { renameZones } from "@/lib/people/members/commands";
import { recomputeReplies, refreshSearchTexts } from "@/lib/people/members/upkeep";
import { eraseLeftBehind } from "@/lib/people/privacy/upkeep";
import { forgetFilmFiles } from "@/lib/society/films/upkeep";
import { checkPull, pullRegister } from "@/lib/society/register/pull";
import { getSettings } from "@/lib/society/settings/queries";
import { deliverWebhooks } from "@/lib/society/webhooks/deliver";
import { tellReaders } from "@/lib/staff/board/commands";
import { deliverMails } from "./deliver";
import { forgetOld } from "./forgetting";
import { sweepSteps } from "./sweep-steps";

/** Handles everything that is due, then sends the e-mails that are due. The steps are listed in sweep-steps.ts. */
export async function runSweep(now: Date): Promise<Counts> {
  const work = async () => {
    const { society } = await getSettings();
    const done: Counts[] = [];
    for (const step of sweepSteps(society.timeZone)) done.push(await sweep(step, now));
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
      pausesEnded: 0,
      askedIfAvailable: 0,
      madeUnavailable: 0,
      remindedToBegin: 0,
      askedInSurveys: 0,
      askedInOwnSurveys: 0,
      remindedOfSurveys: 0,
      countedAnswers: 0,
      lettersBegun: 0,
      lettersTold: 0,
      pairLettersTold: 0,
      matchingsDone: 0,
      matchesPublished: 0,
      matchesDraftedNext: 0,
      ...inAll(done),
      mailsSent: sent,
      mailsFailed: failed,
      mailsRetried: retried,
      mailsOvertaken: overtaken,
      // After the mails, which nobody else's system may delay.
      ...(await deliverWebhooks(now)),
    };
  };
  return recordRun(now, work, readNow);
}

/** Adds up the counts. Several of them may have counted failures under the same name. */
function inAll(done: readonly Counts[]): Counts {
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
  await dateDeletions(now);
  const { erased = 0 } = await sweep(erasureStep(), now);
  const erasedAgain = await eraseLeftBehind(now);
  const replies = await recomputeReplies(now);
  const searchTexts = await refreshSearchTexts(settings);
  const zonesRenamed = await renameZones();
  const registersFetched = await pullRegister(now);
  const readersTold = await tellReaders(settings, now);
  const over =
    (await forgetWhatIsOver(now)) + (await forgetFilmFiles(now)) + (await forgetAlerts()) + (await forgetAppointments(now));
  const forgotten = Object.values(await forgetOld(settings, now)).reduce((sum, count) => sum + count, over);
  const checks = [
    ...[checkProposals(), checkRelationships(settings.society.timeZone), checkMeetings(), checkProgrammes()],
    ...[checkWords(), checkPull(), checkReadiness(now)],
  ];
  const findings = await recordFindings(checks, now);
  return {
    overtaken,
    placesEnded,
    leftBehind,
    erased,
    erasedAgain,
    replies,
    searchTexts,
    zonesRenamed,
    registersFetched,
    readersTold,
    forgotten,
    findings,
  };
}
