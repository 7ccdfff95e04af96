import { NOTICES } from "@/lib/entrypoints/notices";
import { env } from "@/lib/foundation/env";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { RenderedMail } from "@/lib/notify/letters/render";
import { rolesOf } from "@/lib/notify/mail-words/examples";
import { renderExample } from "@/lib/notify/mail-words/preview";
import { findCast, findSaved, findVersion } from "@/lib/notify/mail-words/queries";
import { toWords } from "@/lib/notify/mail-words/texts";
import { definitionOf } from "@/lib/notify/notices/define";
import type { Settings } from "@/lib/society/settings/settings";
import type { WhichMails } from "./which-mails";

interface Shown {
  mail: RenderedMail;
  number: number;
  role: Role | null;
  /** Whose name is in it beside the reader's. */
  aboutId: string | null;
}

interface Asked {
  /** Of which version; null: the newest. */
  number: number | null;
  /** As it stands in an address. */
  as: unknown;
  isTest?: boolean;
}

/** The roles in which these mails are read. */
export function rolesFor({ kind }: WhichMails): (Role | null)[] {
  const definition = definitionOf(NOTICES, kind);
  return definition ? rolesOf(definition) : [];
}

/** A mail in the words of one version, about people of the society; null if there is no such version. */
export async function showExample(
  which: WhichMails,
  { number: asked, as, isTest = false }: Asked,
  { viewer, settings, now }: { viewer: Viewer; settings: Settings; now: Date },
): Promise<Shown | null> {
  const [saved, cast] = await Promise.all([findSaved(which), findCast()]);
  const number = asked ?? saved.newest?.number ?? 0;
  const own = number === saved.newest?.number ? saved.newest.passages : number === 0 ? [] : await findVersion(which, number);
  if (!own) return null;
  const roles = rolesFor(which);
  const role = roles.find((one) => one === as) ?? roles[0] ?? null;
  const words = new Map([...toWords(saved.base), ...toWords(own)]);
  const wanted = { kind: which.kind, role, own: words, cast, viewer, isTest };
  const mail = await renderExample(wanted, { settings, appUrl: env().APP_URL, notices: NOTICES }, now);
  return { mail, number, role, aboutId: (role === "mentor" ? cast?.menteeId : cast?.mentorId) ?? null };
}
