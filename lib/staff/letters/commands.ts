import { db, type Prisma } from "@/lib/foundation/db/client";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { findUnknown } from "@/lib/notify/letters/placeholders";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isAddressed } from "./conditions";
import { stopped, whenToSend, whyNot } from "./decide";
import { cleanFilters } from "./input";
import type { LetterCommand, LetterList, LetterRefusal, LetterText, MemberLetter } from "./letter";
import { MEMBER_LETTER_NOTICES } from "./notices";
import { findExample, reachesPair } from "./pairs/queries";
import { placeholdersFor } from "./placeholders";
import { findAddressee } from "./queries";

type Begun = LetterText & Pick<MemberLetter, "id" | "memberId" | "filters"> & { list?: LetterList };

const COLUMNS = {
  ...{ id: true, list: true, memberId: true, filters: true, programmeIds: true, authorId: true, subject: true, words: true },
  ...{ status: true, version: true, pairsRead: true, dueAt: true, startedAt: true, endedAt: true },
} as const;

/**
 * Keeps a new letter as a draft, which reaches nobody until it is sent. The same form sent again is the same draft, and with other
 * words another one beside it. Returns its id; refuses a letter to one member who is not there (`not-found`).
 */
export async function begin(
  viewer: Viewer,
  draft: Begun,
  now: Date,
): Promise<Kept<string> | Refusal<"not-staff" | "not-found">> {
  const scope = scopeOf(viewer, "letters");
  if (scope === null) return refuse("not-staff");
  const { list = "members", subject, words } = draft;
  const memberId = list === "members" ? draft.memberId : null;
  const filters = memberId === null ? cleanFilters(list, draft.filters) : "";
  if (memberId !== null && !(await findAddressee(viewer, memberId))) return refuse("not-found");
  const programmeIds = scope === "all" ? [] : [...scope];
  const said = [list, memberId, filters, subject, words];
  return once(draft.id, said, async (id) => {
    const inserted = await db().$executeRaw`
      INSERT INTO "member_letters" ("id", "authorId", "list", "memberId", "filters", "programmeIds", "subject", "words", "changedAt")
      VALUES (${id}::uuid, ${viewer.memberId}::uuid, ${list}, ${memberId}::uuid, ${filters}, ${programmeIds}::uuid[], ${subject}, ${words}, ${now}::timestamptz)
      ON CONFLICT DO NOTHING`;
    if (inserted > 0) return done(id);
    const there = await load(viewer, id);
    const kept = there && [there.list, there.memberId, there.filters, there.subject, there.words];
    return taken(id, JSON.stringify(kept) === JSON.stringify(said));
  });
}

type Seen = Pick<MemberLetter, "id"> & { seen: number };

/** Other words for a draft. */
export async function edit(viewer: Viewer, { id, seen }: Seen, text: LetterText, now: Date): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "edit");
  return found.ok ? change(found.value, { ...text, authorId: viewer.memberId, changedAt: now }) : found;
}

/** Deletes a draft. */
export async function discard(viewer: Viewer, { id, seen }: Seen): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "discard");
  if (!found.ok) return found;
  const { count } = await db().memberLetter.deleteMany({ where: { id, version: seen, status: found.value.status } });
  return count > 0 ? done(found.value) : refuse("changed-meanwhile");
}

/**
 * Sends a draft: from `at`, or from now. The request only notes that; the sweep reads the list then, and writes to those whom it finds.
 * Refuses just the same words to the same list or member within a day (`already-sent`), and a list with nobody on it.
 * Placeholders were checked with the form; the words are looked through once more, so that no mail can fail at one.
 */
export async function send(
  viewer: Viewer,
  { id, seen, at }: Seen & { at: Date | null },
  settings: Settings,
  now: Date,
): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "send");
  if (!found.ok) return found;
  const due = whenToSend(at, settings.society.timeZone, now);
  if (!due.ok) return due;
  const { list, subject, words } = found.value;
  if (findUnknown(placeholdersFor(list), subject, words) !== null) return refuse("unknown-placeholder");
  if (!(await isForSomebody({ ...found.value, authorId: viewer.memberId }, settings, now))) return refuse("nobody");
  if (await wasSentLately(found.value, now)) return refuse("already-sent");
  const data = { status: "scheduled", dueAt: due.value, authorId: viewer.memberId, changedAt: now };
  return change(found.value, data);
}

/**
 * Stops a letter: one that nobody has been told of is a draft again. Of one that is being sent, the rest is not sent, and neither are
 * mails of it that have not left yet; those who have been told keep it.
 */
export async function stop(viewer: Viewer, { id, seen }: Seen, now: Date): Promise<Changed> {
  const found = await allow(viewer, { id, seen }, "stop");
  if (!found.ok) return found;
  const status = stopped(found.value);
  const count = await db().$executeRaw`
    WITH stopped AS MATERIALIZED (
      UPDATE "member_letters" SET "status" = ${status}, "dueAt" = NULL, "changedAt" = ${now}::timestamptz, "version" = "version" + 1,
        "endedAt" = CASE WHEN ${status} = 'stopped' THEN ${now}::timestamptz END
      WHERE "id" = ${id}::uuid AND "version" = ${seen} AND "status" = ${found.value.status} RETURNING "id"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'letter-to-many-stopped', 'letter', NULL,
      jsonb_build_object('letter', "id") FROM stopped`;
  return count > 0 ? found : refuse("changed-meanwhile");
}

/** A mail of it to the viewer, who alone gets it, with their own name in it, and a partner from the list; once for each form. */
export async function sendTest(
  viewer: Viewer,
  { id, formId }: { id: string; formId: string },
  settings: Settings,
  now: Date,
): Promise<Result<void, LetterRefusal>> {
  const found = await allow(viewer, { id, seen: null }, "test");
  if (!found.ok) return found;
  const aboutId = found.value.list === "relationships" ? await findExample(found.value, settings, now) : null;
  await db().$executeRaw`
    WITH told AS MATERIALIZED (
      SELECT ${`letter-test:${id}:${formId}`}::text AS "key", ${viewer.memberId}::uuid AS "to", NULL::text AS "role",
        'letter-test' AS "kind", NULL::uuid AS "proposalId", ${aboutId}::uuid AS "aboutId",
        jsonb_build_object('letterId', ${id}::text) AS "data", ${now}::timestamptz AS "at"
    ), ${NOTIFIED}, ${mailed(MEMBER_LETTER_NOTICES)}
    SELECT 1`;
  return done(undefined);
}

type Changed = Result<MemberLetter, LetterRefusal>;

/** `seen` is null where it does not matter whether it has changed. */
async function allow(
  viewer: Viewer,
  { id, seen }: { id: string; seen: number | null },
  command: LetterCommand,
): Promise<Changed> {
  if (scopeOf(viewer, "letters") === null) return refuse("not-staff");
  const letter = await load(viewer, id);
  if (!letter) return refuse("not-found");
  const refusal = whyNot(letter, command);
  if (refusal) return refuse(refusal);
  return seen === null || letter.version === seen ? done(letter) : refuse("changed-meanwhile");
}

/** A coordinator has those that they wrote to members of programmes which they still look after. */
async function load(viewer: Viewer, id: string): Promise<MemberLetter | null> {
  const scope = scopeOf(viewer, "letters");
  const letter = (await db().memberLetter.findUnique({ where: { id }, select: COLUMNS })) as MemberLetter | null;
  if (!letter || scope === null) return null;
  return scope === "all" || (letter.authorId === viewer.memberId && isOfProgrammes(letter, scope)) ? letter : null;
}

function isOfProgrammes({ programmeIds }: MemberLetter, scope: readonly string[]): boolean {
  return programmeIds.length > 0 && programmeIds.every((id) => scope.includes(id));
}

/** Only if it is as it was loaded: a colleague, or the sweep, may have been quicker. */
async function change(letter: MemberLetter, data: Prisma.MemberLetterUncheckedUpdateManyInput): Promise<Changed> {
  const { id, version, status } = letter;
  const where = { id, version, status };
  const { count } = await db().memberLetter.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  return count > 0 ? done(letter) : refuse("changed-meanwhile");
}

async function isForSomebody(letter: MemberLetter, settings: Settings, now: Date): Promise<boolean> {
  if (letter.list === "relationships") return reachesPair(letter, settings, now);
  const [row] = await db().$queryRaw<{ isThere: boolean }[]>`
    SELECT EXISTS (SELECT FROM "members" m WHERE ${isAddressed(letter, settings, now)}
      AND m."status" NOT IN ('suspended', 'deleted')) AS "isThere"`;
  return row?.isThere ?? false;
}

async function wasSentLately({ id, list, memberId, filters, subject, words }: MemberLetter, now: Date): Promise<boolean> {
  const lately = new Date(now.getTime() - 86_400_000);
  const sent = { OR: [{ startedAt: { gt: lately } }, { status: "scheduled" }] };
  return (await db().memberLetter.count({ where: { ...sent, list, memberId, filters, subject, words, NOT: { id } } })) > 0;
}
