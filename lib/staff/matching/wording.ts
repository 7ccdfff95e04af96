import { capital, listInWords, sayNumber, withArticle } from "@/lib/foundation/wording";
import type { Reason } from "@/lib/pairing/matching/reasons";
import type { CommandRefusal } from "@/lib/pairing/proposals/until-saved";
import type { Settings } from "@/lib/society/settings/settings";
import type { LeftLine, MatchLine, ProgrammeLine } from "./queries";
import type { MatchingRefusal, Run, Status, View } from "./run";

type Words = Settings["words"];

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  gathering: "Finding out who waits",
  scoring: "Comparing",
  assigning: "Assigning",
  drafted: "Drafted",
  cancelled: "Cancelled",
  failed: "Failed",
  ended: "Ended",
};

export function sayView(view: View): string {
  switch (view) {
    case "draft":
      return "Drafts";
    case "locked":
      return "Locked";
    case "hand":
      return "Chosen by hand, or after a no";
    case "left":
      return "Left over";
    case "published":
      return "Published";
    case "refused":
      return "Could not be published";
    case "dropped":
      return "Dropped";
  }
}

/** Nobody of that name is in this part of a run. */
export function sayNobodyHere(who: string): string {
  return `Nobody in this part of the matching is called “${who}” or has that number. The counts above show whether they are in another part.`;
}

/** How far the work on a run has come. */
export function sayProgress({ status, mentees, scored, settled, places }: Run, { mentees: people }: Words): string {
  switch (status) {
    case "gathering":
      return `Finding out which ${people} wait and which places are free.`;
    case "scoring":
      return `Comparing: ${sayNumber(scored)} of ${sayNumber(mentees)} ${people} done, with ${sayNumber(places)} free places.`;
    case "assigning":
      return `Assigning: ${sayNumber(Math.min(settled, mentees))} of ${sayNumber(mentees)} ${people} settled so far.`;
    case "drafted":
      return `${sayNumber(mentees)} ${people} waited and ${sayNumber(places)} places were free when it began.`;
    case "cancelled":
      return "It was cancelled before there were any drafts. You can begin again.";
    case "failed":
      return "It failed several times on our side, and was given up. The log says why. You can begin again.";
    case "ended":
      return "It has ended. Published pairs carry on by themselves.";
  }
}

/** "12 mentees wait, 9 places are free" */
export function sayWaiting({ waiting, places }: Pick<ProgrammeLine, "waiting" | "places">, words: Words): string {
  const who = waiting === 1 ? `1 ${words.mentee} waits` : `${sayNumber(waiting)} ${words.mentees} wait`;
  return `${who}, ${places === 1 ? "1 place is free" : `${sayNumber(places)} places are free`}`;
}

/** A reason as staff read it, of two others. */
export function sayReasonForStaff(reason: Reason, words: Words): string {
  switch (reason.kind) {
    case "covers-all":
      return `Covers all that the ${words.mentee} asks for: ${reason.topics.join(", ")}`;
    case "covers-some":
      return `Covers ${reason.topics.length} of ${reason.of} topics: ${reason.topics.join(", ")}`;
    case "does-not-cover":
      return `Does not cover: ${reason.topics.join(", ")}`;
    case "meets-as-wanted":
      return `Both can meet this way: ${reason.methods.join(", ")}`;
    case "meets-otherwise":
      return `The ${words.mentor} meets only this way: ${reason.methods.join(", ")}. The ${words.mentee} asked for: ${reason.wanted.join(", ")}`;
    case "speaks-too":
      return `Both speak: ${reason.languages.join(", ")}`;
    case "speaks-other":
      return `No language in common. The ${words.mentor} speaks: ${reason.languages.join(", ")}`;
    case "same-sector":
      return `Same sector: ${reason.sector}`;
    case "same-region":
      return `Same region: ${reason.region}`;
  }
}

/** Whom either of the two would rather have. */
export function sayRather(
  { mentee, mentor, wish, ratherMentors, fitBetter, ratherMentees, origin }: MatchLine,
  words: Words,
): string[] {
  if (origin === "hand") return ["Chosen by hand"];
  const said = origin === "next" ? ["The next best after a no, or after a change"] : [];
  if (wish === null) return said;
  if (wish === 1) said.push(`No free ${words.mentor} suits ${mentee.name} better`);
  else if (ratherMentors.length > 0)
    said.push(
      `${sayNumber(wish - 1)} would suit ${mentee.name} better: ${andMore(ratherMentors, wish - 1)}. Their places went to others`,
    );
  if (fitBetter > 0 && ratherMentees.length > 0)
    said.push(
      `${sayNumber(fitBetter)} would suit ${mentor.name} better: ${andMore(ratherMentees, fitBetter)}. They have a match that suits them better`,
    );
  return said;
}

function andMore(names: readonly string[], count: number): string {
  return count > names.length ? `${names.join(", ")} and ${sayNumber(count - names.length)} more` : listInWords(names);
}

/** Where a match stands, besides being a draft. */
export function sayState({ state, isLocked, refusal, status }: MatchLine, words: Words): string {
  switch (state) {
    case "draft":
      return isLocked ? "Locked" : "Draft";
    case "publishing":
      return "Being published";
    case "published":
      return status === "sent" ? "Both asked, no answer yet" : "Answered";
    case "accepted":
      return "They are partners";
    case "over":
      return status === "rejected" ? `The ${words.mentor} said no` : status === "expired" ? "No answer in time" : "Withdrawn";
    case "refused":
      return sayWhyNot(refusal ?? "", words);
    case "dropped":
      return "Dropped";
  }
}

/** Why a mentee is left over. */
export function sayLeftOver({ suited, best }: LeftLine, words: Words): string {
  if (suited === 0) return `No ${words.mentor} with a free place may be matched with them.`;
  return `${andMore(best, suited)} would suit them, but the places went to others who fit better or have waited longer.`;
}

/** Why the two cannot be suggested to each other, as staff read it. */
export function sayWhyNot(refusal: CommandRefusal | string, { mentor, mentee, mentors }: Words): string {
  switch (refusal) {
    case "yourself":
      return "This is the same person twice.";
    case "own":
      return "You are one of the two, so a colleague has to do it.";
    case "partner-left":
      return `One of the two does not take part at present, or has blocked the other.`;
    case "no-profile":
    case "not-found":
      return `The ${mentee} or the ${mentor} has no profile.`;
    case "kept-apart":
      return "A rule of matching speaks against it, or one of the two would rather not be matched with the other.";
    case "not-ready":
      return "One of the two lacks something that the society asks of their role.";
    case "already-open":
      return "A proposal between the two is waiting for an answer.";
    case "already-partners":
      return "The two are partners already.";
    case "mentee-has-mentor":
      return `The ${mentee} already has as many ${mentors} as this programme allows.`;
    case "too-many-open":
      return `The ${mentee} already has as many unanswered proposals as this programme allows.`;
    case "mentor-full":
      return `The ${mentor} has no place free.`;
    case "mentor-unavailable":
      return `The ${mentor} is not available.`;
    case "not-in-programme":
      return "The two are not both in this programme.";
    case "programme-closed":
      return "Nobody is being matched in this programme at present.";
    default:
      return "It is not possible at present.";
  }
}

/** Why nothing was done, for the member of staff. */
export function sayRefusal(refusal: MatchingRefusal, words: Words): string {
  switch (refusal) {
    case "not-staff":
      return "Only staff of the society can match members.";
    case "not-found":
      return "This no longer exists. Please open Matching again.";
    case "not-under-way":
    case "not-now":
      return "This is not possible at present: a colleague has changed something, or pairs are being published. The page now shows where things stand.";
    case "already-there":
      return "There is a draft of these two already.";
    case "changed-meanwhile":
      return "A colleague has changed this in the meantime, so nothing was done. The page now shows where things stand.";
    case "all-locked":
      return `Every place of this ${words.mentor} is locked or published. Unlock or drop one of those pairs first.`;
    case "has-match":
      return `This ${words.mentee} has a match that has been published. Wait for the answer, or withdraw the proposal first.`;
    case "own":
      return "You are one of the two, so a colleague has to do it.";
    case "nothing-ticked":
      return "Tick at least one pair first. Nothing has been done.";
    case "nothing-to-publish":
      return "There is nothing to publish: every draft has been published or dropped, or you are part of it yourself.";
  }
}

/** "an Amina", for a heading: "Choose a mentor for Amina Okafor" */
export function sayChoose(name: string, { mentor }: Words): string {
  return `Choose ${withArticle(mentor)} for ${name}`;
}

export function sayRoles({ mentee, mentor }: Words): [string, string] {
  return [capital(mentee), capital(mentor)];
}
