import type { Texts } from "@/lib/foundation/amending";
import { db } from "@/lib/foundation/db/client";
import { type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Slug } from "./document";
import { type Edit, type Edited, type Shelf, saveEdit, saveRestored } from "./editing";
import { findProblems } from "./problems";
import { findDocumentTexts, findNewestDocument } from "./queries";

/**
 * Staff save the text of `slug` as its next version: a draft that only staff see, or published, and then read by everybody
 * from the next request on. Refuses with `not-staff`, with the problems of each box, or with a clash if somebody else changed
 * the same box.
 */
export async function saveDocument(actor: Viewer, slug: Slug, edit: Edit, now: Date): Promise<Edited> {
  if (actor.staff === "none") return refuse("not-staff");
  return saveEdit(edit, shelfOf(actor, slug, edit.isPublishing ? "published" : "drafted", now));
}

/** An earlier version (0: the one that comes with the product) becomes a new draft. What is published stays as it is. */
export async function restoreDocument(
  actor: Viewer,
  slug: Slug,
  number: number,
  now: Date,
): Promise<Result<null, "not-staff" | "not-found" | "busy">> {
  if (actor.staff === "none") return refuse("not-staff");
  return saveRestored(number, shelfOf(actor, slug, "restored", now));
}

function shelfOf(actor: Viewer, slug: Slug, fact: "drafted" | "published" | "restored", now: Date): Shelf {
  return {
    findProblems,
    findNewest: () => findNewestDocument(slug, now),
    findTexts: (number) => findDocumentTexts(slug, number),
    add: (texts, from) => insertDocument({ actor, slug, texts, from, fact, now }),
  };
}

interface Insertion {
  actor: Viewer;
  slug: Slug;
  texts: Texts;
  from: number;
  fact: "drafted" | "published" | "restored";
  now: Date;
}

/** Saves the version and its audit line in one statement. If two people take the same number, the second one writes nothing. */
async function insertDocument({ actor, slug, texts, from, fact, now }: Insertion): Promise<boolean> {
  const count = await db().$executeRaw`
    WITH written AS (
      INSERT INTO "documents" ("slug", "number", "title", "body", "createdAt", "publishedAt", "authorId")
      VALUES (${slug}, ${from + 1}::integer, ${texts.title}, ${texts.body}, ${now}::timestamptz,
        ${fact === "published" ? now : null}::timestamptz, ${actor.memberId}::uuid)
      ON CONFLICT DO NOTHING
      RETURNING "slug", "number"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "data")
    SELECT ${now}::timestamptz, 'staff', ${actor.memberId}::uuid, ${fact}, 'document',
      jsonb_build_object('slug', "slug", 'number', "number")
    FROM written`;
  return count === 1;
}
