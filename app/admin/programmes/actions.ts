"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import * as joining from "@/lib/pairing/joining/commands";
import { AnswerInput, readTicks } from "@/lib/pairing/joining/input";
import { sayJoiningRefusal } from "@/lib/pairing/joining/wording";
import * as programmes from "@/lib/pairing/programmes/commands";
import { CopyInput, CreateInput, EditInput, MoveInput, readTyped } from "@/lib/pairing/programmes/input";
import { sayProgrammeRefusal } from "@/lib/pairing/programmes/wording";

export const createProgramme = staffAction(CreateInput, async ({ input: { id, ...typed }, viewer, settings, now }) => {
  const made = await programmes.create(viewer, id, readTyped(typed, settings.society.timeZone), now);
  return made.ok ? goTo(`/admin/programmes/${id}`, "programme-made") : refused(sayProgrammeRefusal(made.reason));
});

export const saveProgramme = staffAction(EditInput, async ({ input: { id, seen, ...typed }, viewer, settings, now }) => {
  const saved = await programmes.edit(viewer, { id, seen }, readTyped(typed, settings.society.timeZone), now);
  if (saved.ok) return goTo(`/admin/programmes/${id}`, "programme-saved");
  return refused(sayProgrammeRefusal(saved.reason), saved.reason === "time-fixed" ? "time" : undefined);
});

export const moveProgramme = staffAction(MoveInput, async ({ input: { move, ...which }, viewer, now }) => {
  const moved = await programmes.move(viewer, which, move, now);
  if (moved.ok) return goTo(`/admin/programmes/${which.id}`, "programme-moved");
  return refused(sayProgrammeRefusal(moved.reason));
});

export const copyProgramme = staffAction(CopyInput, async ({ input: { copyId, ...which }, viewer, settings, now }) => {
  const copied = await programmes.copy(viewer, which, copyId, settings.society.timeZone, now);
  if (copied.ok) return goTo(`/admin/programmes/${copyId}`, "programme-copied");
  return refused(sayProgrammeRefusal(copied.reason));
});

export const answerMembers = staffAction(
  AnswerInput,
  async ({ input: { programmeId, answer, who }, viewer, settings, now }) => {
    const answered = await joining.answer(viewer, answer, programmeId, readTicks(who), now);
    if (!answered.ok) return refused(sayJoiningRefusal(answered.reason, "mentee", settings.words));
    return goTo(`/admin/programmes/${programmeId}/members?status=applied`, "joinings-answered");
  },
);
