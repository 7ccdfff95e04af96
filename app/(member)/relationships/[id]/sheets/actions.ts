"use server";

import { sayClash } from "@/lib/amending";
import { clashed, formAction, goTo, refused } from "@/lib/form-action";
import { addSheet, changeSheet } from "@/lib/sheets/commands";
import { AddSheetInput, ChangeSheetInput } from "@/lib/sheets/input";
import { saySheetRefusal } from "@/lib/sheets/wording";

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
