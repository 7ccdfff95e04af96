import type { Texts } from "@/lib/foundation/amending";
import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { isEditable, isScheme } from "@/lib/pairing/programmes/access";
import { asOf } from "@/lib/pairing/programmes/decide";
import { loadProgramme } from "@/lib/pairing/programmes/load";
import { type Edit, type Edited, type Shelf, saveEdit, saveRestored } from "@/lib/society/content/editing";
import { findProblems } from "@/lib/society/content/problems";
import { findNewestText, findVersionTexts } from "./queries";
import type { TextOf } from "./text";

export type TextRefusal = "not-staff" | "not-there" | "not-now" | "society-scheme" | "not-found" | "societys-already" | "busy";

type Refused = { ok: false; reason: TextRefusal };

/**
 * Staff, or a coordinator of the programme, save a text of its own as the next version: a draft, or published, and then what its
 * partners read from the next request on. Refuses a programme that is over, and the society's own scheme, whose texts are the society's.
 */
export async function saveText(actor: Viewer, text: TextOf, edit: Edit, now: Date): Promise<Edited | Refused> {
  const refusal = await findRefusal(actor, text, now);
  if (refusal) return refuse(refusal);
  return saveEdit(edit, shelfOf(actor, text, edit.isPublishing ? "programme-text-published" : "programme-text-drafted", now));
}

/** An earlier version (0: the society's text) becomes a new draft. What is published stays as it is. */
export async function restoreText(actor: Viewer, text: TextOf, number: number, now: Date): Promise<Result<null, TextRefusal>> {
  const refusal = await findRefusal(actor, text, now);
  if (refusal) return refuse(refusal);
  return saveRestored(number, shelfOf(actor, text, "programme-text-restored", now));
}

/** From now on the programme's partners read the society's text again. The versions stay. */
export async function backToSocietys(actor: Viewer, text: TextOf, now: Date): Promise<Result<null, TextRefusal>> {
  const refusal = await findRefusal(actor, text, now);
  if (refusal) return refuse(refusal);
  const given = await retry<Result<null, TextRefusal>>(async () => {
    const { number, publishedNumber } = await findNewestText(text, now);
    if (publishedNumber === null) return refuse("societys-already");
    return (await insert({ actor, text, texts: null, from: number, fact: "programme-text-given-back", now }))
      ? done(null)
      : null;
  });
  return given ?? refuse("busy");
}

async function findRefusal({ staff }: Viewer, { programmeId }: TextOf, now: Date): Promise<TextRefusal | null> {
  if (staff === "none") return "not-staff";
  const programme = await loadProgramme(programmeId);
  if (!programme) return "not-there";
  if (isScheme(programme)) return "society-scheme";
  return isEditable(asOf(programme, now)) ? null : "not-now";
}

type SavedAs = "programme-text-drafted" | "programme-text-published" | "programme-text-restored" | "programme-text-given-back";

function shelfOf(actor: Viewer, text: TextOf, fact: SavedAs, now: Date): Shelf {
  return {
    findProblems,
    findNewest: () => findNewestText(text, now),
    findTexts: (number) => findVersionTexts(text, number, now),
    add: (texts, from) => insert({ actor, text, texts, from, fact, now }),
  };
}

interface Insertion {
  actor: Viewer;
  text: TextOf;
  /** Null: the society's again. */
  texts: Texts | null;
  from: number;
  fact: SavedAs;
  now: Date;
}

/** Saves the version and its audit line in one statement. If two people take the same number, the second one writes nothing. */
async function insert({ actor, text: { programmeId, slug }, texts, from, fact, now }: Insertion): Promise<boolean> {
  const isPublished = fact === "programme-text-published" || fact === "programme-text-given-back";
  const count = await db().$executeRaw`
    WITH written AS (
      INSERT INTO "programme_documents" ("programmeId", "slug", "number", "title", "body", "createdAt", "publishedAt", "authorId")
      VALUES (${programmeId}::uuid, ${slug}, ${from + 1}::integer, ${texts?.title ?? null}, ${texts?.body ?? null},
        ${now}::timestamptz, ${isPublished ? now : null}::timestamptz, ${actor.memberId}::uuid)
      ON CONFLICT DO NOTHING
      RETURNING "programmeId", "slug", "number"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${actor.memberId}::uuid, ${fact}, 'programme', w."programmeId",
      jsonb_build_object('name', p."name", 'text', w."slug", 'number', w."number")
    FROM written w JOIN "programmes" p ON p."id" = w."programmeId"`;
  return count === 1;
}
