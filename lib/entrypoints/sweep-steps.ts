import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { checkInSweepStep } from "@/lib/mentoring/check-ins/sweep-step";
import { meetingSweepStep, strandedSweepStep } from "@/lib/mentoring/meetings/sweep-step";
import { digestSweepStep } from "@/lib/notify/outbox/digests";
import { alertSweepStep, openingSweepStep } from "@/lib/pairing/alerts/sweep-step";
import { availabilitySweepStep } from "@/lib/pairing/availability/sweep-step";
import { choiceSweepStep } from "@/lib/pairing/choices/sweep-step";
import { firstStepsSweepStep } from "@/lib/pairing/first-steps/sweep-step";
import { programmeSweepStep } from "@/lib/pairing/programmes/sweep-step";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { questionSweepStep } from "@/lib/pairing/questions/sweep-step";
import { queueSweepStep } from "@/lib/pairing/queue/sweep-step";
import { relationshipSweepStep } from "@/lib/pairing/relationships/sweep-step";
import { stillAvailableSweepStep } from "@/lib/pairing/still-available/sweep-step";
import { letterSweepStep, recipientSweepStep } from "@/lib/staff/letters/sweep-step";

/**
 * Everything that the sweep does before it sends mails, in this order, and everything of which System counts what is overdue. What
 * expires, ends or returns comes first, because it frees the places that the queue and the next choices are asked for.
 */
export function sweepSteps(timeZone: string): readonly SweepStep<unknown>[] {
  return [
    programmeSweepStep,
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
    openingSweepStep,
    alertSweepStep(timeZone),
    letterSweepStep,
    recipientSweepStep,
    digestSweepStep(timeZone),
  ];
}
