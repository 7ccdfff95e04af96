import type { Role } from "@/lib/foundation/viewer";
import type { OwnWords } from "@/lib/notify/letters/own-words";
import type { RenderedMail } from "@/lib/notify/letters/render";
import { definitionOf, type Notices } from "@/lib/notify/notices/define";
import type { Settings } from "@/lib/society/settings/settings";
import { type Cast, makeExample, rolesOf } from "./examples";

interface Wanted {
  kind: string;
  /** In which role it is read; the first that the kind is written to, where it is not one of those. */
  role: Role | null;
  own: OwnWords;
  /** Real people of the society, for their names; null where there are none yet. */
  cast: Cast | null;
  /** Who looks at it: the reader of a mail that is not about two, and of a test. */
  viewer: { name: string; email: string };
  isTest?: boolean;
}

/** A mail of this kind as it would arrive, about people of the society: their names are real, and all else is made up. */
export async function renderExample(
  { kind, role, own, cast, viewer, isTest = false }: Wanted,
  surroundings: { settings: Settings; appUrl: string; notices: Notices },
  now: Date,
): Promise<RenderedMail> {
  const definition = definitionOf(surroundings.notices, kind);
  const roles = definition ? rolesOf(definition) : [];
  const as = roles.includes(role) ? role : (roles[0] ?? null);
  const people = as === null ? { mentor: cast?.mentor ?? "", mentee: viewer.name } : (cast ?? NOBODY_YET);
  const { occasion, settings } = makeExample(kind, as, people, surroundings.settings, now);
  // The library of letters is large: only those load it who write or look at mail.
  const { renderMail } = await import("@/lib/notify/letters/render");
  const recipient = { ...occasion.recipient, email: viewer.email, ...(isTest ? { name: viewer.name } : {}) };
  return renderMail({ ...occasion, recipient }, { ...surroundings, settings, now, own });
}

/** Before the first proposal. */
const NOBODY_YET: Cast = { mentor: "Gareth Pugh", mentee: "Amina Okafor" };
