import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import type { RenderedMail } from "@/lib/notify/letters/render";
import { definitionOf, type Notices } from "@/lib/notify/notices/define";
import { type Edit, type Edited, type Shelf, saveEdit, saveRestored } from "@/lib/society/content/editing";
import { canDiffer, type EditablePassage, listEditable } from "./list";
import { type MailOf, type OwnPassage, TEST_KIND } from "./mail-words";
import { findProblems } from "./problems";
import { findSaved, findVersion, hasProgramme } from "./queries";
import { shapeOf, toOwn, toTexts, toWords } from "./texts";
import type { WordsRefusal } from "./wording";

type Refused<Reason extends WordsRefusal = WordsRefusal> = { ok: false; reason: Reason };

/**
 * An administrator saves words for a kind of mail as its next version: a draft that goes into no mail, or published, and then in every mail of the
 * kind that is written from then on. Refuses a form of passages that the kind has no more, with the problems of each box, or with a
 * clash if somebody else changed the same box.
 */
export async function saveWords(
  actor: Viewer,
  { shape, ...edit }: Edit & { shape: string },
  mails: MailOf,
  notices: Notices,
  now: Date,
): Promise<Edited | Refused> {
  const allowed = await allow(actor, mails, notices);
  if (!allowed.ok) return allowed;
  if (shape !== shapeOf(allowed.value)) return refuse("other-passages");
  const shelf = await shelfOf(actor, mails, notices, allowed.value, edit.isPublishing ? "published" : "drafted", now);
  const problems = shelf.findProblems(edit.typed);
  if (Object.keys(problems).length > 0) return { ok: false, reason: "unfit", problems };
  return saveEdit(edit, shelf);
}

/** An earlier version becomes a new draft. What is published stays as it is. */
export async function restoreWords(
  actor: Viewer,
  mails: MailOf,
  number: number,
  notices: Notices,
  now: Date,
): Promise<Result<null, WordsRefusal>> {
  const allowed = await allow(actor, mails, notices);
  if (!allowed.ok) return allowed;
  return saveRestored(number, await shelfOf(actor, mails, notices, allowed.value, "restored", now));
}

/** From now on the mails go out in our words again, or in the society's where a programme had its own. */
export async function backToOurs(
  actor: Viewer,
  mails: MailOf,
  notices: Notices,
  now: Date,
): Promise<Result<null, WordsRefusal>> {
  const allowed = await allow(actor, mails, notices);
  if (!allowed.ok) return allowed;
  const given = await retry<Result<null, WordsRefusal>>(async () => {
    const { newest } = await findSaved(mails);
    if (!newest || (newest.publishedAt && newest.passages.length === 0)) return refuse("ours-already");
    const isSaved = await insert({ actor, mails, passages: [], from: newest.number, fact: "given-back", now });
    return isSaved ? done(null) : null;
  });
  return given ?? refuse("busy");
}

/** A mail as it would be, to the administrator alone; once for each form. `aboutId`: whose name is in it. */
export async function sendTest(
  actor: Viewer,
  mail: { kind: string; formId: string; aboutId: string | null; rendered: RenderedMail },
  notices: Notices,
  now: Date,
): Promise<Result<null, WordsRefusal>> {
  const allowed = await allow(actor, { kind: mail.kind, programmeId: null }, notices);
  if (!allowed.ok) return allowed;
  const { subject, html, text } = mail.rendered;
  await db().$executeRaw`
    INSERT INTO "mails" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt", "status", "nextAttemptAt",
      "toAddress", "subject", "html", "text")
    VALUES (${`${TEST_KIND}:${mail.formId}`}, ${actor.memberId}::uuid, NULL, ${TEST_KIND}, NULL, ${mail.aboutId}::uuid, '{}'::jsonb,
      ${now}::timestamptz, 'waiting', ${now}::timestamptz, ${actor.email}, ${subject}, ${html}, ${text})
    ON CONFLICT DO NOTHING`;
  return done(null);
}

async function allow(
  actor: Viewer,
  { kind, programmeId }: MailOf,
  notices: Notices,
): Promise<Result<readonly EditablePassage[], "admin-only" | "not-found">> {
  if (actor.staff !== "admin") return refuse("admin-only");
  const passages = listEditable(notices, kind);
  if (!passages) return refuse("not-found");
  const isThere = programmeId === null || (canDiffer(notices, kind) && (await hasProgramme(programmeId)));
  if (!isThere) return refuse("not-found");
  return done(passages);
}

type SavedAs = "drafted" | "published" | "restored" | "given-back";

async function shelfOf(
  actor: Viewer,
  mails: MailOf,
  notices: Notices,
  passages: readonly EditablePassage[],
  fact: SavedAs,
  now: Date,
): Promise<Shelf> {
  const base = toWords((await findSaved(mails)).base);
  const group = definitionOf(notices, mails.kind)?.group ?? "security";
  const textsOf = (own: readonly OwnPassage[]) => toTexts(passages, toWords(own), base);
  return {
    findProblems: (texts) => findProblems(passages, texts, group),
    async findNewest() {
      const { newest, publishedNumber } = await findSaved(mails);
      const number = newest?.number ?? 0;
      const texts = textsOf(newest?.passages ?? []);
      return { number, texts, isLive: number === (publishedNumber ?? 0), authorName: newest?.authorName ?? null };
    },
    async findTexts(number) {
      if (number === 0) return textsOf([]);
      const own = await findVersion(mails, number);
      return own && textsOf(own);
    },
    add: (texts, from) => insert({ actor, mails, passages: toOwn(passages, texts, base), from, fact, now }),
  };
}

interface Insertion {
  actor: Viewer;
  mails: MailOf;
  passages: OwnPassage[];
  from: number;
  fact: SavedAs;
  now: Date;
}

/** Saves the version and its audit line in one statement. If two people take the same number, the second one writes nothing. */
async function insert({ actor, mails, passages, from, fact, now }: Insertion): Promise<boolean> {
  const publishedAt = fact === "published" || fact === "given-back" ? now : null;
  const count = await db().$executeRaw`
    WITH written AS (
      INSERT INTO "mail_words" ("id", "kind", "programmeId", "number", "passages", "createdAt", "publishedAt", "authorId")
      VALUES (${randomUUID()}::uuid, ${mails.kind}, ${mails.programmeId}::uuid, ${from + 1}::integer,
        ${JSON.stringify(passages)}::jsonb, ${now}::timestamptz, ${publishedAt}::timestamptz, ${actor.memberId}::uuid)
      ON CONFLICT DO NOTHING
      RETURNING "kind", "number", "programmeId"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "data")
    SELECT ${now}::timestamptz, 'staff', ${actor.memberId}::uuid, ${fact}, 'mail-words',
      jsonb_strip_nulls(jsonb_build_object('kind', "kind", 'number', "number", 'programmeId', "programmeId"))
    FROM written`;
  return count === 1;
}
