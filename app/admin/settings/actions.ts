"use server";

import { after } from "next/server";
import { adminAction, clashed, goTo, type Outcome, refused, shown } from "@/lib/entrypoints/form-action";
import { sayClash } from "@/lib/foundation/amending";
import type { Viewer } from "@/lib/foundation/viewer";
import { refreshSearchTexts } from "@/lib/people/members/upkeep";
import { makeLogo } from "@/lib/people/pictures/decode-logo";
import { LogoInput } from "@/lib/people/pictures/input";
import { sayPictureRefusal } from "@/lib/people/pictures/wording";
import {
  addEntry,
  changeEntry,
  changeSection,
  offerEntry,
  removeLogo,
  takeLogo,
  uploadLogo,
} from "@/lib/society/settings/commands";
import { AddEntryInput, ChangeEntryInput, OfferEntryInput, RemoveLogoInput, TakeLogoInput } from "@/lib/society/settings/input";
import { getSettings } from "@/lib/society/settings/queries";
import { inputOf, readBase, SECTIONS, type SectionName } from "@/lib/society/settings/sections";
import { LOGO_TOO_SMALL, sayRefusal } from "@/lib/society/settings/wording";

export const saveSociety = adminAction(inputOf(SECTIONS.society), (given) => saveForm("society", given));
export const saveLook = adminAction(inputOf(SECTIONS.look), (given) => saveForm("look", given));
export const saveWords = adminAction(inputOf(SECTIONS.words), (given) => saveForm("words", given));
export const saveProposals = adminAction(inputOf(SECTIONS.proposals), (given) => saveForm("proposals", given));
export const saveRelationships = adminAction(inputOf(SECTIONS.relationships), (given) => saveForm("relationships", given));
export const saveToday = adminAction(inputOf(SECTIONS.today), (given) => saveForm("today", given));
export const saveBoard = adminAction(inputOf(SECTIONS.board), (given) => saveForm("board", given));
export const saveSurveys = adminAction(inputOf(SECTIONS.surveys), (given) => saveForm("surveys", given));
export const saveContact = adminAction(inputOf(SECTIONS.contact), (given) => saveForm("contact", given));
export const savePrivacy = adminAction(inputOf(SECTIONS.privacy), (given) => saveForm("privacy", given));

export const addToList = adminAction(AddEntryInput, async ({ input, viewer, now }) => {
  const result = await addEntry(viewer, input.list, input.label, now);
  if (result.ok) return goTo(`/admin/settings/lists/${input.list}`, "entry-added");
  return answer(result, "label");
});

export const saveEntry = adminAction(ChangeEntryInput, async ({ input, viewer, now }) => {
  const { list, id, base, take, ...typed } = input;
  const result = await changeEntry(viewer, list, id, { typed, base: readBase(base), take }, now);
  if (!result.ok) return answer(result, "label");
  // Members are found by the names of their topics.
  if (list === "topics") after(async () => refreshSearchTexts(await getSettings()));
  return goTo(`/admin/settings/lists/${list}`, "entry-changed");
});

export const offer = adminAction(OfferEntryInput, async ({ input: { list, id, offered }, viewer, now }) => {
  const result = await offerEntry(viewer, list, id, offered === "yes", now);
  if (!result.ok) return answer(result);
  return goTo(`/admin/settings/lists/${list}`, offered === "yes" ? "entry-brought-back" : "entry-retired");
});

export const chooseLogo = adminAction(LogoInput, async ({ input: { picture }, viewer, now }) => {
  if (!picture) return refused("Choose a picture from your device.", "picture");
  const made = await makeLogo(new Uint8Array(await picture.arrayBuffer()));
  if (!made.ok) return refused(made.reason === "too-small" ? LOGO_TOO_SMALL : sayPictureRefusal(made.reason), "picture");
  const kept = await uploadLogo(viewer, made.value, now);
  return kept.ok ? goTo(`/admin/settings/logo?look=${made.value.name}`) : refused(sayRefusal(kept.reason));
});

export const showLogo = adminAction(TakeLogoInput, async ({ input, viewer, now }) => {
  const result = await takeLogo(viewer, input.logo, now);
  return result.ok ? goTo("/admin/settings", "logo-shown") : answer(result);
});

export const dropLogo = adminAction(RemoveLogoInput, async ({ viewer, now }) => {
  const result = await removeLogo(viewer, now);
  return result.ok ? goTo("/admin/settings", "logo-removed") : answer(result);
});

interface Given {
  viewer: Viewer;
  now: Date;
  input: { base: string; take: string[]; intent?: "preview" | undefined };
}

async function saveForm(name: SectionName, { input, viewer, now }: Given): Promise<Outcome> {
  const { base, take, intent, ...fields } = input;
  if (intent === "preview") return shown({}, true);
  const typed = fields as Record<string, string>;
  const result = await changeSection(viewer, name, { typed, base: readBase(base), take }, now);
  if (!result.ok) return answer(result);
  return goTo("/admin/settings", result.value.isMerged ? "settings-merged" : "settings-saved");
}

type Failed = Extract<Awaited<ReturnType<typeof changeSection>>, { ok: false }>;

function answer(result: Failed, field?: string): Outcome {
  if (result.reason === "clash")
    return clashed(sayClash(result.by), { ...result.texts, base: result.base }, { name: result.by, texts: result.theirs });
  return result.reason === "wrong" ? refused(result.sentence, result.field) : refused(sayRefusal(result.reason), field);
}
