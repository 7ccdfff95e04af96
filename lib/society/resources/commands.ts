import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { type Edit, type Edited, type Newest, type Shelf, saveEdit, saveRestored } from "@/lib/society/content/editing";
import { findProblems } from "@/lib/society/content/problems";
import { readFilmAddress } from "@/lib/society/films/address";
import { findFilm } from "@/lib/society/films/queries";
import { readFirstArticles } from "./first-articles";
import { findNewestResource, findResourceTexts } from "./queries";
import type { Direction } from "./resource";
import { insertVersion, swap, unpublish } from "./save";

const NO_SUCH_FILM = "This film does not exist. It may have been removed: choose another one, or leave the box empty.";

type Refusal = "not-staff" | "not-found" | "busy";

/** A form for something new begins with this. */
const NOTHING: Newest = {
  number: 0,
  texts: { title: "", summary: "", audience: "everybody", film: "", body: "" },
  isLive: false,
  authorName: null,
};

/**
 * Staff save a resource as its next version: a draft that only staff see, or published, and then seen by its audience from
 * the next request on. An id that is not known yet makes a new one at the end of the list; the same form sent twice makes
 * one. Refuses with `not-staff`, with the problems of each box, or with a clash if somebody else changed the same box.
 */
export async function saveResource(actor: Viewer, id: string, edit: Edit, now: Date): Promise<Edited> {
  if (actor.staff === "none") return refuse("not-staff");
  const filmId = readFilmAddress(edit.typed.film ?? "");
  if (filmId && !(await findFilm(filmId))) return { ok: false, reason: "unfit", problems: { film: [NO_SUCH_FILM] } };
  return saveEdit(edit, shelfOf(actor, id, edit.isPublishing ? "published" : "drafted", now));
}

/** An earlier version becomes a new draft. What is published stays as it is. */
export async function restoreResource(actor: Viewer, id: string, number: number, now: Date): Promise<Result<null, Refusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  return saveRestored(number, shelfOf(actor, id, "restored", now));
}

/** Hides it from members and keeps its versions. `number` is the published version that staff saw. */
export async function takeDown(
  actor: Viewer,
  id: string,
  number: number,
  now: Date,
): Promise<Result<null, Refusal | "changed-meanwhile">> {
  if (actor.staff === "none") return refuse("not-staff");
  if (await unpublish(actor, id, number, now)) return done(null);
  const newest = await findNewestResource(id);
  if (!newest) return refuse("not-found");
  return newest.publishedNumber === null ? done(null) : refuse("changed-meanwhile");
}

/**
 * The articles that come with the product become drafts at the end of the list, for staff to read, change and publish. Those
 * that are there already, however they were changed, stay as they are.
 */
export async function addFirstArticles(actor: Viewer, now: Date): Promise<Result<number, "not-staff">> {
  if (actor.staff === "none") return refuse("not-staff");
  let count = 0;
  for (const { id, texts } of await readFirstArticles()) {
    if (await insertVersion({ actor, id, texts, from: 0, fact: "drafted", now })) count++;
  }
  return done(count);
}

/** One place up or down in the list. The first stays first, and the last last. */
export async function moveResource(actor: Viewer, id: string, direction: Direction, now: Date): Promise<Result<null, Refusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  if (await swap(actor, id, direction, now)) return done(null);
  return (await findNewestResource(id)) ? done(null) : refuse("not-found");
}

function shelfOf(actor: Viewer, id: string, fact: "drafted" | "published" | "restored", now: Date): Shelf {
  return {
    findProblems,
    findNewest: async () => (await findNewestResource(id)) ?? NOTHING,
    findTexts: async (number) => (number === 0 ? NOTHING.texts : findResourceTexts(id, number)),
    add: (texts, from) => insertVersion({ actor, id, texts, from, fact, now }),
  };
}
