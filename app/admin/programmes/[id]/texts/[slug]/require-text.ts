import { notFound } from "next/navigation";
import { env } from "@/lib/foundation/env";
import { isScheme } from "@/lib/pairing/programmes/access";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { isProgrammeSlug } from "@/lib/pairing/programmes/texts/text";
import { TEXTS } from "@/lib/pairing/programmes/texts/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findProgrammeIn } from "@/lib/staff/coordinating/queries";

/** What the pages of a programme's own text need. The texts of the society's scheme are the society's, under Content. */
export async function requireText(params: Promise<{ id: string; slug: string }>) {
  const viewer = await requireStaff("programmes");
  const [{ settings, now }, { id, slug }] = await Promise.all([readRequest(), params]);
  const programme = await findProgrammeIn(viewer, "programmes", id, now);
  if (!programme || isScheme(programme) || !isProgrammeSlug(slug)) notFound();
  const surroundings = { settings: settingsOf(programme.own, settings), signIn: env().SIGN_IN };
  const text = { programmeId: programme.id, slug };
  return { viewer, settings, now, programme, text, surroundings, words: TEXTS[slug] };
}
