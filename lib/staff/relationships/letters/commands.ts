import { db } from "@/lib/foundation/db/client";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import type { Notice } from "@/lib/notify/notices/notice";
import { SEEN } from "@/lib/staff/relationships/conditions";
import type { LetterDraft } from "@/lib/staff/relationships/input";
import { LETTER_NOTICES, type LetterNotice } from "../notices";

export type LetterRefusal = "not-staff" | "not-found" | "changed-meanwhile" | "already-sent" | "own" | "partner-left";

/** The two of a proposal, and of the relationship that it may have become. */
interface Addressees {
  menteeId: string;
  mentorId: string;
  isRelationship: boolean;
  isMenteeHere: boolean;
  isMentorHere: boolean;
  seen: string;
}

/**
 * Staff write to both of two, in the society's name or on behalf of one, or to one of them alone, of which the other hears nothing:
 * whoever it is for is told in the product and by mail. The same form sent
 * again is the same letter, and with other words another one. Refuses the same words from another form within a day (`already-sent`: a
 * colleague was quicker, or somebody went back and pressed once more), and when one of the two has moved on since it was begun, or has
 * left for good.
 */
export async function writeLetter(
  viewer: Viewer,
  draft: LetterDraft,
  now: Date,
): Promise<Kept<"proposal" | "relationship"> | Refusal<LetterRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const two = await findTwo(draft.id);
  if (!two) return refuse("not-found");
  if (viewer.memberId === two.menteeId || viewer.memberId === two.mentorId) return refuse("own");
  const what = two.isRelationship ? "relationship" : "proposal";
  return once(draft.letterId, toSaid(draft), async (letterId) => {
    const letter = { ...draft, letterId };
    const there = await findLetter(letterId);
    if (there) return taken(what, JSON.stringify(there) === JSON.stringify(toSaid(draft)));
    if (await wasSentLately(letter, now)) return refuse("already-sent");
    if (!isReachable(two, draft)) return refuse("partner-left");
    if (await write(viewer, letter, two, now)) return done(what);
    const quicker = await findLetter(letterId);
    if (quicker) return taken(what, JSON.stringify(quicker) === JSON.stringify(toSaid(draft)));
    return refuse("changed-meanwhile");
  });
}

function isReachable({ isMenteeHere, isMentorHere }: Addressees, { to }: LetterDraft): boolean {
  return (to === "mentor" || isMenteeHere) && (to === "mentee" || isMentorHere);
}

/** All that makes a letter another one. */
function toSaid({ id, to, behalfOf, subject, words }: Pick<LetterDraft, "id" | "to" | "behalfOf" | "subject" | "words">) {
  return [id, to, behalfOf, subject, words];
}

async function findLetter(letterId: string): Promise<unknown[] | null> {
  const select = { proposalId: true, toOne: true, behalfOf: true, subject: true, words: true } as const;
  const found = await db().staffLetter.findUnique({ where: { id: letterId }, select });
  return found && [found.proposalId, found.toOne ?? "both", found.behalfOf ?? "society", found.subject, found.words];
}

async function findTwo(id: string): Promise<Addressees | null> {
  const [two] = await db().$queryRaw<Addressees[]>`
    SELECT p."menteeId", p."mentorId", r."id" IS NOT NULL AS "isRelationship", ${SEEN} AS "seen",
      mentee."status" <> 'deleted' AS "isMenteeHere", mentor."status" <> 'deleted' AS "isMentorHere"
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
    JOIN "members" mentee ON mentee."id" = p."menteeId" JOIN "members" mentor ON mentor."id" = p."mentorId"
    WHERE p."id" = ${id}::uuid`;
  return two ?? null;
}

/** Whether they have had just these words within a day, in another letter. */
async function wasSentLately(draft: LetterDraft, now: Date): Promise<boolean> {
  const { id, letterId, subject, words } = draft;
  const lately = new Date(now.getTime() - 86_400_000);
  const same = { ...toColumns(draft), subject, words, at: { gt: lately } };
  return (await db().staffLetter.count({ where: { proposalId: id, NOT: { id: letterId }, ...same } })) > 0;
}

function toColumns({ to, behalfOf }: LetterDraft) {
  return { toOne: to === "both" ? null : to, behalfOf: behalfOf === "society" ? null : behalfOf };
}

async function write(viewer: Viewer, draft: LetterDraft, two: Addressees, now: Date): Promise<boolean> {
  const { id, letterId, seen, subject, words } = draft;
  const { toOne, behalfOf } = toColumns(draft);
  const notice = (role: "mentee" | "mentor"): Notice<LetterNotice> => ({
    key: `letter:${letterId}:${role}`,
    to: role === "mentee" ? two.menteeId : two.mentorId,
    role,
    kind: "letter",
    proposalId: id,
    // What is for one alone is not about the other.
    aboutId: toOne ? null : role === "mentee" ? two.mentorId : two.menteeId,
    data: toOne ? { letterId, isAlone: true } : { letterId },
  });
  const said = {
    facts: [
      {
        at: now,
        actor: "staff",
        actorId: viewer.memberId,
        fact: toOne ? "letter-sent-to-one" : "letter-sent",
        subject: two.isRelationship ? "relationship" : "proposal",
        subjectId: id,
        data: { letter: letterId, behalfOf, ...(toOne && { to: toOne }) },
      } as const,
    ],
    notices: toOne ? [notice(toOne)] : [notice("mentee"), notice("mentor")],
  };
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH written AS (
      INSERT INTO "staff_letters" ("id", "proposalId", "authorId", "toOne", "behalfOf", "subject", "words", "at")
      SELECT ${letterId}::uuid, p."id", ${viewer.memberId}::uuid, ${toOne}, ${behalfOf}, ${subject}, ${words}, ${now}::timestamptz
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
