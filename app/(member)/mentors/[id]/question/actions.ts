"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import * as questions from "@/lib/pairing/questions/commands";
import { AskInput } from "@/lib/pairing/questions/input";
import { sayAskRefusal } from "@/lib/pairing/questions/wording";

export const askQuestion = formAction(
  AskInput,
  async ({ input: { mentorId, programmeId: programme, ...typed }, viewer, settings, now }) => {
    const programmeId = programme === SOCIETY_SCHEME ? null : programme;
    const result = await questions.ask(viewer, mentorId, { ...typed, programmeId }, settings, now);
    if (result.ok) return goTo(`/questions/${result.value}`, "question-asked");
    const asked = programmeId === null ? null : await findProgramme(programmeId, now);
    return refused(sayAskRefusal(result.reason, settingsOf(asked?.own ?? null, settings)));
  },
);
