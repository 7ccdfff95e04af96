import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { cancelAhead } from "@/lib/mentoring/meetings/clockwork";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import type { Notice } from "@/lib/notify/notices/notice";
import { decide as decideProposal } from "@/lib/pairing/proposals/decide";
import { loadProposal } from "@/lib/pairing/proposals/load";
import type { Command as ProposalCommand, RefusalReason as ProposalRefusal } from "@/lib/pairing/proposals/proposal";
import { save as saveProposals } from "@/lib/pairing/proposals/save";
import { decide as decideRelationship } from "@/lib/pairing/relationships/decide";
import type {
  Command as RelationshipCommand,
  RefusalReason as RelationshipRefusal,
} from "@/lib/pairing/relationships/relationship";
import { fromRow, RELATIONSHIP_COLUMNS } from "@/lib/pairing/relationships/row";
import { save as saveRelationships } from "@/lib/pairing/relationships/save";
import type { Settings } from "@/lib/society/settings/settings";
import { SEEN } from "./conditions";
import type { LetterDraft } from "./input";
import { LETTER_NOTICES, type LetterNotice } from "./notices";

type General = "not-staff" | "not-found" | "changed-meanwhile";
export type OversightRefusal =
  | General
  | "already-sent"
  | Extract<ProposalRefusal, "own" | "not-open" | "too-late" | "too-many-days" | "partner-left">
  | Extract<RelationshipRefusal, "already-ended" | "unknown-months">;

/** What staff do to a proposal; who gives it follows from the viewer. */
export type ProposalStep = { type: "extend"; days: number } | { type: "withdraw-by-staff"; words: string };
/** What staff do to a relationship. */
export type RelationshipStep =
  | { type: "end-by-staff"; reason: string; isShared: boolean }
  | { type: "extend-by-staff"; months: number };

/**
 * Staff act on an unanswered proposal, as they saw it: whoever was quicker with it since has won, and they are told. Both
 * members are told what was done. Refuses those who are not staff, and what is their own.
 */
export async function actOnProposal(
  viewer: Viewer,
  id: string,
  seen: number,
  step: ProposalStep,
  { society: { timeZone } }: Settings,
  now: Date,
): Promise<Result<null, OversightRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const found = isId(id) ? await loadProposal(id) : null;
  if (!found) return refuse("not-found");
  const actor = { kind: "staff", memberId: viewer.memberId } as const;
  const command: ProposalCommand = step.type === "extend" ? { ...step, actor, timeZone } : { ...step, actor };
  const decided = decideProposal(found, command, now);
  if (!decided.ok) return decided as Refusal<OversightRefusal>;
  const saved = found.version === seen ? await saveProposals([decided], "what-is-free") : [];
  return saved.length > 0 ? done(null) : refuse("changed-meanwhile");
}

/** The same for a relationship. What it had planned is called off at once when it ends. */
export async function actOnRelationship(
  viewer: Viewer,
  id: string,
  seen: number,
  step: RelationshipStep,
  { society: { timeZone } }: Settings,
  now: Date,
): Promise<Result<null, OversightRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const row = isId(id) ? await db().relationship.findUnique({ where: { id }, select: RELATIONSHIP_COLUMNS }) : null;
  if (!row) return refuse("not-found");
  const actor = { kind: "staff", memberId: viewer.memberId } as const;
  const command: RelationshipCommand = { ...step, actor };
  const decided = decideRelationship(fromRow(row), command, { now, timeZone });
  if (!decided.ok) return decided as Refusal<OversightRefusal>;
  const saved = row.version === seen ? await saveRelationships([decided]) : [];
  if (saved.length === 0) return refuse("changed-meanwhile");
  if (step.type === "end-by-staff") await cancelAhead([id], now);
  return done(null);
}

interface Pair {
  menteeId: string;
  mentorId: string;
  isRelationship: boolean;
  isReachable: boolean;
  seen: string;
}

/**
 * Staff write to both of a pair, in the society's name or on behalf of one: each is told in the product and by mail. The same form sent
 * again is the same letter, and with other words another one. Refuses the same words from another form within a day (`already-sent`: a
 * colleague was quicker, or somebody went back and pressed once more), and when one of the two has moved on since it was begun, or has
 * left for good.
 */
export async function writeToBoth(
  viewer: Viewer,
  draft: LetterDraft,
  now: Date,
): Promise<Kept<"proposal" | "relationship"> | Refusal<OversightRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const pair = await findPair(draft.id);
  if (!pair) return refuse("not-found");
  if (viewer.memberId === pair.menteeId || viewer.memberId === pair.mentorId) return refuse("own");
  const what = pair.isRelationship ? "relationship" : "proposal";
  return once(draft.letterId, toSaid(draft), async (letterId) => {
    const letter = { ...draft, letterId };
    const there = await findLetter(letterId);
    if (there) return taken(what, JSON.stringify(there) === JSON.stringify(toSaid(draft)));
    if (await wasSentLately(letter, now)) return refuse("already-sent");
    if (!pair.isReachable) return refuse("partner-left");
    if (await write(viewer, letter, pair, now)) return done(what);
    const quicker = await findLetter(letterId);
    if (quicker) return taken(what, JSON.stringify(quicker) === JSON.stringify(toSaid(draft)));
    return refuse("changed-meanwhile");
  });
}

/** All that makes a letter another one. */
function toSaid({ id, behalfOf, subject, words }: Pick<LetterDraft, "id" | "behalfOf" | "subject" | "words">) {
  return [id, behalfOf, subject, words];
}

async function findLetter(letterId: string): Promise<unknown[] | null> {
  const select = { proposalId: true, behalfOf: true, subject: true, words: true } as const;
  const found = await db().staffLetter.findUnique({ where: { id: letterId }, select });
  return found && [found.proposalId, found.behalfOf ?? "society", found.subject, found.words];
}

async function findPair(id: string): Promise<Pair | null> {
  const [pair] = await db().$queryRaw<Pair[]>`
    SELECT p."menteeId", p."mentorId", r."id" IS NOT NULL AS "isRelationship", ${SEEN} AS "seen",
      mentee."status" <> 'deleted' AND mentor."status" <> 'deleted' AS "isReachable"
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" mentee ON mentee."id" = p."menteeId" JOIN "members" mentor ON mentor."id" = p."mentorId"
    WHERE p."id" = ${id}::uuid`;
  return pair ?? null;
}

/** Whether the two have had just these words within a day, in another letter. */
async function wasSentLately({ id, letterId, behalfOf, subject, words }: LetterDraft, now: Date): Promise<boolean> {
  const lately = new Date(now.getTime() - 86_400_000);
  const same = { behalfOf: behalfOf === "society" ? null : behalfOf, subject, words, at: { gt: lately } };
  return (await db().staffLetter.count({ where: { proposalId: id, NOT: { id: letterId }, ...same } })) > 0;
}

async function write(viewer: Viewer, draft: LetterDraft, pair: Pair, now: Date): Promise<boolean> {
  const { id, letterId, seen, subject, words } = draft;
  const behalfOf = draft.behalfOf === "society" ? null : draft.behalfOf;
  const notice = (role: "mentee" | "mentor"): Notice<LetterNotice> => ({
    key: `letter:${letterId}:${role}`,
    to: role === "mentee" ? pair.menteeId : pair.mentorId,
    role,
    kind: "letter",
    proposalId: id,
    aboutId: role === "mentee" ? pair.mentorId : pair.menteeId,
    data: { letterId },
  });
  const said = {
    facts: [
      {
        at: now,
        actor: "staff",
        actorId: viewer.memberId,
        fact: "letter-sent",
        subject: pair.isRelationship ? "relationship" : "proposal",
        subjectId: id,
        data: { letter: letterId, behalfOf },
      } as const,
    ],
    notices: [notice("mentee"), notice("mentor")],
  };
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH written AS (
      INSERT INTO "staff_letters" ("id", "proposalId", "authorId", "behalfOf", "subject", "words", "at")
      SELECT ${letterId}::uuid, p."id", ${viewer.memberId}::uuid, ${behalfOf}, ${subject}, ${words}, ${now}::timestamptz
      FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
      WHERE p."id" = ${id}::uuid AND ${SEEN} = ${seen}
      ON CONFLICT DO NOTHING
      RETURNING "proposalId"
    ), saved AS MATERIALIZED (
      SELECT "proposalId" AS "id" FROM written
    ), ${consequencesOf([said], LETTER_NOTICES)}
    SELECT "id" FROM saved`;
  return rows.length > 0;
}
