import { addMonths } from "@/lib/foundation/dates";
import { type Refusal, refuse } from "@/lib/foundation/result";
import { nextDue as nextDueOfRelationship } from "@/lib/pairing/relationships/deadlines";
import { schedule } from "./deadlines";
import { decision, type Told } from "./decision";
import { firstFree } from "./places";
import type { Circumstances, Command, Decision, Opening, Proposal, RefusalReason } from "./proposal";
import { refuseOpening } from "./refusals";

// The part of the rule (decide.ts) that is about how a proposal, or a relationship, begins.

type Decided = Decision | Refusal<RefusalReason>;
type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

export function send(command: Of<"send">, now: Date): Decided {
  const { actor, menteeId, mentorId, words, circumstances, choices, follows } = command;
  if (actor.kind !== "mentee" || actor.memberId !== menteeId) return refuse("not-yours");
  // Without the sender's profile a mentor cannot decide.
  if (!circumstances.mentee.hasProfile) return refuse("no-profile");
  const refusal = refuseOpening(menteeId, mentorId, "mentee", circumstances);
  if (refusal) return refuse(refusal);
  const fresh = begin(command, now);
  const { expiresAt } = fresh;
  const told: Told[] = [["mentor", "proposal-sent", { expiresAt }]];
  if (follows) told.push(["mentee", "proposal-passed-on", { expiresAt }]);
  return decision(fresh, { words, choices, follows }, actor, now, "sent", {}, told);
}

/** Staff suggest the two to each other, who are both asked; or, where their programme says so, are partners at once. */
export function suggest(command: Of<"suggest">, now: Date): Decided {
  const { actor, menteeId, mentorId, words, circumstances, beginsAtOnce } = command;
  if (actor.kind !== "staff") return refuse("not-yours");
  if (actor.memberId === menteeId || actor.memberId === mentorId) return refuse("own");
  if (!circumstances.mentee.hasProfile) return refuse("no-profile");
  const refusal = refuseOpening(menteeId, mentorId, "staff", circumstances);
  if (refusal) return refuse(refusal);
  const fresh: Proposal = { ...begin(command, now), isFromStaff: true };
  if (beginsAtOnce) {
    const begun: Proposal = { ...fresh, status: "accepted" };
    return decision(begun, { words, opening: open(circumstances, now) }, actor, now, "matched", {}, [
      ["mentee", "proposal-matched", {}, "mentee"],
      ["mentor", "proposal-matched", {}, "mentor"],
    ]);
  }
  const { expiresAt } = fresh;
  return decision(fresh, { words }, actor, now, "suggested", {}, [
    ["mentor", "proposal-suggested-mentor", { expiresAt }],
    ["mentee", "proposal-suggested-mentee", { expiresAt }],
  ]);
}

function begin(command: Of<"send"> | Of<"suggest">, now: Date): Proposal {
  const { id, menteeId, mentorId, programmeId = null, circumstances } = command;
  return {
    ...startRound(circumstances, now),
    id,
    menteeId,
    mentorId,
    programmeId,
    isFromStaff: false,
    round: 1,
    textNumber: 1,
    rejectionReason: null,
    rejectedBecause: null,
    rejectionSealed: null,
    version: 0,
  };
}

export function startRound(circumstances: Circumstances, now: Date) {
  return {
    ...schedule(now, circumstances),
    status: "sent" as const,
    withdrawnBecause: null,
    withdrawnWords: null,
    extraDays: 0,
    slot: firstFree(circumstances.mentee.takenSlots),
    sentAt: now,
    remindedDay: 0,
    dueAt: null,
    movedAt: now,
  };
}

/** The relationship that begins now. */
export function open(circumstances: Circumstances, now: Date): Opening {
  const { mentor, mentee, within } = circumstances;
  const [mentorPlace, menteePlace] = [firstFree(mentor.takenPlaces), firstFree(mentee.takenPlaces)];
  const agreedUntil = addMonths(now, circumstances.relationshipMonths, circumstances.timeZone);
  const term = { startedAt: now, agreedUntil, endedAt: null, asked: null };
  const dueAt = nextDueOfRelationship(term, circumstances.timeZone);
  const isLastOfMentor = mentor.takenPlaces.length + 1 >= mentor.capacity;
  const isLastOfMentee = (within?.mentors ?? mentee.takenPlaces.length) + 1 >= circumstances.mentorsPerMentee;
  const isLastHere = within !== undefined && within.places !== null && within.mentees + 1 >= within.places;
  const opening: Opening = { startedAt: now, agreedUntil, dueAt, mentorPlace, menteePlace, isLastOfMentor, isLastOfMentee };
  if (isLastHere) opening.isLastHere = true;
  return opening;
}
