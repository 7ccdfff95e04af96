"use server";

import { z } from "zod";
import { goTo, refused, shown, staffAction } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { env } from "@/lib/foundation/env";
import { restoreDocument, saveDocument } from "@/lib/society/content/commands";
import { DocumentInput, RestoreDocumentInput } from "@/lib/society/content/input";
import { findProblems } from "@/lib/society/content/problems";
import { previewText } from "@/lib/society/content/queries";
import { sayContentRefusal } from "@/lib/society/content/wording";
import { removeFilm } from "@/lib/society/films/commands";
import { RemoveFilmInput } from "@/lib/society/films/input";
import { sayUploadRefusal } from "@/lib/society/films/wording";
import { addFirstArticles, moveResource, restoreResource, saveResource, takeDown } from "@/lib/society/resources/commands";
import { MoveResourceInput, ResourceInput, ResourceVersionInput } from "@/lib/society/resources/input";
import { sayResourceRefusal } from "@/lib/society/resources/wording";
import { showSaved } from "./show-saved";

export const saveText = staffAction(DocumentInput, async ({ input, viewer, settings, now }) => {
  const { intent, base, take, slug, ...typed } = input;
  if (intent === "preview") return shown(findProblems(typed), previewText(typed, { settings, signIn: env().SIGN_IN }));
  const edit = { typed, base, take, isPublishing: intent === "publish" };
  return showSaved(viewer, await saveDocument(viewer, slug, edit, now), edit.isPublishing, `/admin/content/${slug}`);
});

export const restoreText = staffAction(RestoreDocumentInput, async ({ input: { slug, number }, viewer, now }) => {
  const result = await restoreDocument(viewer, slug, number, now);
  return result.ok ? goTo(`/admin/content/${slug}`, "version-restored") : refused(sayContentRefusal(result.reason));
});

export const saveArticle = staffAction(ResourceInput, async ({ input, viewer, settings, now }) => {
  const { intent, base, take, resourceId, ...typed } = input;
  if (intent === "preview") return shown(findProblems(typed), previewText(typed, { settings, signIn: env().SIGN_IN }));
  const edit = { typed, base, take, isPublishing: intent === "publish" };
  const result = await saveResource(viewer, resourceId, edit, now);
  return showSaved(viewer, result, edit.isPublishing, `/admin/content/resources/${resourceId}`);
});

export const restoreArticle = staffAction(ResourceVersionInput, async ({ input: { resourceId, number }, viewer, now }) => {
  const result = await restoreResource(viewer, resourceId, number, now);
  return result.ok
    ? goTo(`/admin/content/resources/${resourceId}`, "version-restored")
    : refused(sayResourceRefusal(result.reason));
});

export const hide = staffAction(ResourceVersionInput, async ({ input: { resourceId, number }, viewer, now }) => {
  const result = await takeDown(viewer, resourceId, number, now);
  return result.ok ? goTo(`/admin/content/resources/${resourceId}`, "taken-down") : refused(sayResourceRefusal(result.reason));
});

export const addArticles = staffAction(z.object({}), async ({ viewer, now }) => {
  const result = await addFirstArticles(viewer, now);
  return result.ok ? goTo("/admin/content", "articles-added") : refused(sayResourceRefusal(result.reason));
});

export const dropFilm = staffAction(RemoveFilmInput, async ({ input: { filmId }, viewer, now }) => {
  const result = await removeFilm(viewer, filmId, now);
  return result.ok ? goTo("/admin/content", "film-removed") : refused(sayUploadRefusal(result.reason, null));
});

/** A form with a single button: it only shows the list again, as it is then. */
export async function moveInList(form: FormData): Promise<void> {
  await move(UNTOUCHED, form);
}

const move = staffAction(MoveResourceInput, async ({ input: { resourceId, direction }, viewer, now }) => {
  const result = await moveResource(viewer, resourceId, direction, now);
  return result.ok ? goTo("/admin/content#resources") : refused(sayResourceRefusal(result.reason));
});
