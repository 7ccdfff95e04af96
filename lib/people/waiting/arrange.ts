import { sayDate, sayDateTime } from "@/lib/foundation/dates";
import { asRole } from "@/lib/foundation/destination";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { atStart, FORMER_MEMBER } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Found, WaitingGroup, WaitingSource } from "./waiting";

/** A line of Home. */
export interface ShownWaiting {
  key: string;
  sentence: string;
  href: string;
  at: Date | null;
  /** The role in which it concerns the viewer, when they act in the other one now. */
  otherRole: Role | null;
}

/** What was found as lines, by whose turn it is, in the order in which it was found. */
export function arrangeWaiting(
  sources: readonly WaitingSource[],
  found: readonly Found[],
  { viewer, settings, now }: { viewer: Viewer; settings: Settings; now: Date },
): Record<WaitingGroup, ShownWaiting[]> {
  const kinds = Object.assign({}, ...sources.map((source) => source.kinds)) as WaitingSource["kinds"];
  const arranged: Record<WaitingGroup, ShownWaiting[]> = { you: [], others: [], soon: [] };
  for (const item of found) {
    const { kind, role, subjectId, at, data, partnerName } = item;
    const definition = kinds[kind];
    if (!definition) continue;
    const sentence = definition.sentence({
      name: atStart(partnerName ?? FORMER_MEMBER),
      role,
      data,
      words: settings.words,
      day: at ? sayDate(at, now, viewer.timeZone) : "",
      time: at ? sayDateTime(at, now, viewer.timeZone) : "",
    });
    const otherRole = role && role !== viewer.activeRole ? role : null;
    const href = asRole(definition.leadsTo(item), otherRole);
    arranged[definition.group].push({ key: `${kind}:${subjectId}:${role}:${at?.getTime()}`, sentence, href, at, otherRole });
  }
  return arranged;
}
