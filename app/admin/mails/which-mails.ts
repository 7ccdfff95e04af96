import { NOTICES } from "@/lib/entrypoints/notices";
import { canDiffer, type EditablePassage, listEditable } from "@/lib/notify/mail-words/list";
import type { MailOf } from "@/lib/notify/mail-words/mail-words";
import { sayMailKind } from "@/lib/notify/mailbox/wording";
import { definitionOf } from "@/lib/notify/notices/define";
import type { GroupName } from "@/lib/notify/notices/groups";
import { type Programme, SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { findProgramme, listProgrammes } from "@/lib/pairing/programmes/queries";

/** The mails that an address of these pages is about. */
export interface WhichMails extends MailOf {
  passages: readonly EditablePassage[];
  group: GroupName;
  /** What staff call them. */
  name: string;
  programme: Programme | null;
}

type Query = Record<string, string | string[] | undefined>;

/** Null for a kind without words to edit, and for a programme that there is not, or whose mails are not of this kind. */
export async function readWhich(kind: string, { programme: asked }: Query, now: Date): Promise<WhichMails | null> {
  const passages = listEditable(NOTICES, kind);
  const group = definitionOf(NOTICES, kind)?.group;
  if (!passages || !group) return null;
  const which = { kind, passages, group, name: sayMailKind(NOTICES, kind) };
  if (asked === undefined) return { ...which, programmeId: null, programme: null };
  const isOf = typeof asked === "string" && asked !== SOCIETY_SCHEME && canDiffer(NOTICES, kind);
  const programme = isOf ? await findProgramme(asked, now) : null;
  return programme && { ...which, programmeId: programme.id, programme };
}

/** The programmes that may word mails of this kind their own way; none where a society has only its own scheme. */
export async function listDiffering(kind: string, now: Date): Promise<Programme[]> {
  if (!canDiffer(NOTICES, kind)) return [];
  const programmes = await listProgrammes(now);
  return programmes.filter(({ id, status }) => id !== SOCIETY_SCHEME && status !== "archived");
}

/** The address of a page about these mails. */
export function pageOf({ kind, programmeId }: MailOf, page = "", query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(programmeId === null ? query : { ...query, programme: programmeId });
  return `/admin/mails/${kind}${page && `/${page}`}${asked.size > 0 ? `?${asked}` : ""}`;
}
