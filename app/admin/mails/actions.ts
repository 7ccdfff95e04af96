"use server";

import { adminAction, clashed, goTo, refused, shown } from "@/lib/entrypoints/form-action";
import { NOTICES } from "@/lib/entrypoints/notices";
import { sayClash } from "@/lib/foundation/amending";
import * as mailWords from "@/lib/notify/mail-words/commands";
import { OursInput, TestInput, VersionInput, WordsInput } from "@/lib/notify/mail-words/input";
import { sayRefusal } from "@/lib/notify/mail-words/wording";
import { sayMergedFirst } from "@/lib/society/content/wording";
import { showExample } from "./example";
import { pageOf, readWhich } from "./which-mails";

export const saveMailWords = adminAction(WordsInput, async ({ input, viewer, now }) => {
  const { kind, programmeId = null, intent, base, shape, take, ...typed } = input;
  const mails = { kind, programmeId };
  const edit = { typed: typed as Record<string, string>, base, take, shape, isPublishing: intent === "publish" };
  const saved = await mailWords.saveWords(viewer, edit, mails, NOTICES, now);
  if (saved.ok) {
    if (edit.isPublishing) return goTo(pageOf(mails), saved.value.isNew ? "mail-words-published" : "mail-words-same");
    return goTo(pageOf(mails, "preview"), "mail-words-kept");
  }
  if (saved.reason === "unfit") return shown(saved.problems);
  if (saved.reason !== "clash") return refused(sayRefusal(saved.reason === "not-staff" ? "admin-only" : saved.reason));
  const { texts, theirs } = saved;
  const by = saved.by === viewer.name ? "You" : saved.by;
  const sentence = Object.keys(theirs).length > 0 ? sayClash(by) : sayMergedFirst(by);
  return clashed(sentence, { ...texts, base: saved.base }, { name: by, texts: theirs });
});

export const restoreMailWords = adminAction(VersionInput, async ({ input, viewer, now }) => {
  const mails = { kind: input.kind, programmeId: input.programmeId ?? null };
  const restored = await mailWords.restoreWords(viewer, mails, input.number, NOTICES, now);
  return restored.ok ? goTo(pageOf(mails), "mail-words-restored") : refused(sayRefusal(restored.reason));
});

export const giveBackWords = adminAction(OursInput, async ({ input, viewer, now }) => {
  const mails = { kind: input.kind, programmeId: input.programmeId ?? null };
  const given = await mailWords.backToOurs(viewer, mails, NOTICES, now);
  return given.ok ? goTo(pageOf(mails), "mail-words-given-back") : refused(sayRefusal(given.reason));
});

export const testMailWords = adminAction(TestInput, async ({ input, viewer, settings, now }) => {
  const { kind, programmeId, role, formId } = input;
  const which = await readWhich(kind, { programme: programmeId }, now);
  const example = which && (await showExample(which, { number: null, as: role, isTest: true }, { viewer, settings, now }));
  if (!example) return refused(sayRefusal("not-found"));
  const mail = { kind, formId, aboutId: example.aboutId, rendered: example.mail };
  const sent = await mailWords.sendTest(viewer, mail, NOTICES, now);
  const page = pageOf(which, "preview", role ? { as: role } : {});
  return sent.ok ? goTo(page, "letter-tested") : refused(sayRefusal(sent.reason));
});
