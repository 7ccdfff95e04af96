"use server";

import { clashed, goTo, type Outcome, refused, staffAction } from "@/lib/entrypoints/form-action";
import type { Kept } from "@/lib/foundation/once";
import type { Refusal } from "@/lib/foundation/result";
import * as answering from "@/lib/staff/support/answering/commands";
import { AnswerInput, NoteInput, SortInput, TakeInput } from "@/lib/staff/support/input";
import type { RequestRefusal } from "@/lib/staff/support/request";
import { sayRequestRefusal } from "@/lib/staff/support/wording";

export const answer = staffAction(AnswerInput, async ({ input, viewer, now }) => {
  const result = await answering.answer(viewer, input, now);
  if (result.ok) return goTo(pageOf(input), result.isAnother ? "kept-beside" : input.next === "solve" ? "solved" : "answered");
  if (result.reason === "not-found") return refused(sayRequestRefusal("not-found"));
  // The form is now based on the current version and keeps what was typed.
  return clashed(sayRequestRefusal("changed-meanwhile"), { version: String(result.version) }, { name: "", texts: {} });
});

export const note = staffAction(NoteInput, async ({ input, viewer, now }) =>
  show(input, await answering.note(viewer, input, now), "note-written"),
);

export const take = staffAction(TakeInput, async ({ input, viewer, now }) => {
  const isTaken = input.take === "yes";
  return show(input, await answering.take(viewer, input.id, isTaken, now), isTaken ? "taken" : "released");
});

export const sort = staffAction(SortInput, async ({ input, viewer, now }) =>
  show(input, await answering.sort(viewer, input.id, input.category, now), "sorted"),
);

function show(which: { id: string }, result: Kept<null> | Refusal<RequestRefusal>, done: string): Outcome {
  return result.ok ? goTo(pageOf(which), result.isAnother ? "kept-beside" : done) : refused(sayRequestRefusal(result.reason));
}

function pageOf({ id }: { id: string }): string {
  return `/admin/support/${id}`;
}
