import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { isPastDeadline } from "./deadlines";
import { decide } from "./decide";
import { loadCircumstances, loadOpenProposals, loadOvertaken, loadProposal } from "./load";
import type { Actor, Command, Decision, Proposal, ProposalWords, RefusalReason } from "./proposal";
import { fromRow, PROPOSAL_COLUMNS } from "./row";
import { save, wasChangedMeanwhile } from "./save";

const CLOCK: Actor = { kind: "clock" };
const SYSTEM: Actor = { kind: "system" };

/** How often we look and decide again when somebody else was quicker, before we give up and say so. */
const TRIES = 5;

/** A command as a page gives it; who gives it follows from the viewer. */
export type MemberCommand =
  | { type: "edit"; words: ProposalWords }
  | { type: "accept"; seenText: number }
  | { type: "reject"; reason: string | null }
  | { type: "withdraw" | "reopen" };

export type CommandRefusal = RefusalReason | "not-found";

/**
 * A mentee's proposal to a mentor. Sending the same words again while it is open (a button pressed twice, a form sent
 * again) is the same proposal, not another one. Returns its id; refuses with `not-found` when there is no such mentor.
 */
export async function send(
  viewer: Viewer,
  mentorId: string,
  words: ProposalWords,
  settings: Settings,
  now: Date,
): Promise<Result<string, CommandRefusal>> {
  const actor: Actor = { kind: "mentee", memberId: viewer.memberId };
  if (!viewer.isMentee) return refuse("not-yours");
  return retry(async () => {
    await settle(await loadOpenProposals(viewer.memberId), now);
    const circumstances = await loadCircumstances(viewer.memberId, mentorId, null, settings, now);
    if (!circumstances) return refuse("not-found");
    const command: Command = {
      type: "send",
      actor,
      id: randomUUID(),
      menteeId: viewer.memberId,
      mentorId,
      words,
      circumstances,
    };
    const decided = decide(null, command, now);
    if (decided.ok) {
      await save([decided], "all-or-nothing");
      await closeOvertaken(viewer.memberId, settings, now);
      return done(command.id);
    }
    const sameAgain = decided.reason === "already-open" ? await findSame(viewer.memberId, mentorId, words) : null;
    return sameAgain ? done(sameAgain) : decided;
  });
}

/** One of the two acts on a proposal: load, allow, decide, save. What the viewer may not see is `not-found`. */
export async function run(
  viewer: Viewer,
  id: string,
  command: MemberCommand,
  settings: Settings,
  now: Date,
): Promise<Result<Proposal, CommandRefusal>> {
  return retry(async () => {
    const found = await loadProposal(id);
    const actor = found && actorOf(viewer, found);
    if (!found || !actor) return refuse("not-found");
    const open = await loadOpenProposals(found.menteeId);
    if (await settle(open, now)) return run(viewer, id, command, settings, now);
    const circumstances = await loadCircumstances(found.menteeId, found.mentorId, id, settings, now);
    if (!circumstances) return refuse("not-found");
    const decided = decide(found, { ...command, actor, circumstances } as Command, now);
    if (!decided.ok) return decided;
    const isLastPlace = decided.opening && circumstances.mentee.takenPlaces.length + 1 >= circumstances.mentorsPerMentee;
    const others = isLastPlace ? open.filter((other) => other.id !== id) : [];
    await save([decided, ...closing(others, () => "mentee-matched", now)], "all-or-nothing");
    if (decided.opening || command.type === "reopen") await closeOvertaken(found.menteeId, settings, now);
    return done(decided.proposal);
  });
}

/** Withdraws every open proposal of a member whose account goes, as mentee and as mentor. Returns how many. */
export async function closeAll(memberId: string, now: Date): Promise<Result<number, CommandRefusal>> {
  return retry(async () => {
    const where = { status: "sent", OR: [{ menteeId: memberId }, { mentorId: memberId }] };
    const rows = await db().proposal.findMany({ where, select: PROPOSAL_COLUMNS });
    const becauseOf = (proposal: Proposal) => (proposal.menteeId === memberId ? "mentee-left" : "mentor-left");
    return done((await save(closing(rows.map(fromRow), becauseOf, now), "all-or-nothing")).length);
  });
}

/**
 * Closes open proposals that something at the same moment has overtaken: sent while another was being accepted, or while
 * an account or a role was going. Of one mentee, or of everybody (null). Returns how many.
 */
export async function closeOvertaken(menteeId: string | null, settings: Settings, now: Date): Promise<number> {
  const overtaken = await loadOvertaken(menteeId, settings.relationships.mentorsPerMentee);
  const rows = await db().proposal.findMany({ where: { id: { in: [...overtaken.keys()] } }, select: PROPOSAL_COLUMNS });
  const becauseOf = (proposal: Proposal) => overtaken.get(proposal.id) ?? "mentee-matched";
  return (await save(closing(rows.map(fromRow), becauseOf, now), "what-is-free")).length;
}

type Because = Extract<Command, { type: "close" }>["because"];

/** The date decides: what is past its deadline has expired, and is not closed. Who is going is told nothing. */
function closing(proposals: Proposal[], becauseOf: (proposal: Proposal) => Because, now: Date): Decision[] {
  return proposals.flatMap((proposal) => {
    const because = becauseOf(proposal);
    const command: Command = isPastDeadline(proposal, now)
      ? { type: "expire", actor: CLOCK }
      : { type: "close", actor: SYSTEM, because };
    const decided = decide(proposal, command, now);
    if (!decided.ok) return [];
    const leaving = because === "mentee-matched" ? null : because === "mentee-left" ? proposal.menteeId : proposal.mentorId;
    return [{ ...decided, notices: decided.notices.filter(({ to }) => to !== leaving) }];
  });
}

/** The date decides: what is past its deadline is expired before anything else is decided. True when there was any. */
async function settle(open: Proposal[], now: Date): Promise<boolean> {
  const overdue = open.filter((proposal) => isPastDeadline(proposal, now));
  const decisions = overdue.map((proposal) => decide(proposal, { type: "expire", actor: CLOCK }, now));
  await save(
    decisions.filter((decided) => decided.ok),
    "what-is-free",
  );
  return overdue.length > 0;
}

async function findSame(menteeId: string, mentorId: string, words: ProposalWords): Promise<string | null> {
  const open = (await loadOpenProposals(menteeId)).find((proposal) => proposal.mentorId === mentorId);
  if (!open) return null;
  const text = await db().proposalText.findUnique({
    where: { proposalId_number: { proposalId: open.id, number: open.textNumber } },
    select: { objectives: true, topics: true, methods: true, meeting: true, contribution: true },
  });
  return isDeepStrictEqual(text, words) ? open.id : null;
}

function actorOf({ memberId }: Viewer, { menteeId, mentorId }: Proposal): Actor | null {
  if (memberId === menteeId) return { kind: "mentee", memberId };
  if (memberId === mentorId) return { kind: "mentor", memberId };
  return null;
}

/** Looks and decides again while somebody else is quicker, and gives up in words. */
async function retry<Value>(attempt: () => Promise<Result<Value, CommandRefusal>>): Promise<Result<Value, CommandRefusal>> {
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!wasChangedMeanwhile(error)) throw error;
    }
  }
  return refuse("changed-meanwhile");
}
