"use server";

import { clashed, formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { sayClash } from "@/lib/foundation/amending";
import { addWorksheet, changeWorksheet } from "@/lib/mentoring/worksheets/commands";
import { AddWorksheetInput, ChangeWorksheetInput } from "@/lib/mentoring/worksheets/input";
import { sayWorksheetRefusal } from "@/lib/mentoring/worksheets/wording";

export const add = formAction(AddWorksheetInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, worksheetId, kind, ...words } = input;
  const result = await addWorksheet(viewer, { relationshipId, worksheetId, kind, words }, settings, now);
  return result.ok
    ? goTo(`/relationships/${relationshipId}/${kind}/${result.value}`, result.isAnother ? "kept-beside" : "worksheet-saved")
    : refused(sayWorksheetRefusal(result.reason));
});

export const change = formAction(ChangeWorksheetInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, worksheetId, kind, base, take, ...words } = input;
  const result = await changeWorksheet(viewer, { relationshipId, worksheetId, kind, words, base, take }, settings, now);
  if (result.ok) {
    const path = `/relationships/${relationshipId}/${kind}/${worksheetId}`;
    return goTo(path, result.value.isMerged ? "saved-together" : "worksheet-saved");
  }
  if (result.reason !== "clash") return refused(sayWorksheetRefusal(result.reason));
  const { texts, theirs, by } = result;
  return clashed(sayClash(by), { ...texts, base: result.base }, { name: by, texts: theirs });
});
