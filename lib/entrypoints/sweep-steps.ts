import type { CountedStep, SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { checkInSweepStep } from "@/lib/mentoring/check-ins/sweep-step";
import { meetingSweepStep, strandedSweepStep } from "@/lib/mentoring/meetings/sweep-step";
import {
  countingSweepStep,
  ownSurveySweepStep,
  surveyReminderSweepStep,
  surveyRoundSweepStep,
} from "@/lib/mentoring/surveys/sweep-step";
import { digestSweepStep } from "@/lib/notify/outbox/digests";
import { alertSweepStep, openingSweepStep } from "@/lib/pairing/alerts/sweep-step";
import { availabilitySweepStep } from "@/lib/pairing/availability/sweep-step";
import { choiceSweepStep } from "@/lib/pairing/choices/sweep-step";
import { firstStepsSweepStep } from "@/lib/pairing/first-steps/sweep-step";
import { programmeSweepStep } from "@/lib/pairing/programmes/sweep-step";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { questionSweepStep } from "@/lib/pairing/questions/sweep-step";
import { queueSweepStep } from "@/lib/pairing/queue/sweep-step";
import { conditionSweepStep } from "@/lib/pairing/readiness/conditions/sweep-step";
import { readinessSweepStep } from "@/lib/pairing/readiness/sweep-step";
import { relationshipSweepStep } from "@/lib/pairing/relationships/sweep-step";
import { stillAvailableSweepStep } from "@/lib/pairing/still-available/sweep-step";
import { webhookDeliveries } from "@/lib/society/webhooks/sweep-step";
import { letterSweepStep, readerSweepStep, recipientSweepStep } from "@/lib/staff/letters/sweep-step";
import { matchingSweepStep, matchSweepStep } from "@/lib/staff/matching/sweep-step";

/** Everything of which System counts what is overdue: other systems are told after the mails, by no step of their own. */
export function countedSteps(timeZone: string): readonly CountedStep[] {
  return [...sweepSteps(timeZone), webhookDeliveries];
}

/**
 * Everything that the sweep does before it sends mails, in this order. What expires, ends or returns comes first, because it frees the
 * places that the queue and the next choices are asked for.
 */
export function sweepSteps(timeZone: string): readonly SweepStep<unknown>[] {
  return [
    programmeSweepStep,
    conditionSweepStep,
    readinessSweepStep,
    proposalSweepStep,
    relationshipSweepStep,
    questionSweepStep,
    availabilitySweepStep,
    queueSweepStep,
    choiceSweepStep,
    stillAvailableSweepStep,
    firstStepsSweepStep,
    strandedSweepStep,
    meetingSweepStep,
    checkInSweepStep,
    surveyRoundSweepStep,
    ownSurveySweepStep,
    surveyReminderSweepStep,
    countingSweepStep,
    openingSweepStep,
    alertSweepStep(timeZone),
    matchSweepStep,
    letterSweepStep,
    recipientSweepStep,
    readerSweepStep,
    digestSweepStep(timeZone),
    matchingSweepStep,
  ];
}
