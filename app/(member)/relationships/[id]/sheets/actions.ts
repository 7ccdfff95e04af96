"use server";

import { clashed, formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { sayClash } from "@/lib/foundation/amending";
import { addSheet, changeSheet } from "@/lib/mentoring/worksheets/commands";
import { AddSheetInput, ChangeSheetInput } from "@/lib/mentoring/worksheets/input";
import { saySheetRefusal } from "@/lib/mentoring/worksheets/wording";

export const add = formAction(AddSheetInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, sheetId, kind, ...words } = input;
  const result = await addSheet(viewer, { relationshipId, sheetId, kind, words }, settings, now);
  return result.ok
    ? goTo(`/relationships/${relationshipId}/${kind}/${result.value}`, result.isAnother ? "kept-beside" : "sheet-saved")
    : refused(saySheetRefusal(result.reason));
});

export const change = formAction(ChangeSheetInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, sheetId, kind, base, take, ...words } = input;
  const result = await changeSheet(viewer, { relationshipId, sheetId, kind, words, base, take }, settings, now);
  if (result.ok) {
    const path = `/relationships/${relationshipId}/${kind}/${sheetId}`;
    return goTo(path, result.value.isMerged ? "saved-together" : "sheet-saved");
  }
  if (result.reason !== "clash") return refused(saySheetRefusal(result.reason));
  const { texts, theirs, by } = result;
  return clashed(sayClash(by), { ...texts, base: result.base }, { name: by, texts: theirs });
});
