import { randomUUID } from "node:crypto";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { partOf } from "@/lib/pairing/relationships/access";
import { offered, type Settings } from "@/lib/society/settings/settings";
import { closeOpenTo, closeOvertaken, closing, expireOverdue } from "./closing";
import { decide } from "./decide";
import {
  type Closable,
  findSame,
  loadCircumstances,
  loadCircumstancesIn,
  loadFindable,
  loadOpenOf,
  loadOpenProposals,
  loadOpenTo,
  loadProposal,
} from "./load";
import type { Actor, Circumstances, Command, Opening, Proposal, ProposalWords, RefusalReason } from "./proposal";
import { save } from "./save";
import { type CommandRefusal, untilSaved } from "./until-saved";

export type { CommandRefusal };
export type StaffRefusal = RefusalReason | "not-found" | "not-staff";

type Answered = Promise<Result<Proposal, CommandRefusal>>;

/**
 * A mentee's proposal to a mentor. Sending the same words again while it is open (a button pressed twice, a form sent
 * again) is the same proposal, not another one. `choices` are mentors to ask if it comes to nothing, and `programmeId` the programme that it
 * is sent in (null: the society's own scheme). Returns its id; refuses with `not-found` when there is no such mentor.
 */
export async function send(
  viewer: Viewer,
  mentorId: string,
  {
    choices: named = [],
    programmeId = null,
    ...words
  }: ProposalWords & { choices?: readonly string[]; programmeId?: string | null },
  settings: Settings,
  now: Date,
): Promise<Result<string, CommandRefusal>> {
  const menteeId = viewer.memberId;
  if (!viewer.isMentee) return refuse("not-yours");
  return untilSaved(async () => {
    await expireOverdue(await loadOpenProposals(menteeId), now);
    const circumstances = await loadCircumstancesIn(programmeId, menteeId, mentorId, settings, now);
    if (!circumstances) return refuse("not-found");
    const actor: Actor = { kind: "mentee", memberId: menteeId };
    const id = randomUUID();
    const choices = await loadFindable(menteeId, named, programmeId, settings);
    const who = { actor, id, menteeId, mentorId, programmeId };
    const decided = decide(null, { type: "send", ...who, words, circumstances, choices }, now);
    if (decided.ok) {
      await save([decided], "all-or-nothing");
      await closeOvertaken({ menteeId }, settings, now);
      return done(id);
    }
    const sameAgain = decided.reason === "already-open" ? await findSame(menteeId, mentorId, words) : null;
    return sameAgain ? done(sameAgain) : decided;
  });
}

/** Other words for a proposal that has no answer yet, by its mentee. */
export function edit(viewer: Viewer, id: string, words: ProposalWords, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "edit", ...given, words }), settings, now);
}

/** Names whom to ask if the proposal comes to nothing, in order: instead of those who were named before. */
export async function choose(viewer: Viewer, id: string, named: readonly string[], settings: Settings, now: Date) {
  const found = isId(id) ? await loadProposal(id) : null;
  const choices = await loadFindable(viewer.memberId, named, found?.programmeId ?? null, settings);
  return act(viewer, id, ({ actor }) => ({ type: "choose", actor, choices }), settings, now);
}

/** The mentor's yes to the text with this number, with which the relationship begins. The mentee's other proposals are closed when it fills their last place. */
export function accept(viewer: Viewer, id: string, seenText: number, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "accept", ...given, seenText }), settings, now);
}

/** Why a mentor says no: an entry of the society's list, and a note for the mentee. */
interface Why {
  because?: number | null;
  reason?: string | null;
}

/** The mentor's no. An entry that the list does not offer counts as none. */
export function reject(viewer: Viewer, id: string, why: Why | null, settings: Settings, now: Date): Answered {
  const because = offered(settings.rejectionReasons).find((entry) => entry.id === why?.because)?.id ?? null;
  return act(viewer, id, (given) => ({ type: "reject", ...given, because, reason: why?.reason ?? null }), settings, now);
}

/** The mentee takes it back. */
export function withdraw(viewer: Viewer, id: string, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "withdraw", ...given }), settings, now);
}

/** Another round: of one that the mentee withdrew, or that the mentor rejected or let expire. */
export function reopen(viewer: Viewer, id: string, settings: Settings, now: Date): Answered {
  return act(viewer, id, (given) => ({ type: "reopen", ...given }), settings, now);
}

interface Given {
  actor: Actor;
  circumstances: Circumstances;
}

/** One of the two acts on a proposal: load, allow, decide, save. What the viewer may not see is `not-found`. */
function act(viewer: Viewer, id: string, toCommand: (given: Given) => Command, settings: Settings, now: Date): Answered {
  return untilSaved(async () => {
    const found = await loadProposal(id);
    const kind = found && partOf(viewer, found);
    if (!found || !kind) return refuse("not-found");
    const open = await loadOpenProposals(found.menteeId);
    // What was found may be one of them, so that all is read again; while a sweep holds one, it is still there.
    if (await expireOverdue(open, now)) return null;
    const circumstances = await loadCircumstances(found.menteeId, found.mentorId, id, settings, now);
    if (!circumstances) return refuse("not-found");
    const command = toCommand({ actor: { kind, memberId: viewer.memberId }, circumstances });
    const decided = decide(found, command, now);
    if (!decided.ok) return decided;
    const overtaken = decided.opening ? await findOvertaken(decided.proposal, decided.opening, open) : [];
    await save([decided, ...closing(overtaken, now)], "all-or-nothing");
    // What was sent at the same moment.
    if (decided.opening || command.type === "reopen") await closeOvertaken({ menteeId: found.menteeId }, settings, now);
    if (decided.opening) await closeOvertaken({ mentorId: found.mentorId }, settings, now);
    return done(decided.proposal);
  });
}

/**
 * The open proposals that an acceptance overtakes: of a mentee who has found somebody in this programme, and to a mentor who has no place
 * left, in this programme or at all.
 */
async function findOvertaken(
  { id, mentorId, programmeId }: Proposal,
  { isLastOfMentor, isLastOfMentee, isLastHere = false }: Opening,
  openOfMentee: Proposal[],
): Promise<Closable[]> {
  const isHere = (other: Proposal) => other.id !== id && other.programmeId === programmeId;
  const ofMentee = isLastOfMentee ? openOfMentee.filter(isHere) : [];
  const openToMentor = isLastOfMentor || isLastHere ? await loadOpenTo(mentorId) : [];
  const toMentor = openToMentor.filter((other) => other.id !== id && (isLastOfMentor || isHere(other)));
  return [
    ...ofMentee.map((proposal) => ({ proposal, because: "mentee-matched" as const })),
    ...toMentor.map((proposal) => ({ proposal, because: "mentor-full" as const })),
  ];
}

/** Closes what is open to a mentor who has no place left, such as after they lowered the number of places. Returns how many. */
export function closeIfFull({ memberId }: Viewer, settings: Settings, now: Date): Promise<number> {
  return closeOvertaken({ mentorId: memberId }, settings, now);
}

/** A mentor who pauses closes what is open to them. Returns how many. */
export function closeForPause({ memberId }: Viewer, now: Date): Promise<number> {
  return closeOpenTo(memberId, now);
}

interface Seen {
  id: string;
  /** The version that the member of staff saw. */
  seen: number;
}

/** Staff give the mentor more days to answer. Both are told. */
export function extend(viewer: Viewer, which: Seen, days: number, settings: Settings, now: Date) {
  const { timeZone } = settings.society;
  return actAsStaff(viewer, which, (actor) => ({ type: "extend", actor, days, timeZone }), now);
}

/** Staff remind the mentor, who has not heard of it yet today. */
export function remindByStaff(viewer: Viewer, which: Seen, settings: Settings, now: Date) {
  const { timeZone } = settings.society;
  return actAsStaff(viewer, which, (actor) => ({ type: "remind-by-staff", actor, timeZone }), now);
}

/** Staff withdraw an unanswered proposal, with words that both read. */
export function withdrawByStaff(viewer: Viewer, which: Seen, words: string, now: Date) {
  return actAsStaff(viewer, which, (actor) => ({ type: "withdraw-by-staff", actor, words }), now);
}

/** Staff act on a proposal as they saw it: whoever was quicker with it since has won, and they are told. Refuses what is their own. */
async function actAsStaff(
  { staff, memberId }: Viewer,
  { id, seen }: Seen,
  toCommand: (actor: Actor) => Command,
  now: Date,
): Promise<Result<null, StaffRefusal>> {
  if (staff === "none") return refuse("not-staff");
  const found = isId(id) ? await loadProposal(id) : null;
  if (!found) return refuse("not-found");
  const decided = decide(found, toCommand({ kind: "staff", memberId }), now);
  if (!decided.ok) return decided;
  const saved = found.version === seen ? await save([decided], "what-is-free") : [];
  return saved.length > 0 ? done(null) : refuse("changed-meanwhile");
}

/** Withdraws every open proposal of a member whose account goes, as mentee and as mentor. Returns how many. */
export async function closeAll(memberId: string, now: Date): Promise<Result<number, CommandRefusal>> {
  return untilSaved(async () => {
    const because = ({ menteeId }: Proposal) => (menteeId === memberId ? "mentee-left" : "mentor-left");
    const closable = (await loadOpenOf(memberId)).map((proposal) => ({ proposal, because: because(proposal) }) as const);
    return done((await save(closing(closable, now), "all-or-nothing")).length);
  });
}
