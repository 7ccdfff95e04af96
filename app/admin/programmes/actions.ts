"use server";

import { goTo, refused, shown, staffAction } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import * as joining from "@/lib/pairing/joining/commands";
import { AnswerInput, readTicks } from "@/lib/pairing/joining/input";
import { sayJoiningRefusal } from "@/lib/pairing/joining/wording";
import * as programmes from "@/lib/pairing/programmes/commands";
import { CopyInput, CreateInput, EditInput, MoveInput, readTyped } from "@/lib/pairing/programmes/input";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import * as texts from "@/lib/pairing/programmes/texts/commands";
import { RestoreTextInput, TextInput, WhichTextInput } from "@/lib/pairing/programmes/texts/input";
import { sayTextRefusal } from "@/lib/pairing/programmes/texts/wording";
import { sayProgrammeRefusal } from "@/lib/pairing/programmes/wording";
import { copyConditions } from "@/lib/pairing/readiness/conditions/commands";
import { findProblems } from "@/lib/society/content/problems";
import { previewText } from "@/lib/society/content/queries";
import { showClash } from "../content/show-saved";

const OF_PROGRAMME = { area: "programmes", of: "programmes", ids: ({ id }: { id: string }) => [id] } as const;
const OF_NAMED_PROGRAMME = {
  area: "programmes",
  of: "programmes",
  ids: ({ programmeId }: { programmeId: string }) => [programmeId],
} as const;

export const createProgramme = staffAction(CreateInput, async ({ input: { id, ...typed }, viewer, settings, now }) => {
  const made = await programmes.create(viewer, id, readTyped(typed, settings.society.timeZone), now);
  return made.ok ? goTo(`/admin/programmes/${id}`, "programme-made") : refused(sayProgrammeRefusal(made.reason));
});

export const saveProgramme = staffAction(
  EditInput,
  async ({ input: { id, seen, ...typed }, viewer, settings, now }) => {
    const saved = await programmes.edit(viewer, { id, seen }, readTyped(typed, settings.society.timeZone), now);
    if (saved.ok) return goTo(`/admin/programmes/${id}`, "programme-saved");
    return refused(sayProgrammeRefusal(saved.reason), saved.reason === "time-fixed" ? "time" : undefined);
  },
  OF_PROGRAMME,
);

export const moveProgramme = staffAction(
  MoveInput,
  async ({ input: { move, ...which }, viewer, now }) => {
    const moved = await programmes.move(viewer, which, move, now);
    if (moved.ok) return goTo(`/admin/programmes/${which.id}`, "programme-moved");
    return refused(sayProgrammeRefusal(moved.reason));
  },
  OF_PROGRAMME,
);

export const copyProgramme = staffAction(CopyInput, async ({ input: { copyId, ...which }, viewer, settings, now }) => {
  const copied = await programmes.copy(viewer, which, copyId, settings.society.timeZone, now);
  if (copied.ok) {
    await copyConditions(viewer, which.id, copyId, settings, now);
    return goTo(`/admin/programmes/${copyId}`, "programme-copied");
  }
  return refused(sayProgrammeRefusal(copied.reason));
});

export const answerMembers = staffAction(
  AnswerInput,
  async ({ input: { programmeId, answer, who }, viewer, settings, now }) => {
    const answered = await joining.answer(viewer, answer, programmeId, readTicks(who), now);
    if (!answered.ok) return refused(sayJoiningRefusal(answered.reason, "mentee", settings.words));
    return goTo(`/admin/programmes/${programmeId}/members?status=applied`, "joinings-answered");
  },
  OF_NAMED_PROGRAMME,
);

export const saveProgrammeText = staffAction(
  TextInput,
  async ({ input: { intent, base, take, programmeId, slug, ...typed }, viewer, settings, now }) => {
    if (intent === "preview") {
      const programme = await findProgramme(programmeId, now);
      const surroundings = { settings: settingsOf(programme?.own ?? null, settings), signIn: env().SIGN_IN };
      return shown(findProblems(typed), previewText(typed, surroundings));
    }
    const edit = { typed, base, take, isPublishing: intent === "publish" };
    const saved = await texts.saveText(viewer, { programmeId, slug }, edit, now);
    if (saved.ok) {
      const { isNew, isMerged } = saved.value;
      const outcome = !isNew
        ? "draft-same"
        : edit.isPublishing
          ? "programme-text-published"
          : isMerged
            ? "draft-merged"
            : "draft-saved";
      return goTo(`/admin/programmes/${programmeId}/texts/${slug}`, outcome);
    }
    if (saved.reason === "unfit") return shown(saved.problems);
    return saved.reason === "clash" ? showClash(viewer, saved) : refused(sayTextRefusal(saved.reason));
  },
  OF_NAMED_PROGRAMME,
);

export const restoreProgrammeText = staffAction(
  RestoreTextInput,
  async ({ input: { number, ...text }, viewer, now }) => {
    const restored = await texts.restoreText(viewer, text, number, now);
    if (!restored.ok) return refused(sayTextRefusal(restored.reason));
    return goTo(`/admin/programmes/${text.programmeId}/texts/${text.slug}`, "version-restored");
  },
  OF_NAMED_PROGRAMME,
);

export const giveBackProgrammeText = staffAction(
  WhichTextInput,
  async ({ input: text, viewer, now }) => {
    const given = await texts.backToSocietys(viewer, text, now);
    if (!given.ok) return refused(sayTextRefusal(given.reason));
    return goTo(`/admin/programmes/${text.programmeId}/texts/${text.slug}`, "programme-text-given-back");
  },
  OF_NAMED_PROGRAMME,
);
