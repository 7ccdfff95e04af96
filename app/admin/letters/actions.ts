"use server";

import { goTo, type Outcome, refused, staffAction } from "@/lib/entrypoints/form-action";
import { readLocal } from "@/lib/foundation/dates";
import * as letters from "@/lib/staff/letters/commands";
import { BeginInput, EditInput, SeenInput, SendInput, TestInput } from "@/lib/staff/letters/input";
import type { LetterRefusal } from "@/lib/staff/letters/letter";
import { sayRefusal } from "@/lib/staff/letters/wording";

const pageOf = (id: string) => `/admin/letters/${id}`;

export const beginLetter = staffAction(
  BeginInput,
  async ({ input, viewer, now }) => {
    const begun = await letters.begin(viewer, { ...input, memberId: input.memberId ?? null }, now);
    if (!begun.ok) return refused(sayRefusal(begun.reason));
    return goTo(pageOf(begun.value), begun.isAnother ? "kept-beside" : "letter-kept");
  },
  { area: "letters" },
);

export const editLetter = staffAction(
  EditInput,
  async ({ input: { id, seen, subject, words }, viewer, now }) =>
    toOutcome(await letters.edit(viewer, { id, seen }, { subject, words }, now), pageOf(id), "letter-kept"),
  { area: "letters" },
);

export const testLetter = staffAction(
  TestInput,
  async ({ input, viewer, settings, now }) =>
    toOutcome(await letters.sendTest(viewer, input, settings, now), pageOf(input.id), "letter-tested"),
  { area: "letters" },
);

export const sendLetter = staffAction(
  SendInput,
  async ({ input: { id, seen, when, at }, viewer, settings, now }) => {
    const read = when === "later" ? readLocal(at, settings.society.timeZone) : null;
    if (when === "later" && !read) return refused("Enter the day and the time, like 2026-12-24 14:05.", "at");
    if (read?.isSkipped) return refused(`The clock skips that time. Choose ${read.next.replace("T", ", ")} or later.`, "at");
    const sent = await letters.send(viewer, { id, seen, at: read?.at ?? null }, settings, now);
    if (!sent.ok && (sent.reason === "in-the-past" || sent.reason === "too-far")) return refused(sayRefusal(sent.reason), "at");
    return toOutcome(sent, pageOf(id), when === "now" ? "letter-begun" : "letter-scheduled");
  },
  { area: "letters" },
);

export const stopLetter = staffAction(
  SeenInput,
  async ({ input, viewer, now }) => {
    const stopped = await letters.stop(viewer, input, now);
    const done = stopped.ok && stopped.value.status === "scheduled" ? "letter-held" : "letter-stopped";
    return toOutcome(stopped, pageOf(input.id), done);
  },
  { area: "letters" },
);

export const discardLetter = staffAction(
  SeenInput,
  async ({ input, viewer }) => toOutcome(await letters.discard(viewer, input), "/admin/letters", "letter-discarded"),
  { area: "letters" },
);

function toOutcome(result: { ok: true } | { ok: false; reason: LetterRefusal }, page: string, done: string): Outcome {
  return result.ok ? goTo(page, done) : refused(sayRefusal(result.reason));
}
