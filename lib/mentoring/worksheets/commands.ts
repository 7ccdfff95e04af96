import { amend, type Clash, onNothing } from "@/lib/foundation/amending";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { toolsOf } from "@/lib/pairing/programmes/settings-of";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { findVersion, findWorksheet } from "./queries";
import { insertWorksheet, saveVersion } from "./save";
import { isEmpty, pickWords, type WorksheetKind, type WorksheetRefusal, type WorksheetWords } from "./worksheet";

interface Added {
  relationshipId: string;
  /** Chosen with the form. */
  worksheetId: string;
  kind: WorksheetKind;
  words: WorksheetWords;
}

/**
 * Adds a SWOT or G-STAR. The same form sent twice adds one; with other words it adds another. Returns its id. Refuses an
 * empty one, an ended relationship and a tool that the programme does without, and answers `not-found` to anybody but the two partners.
 */
export async function addWorksheet(
  viewer: Viewer,
  { relationshipId, worksheetId, kind, words: typed }: Added,
  settings: Settings,
  now: Date,
): Promise<Kept<string> | Refusal<WorksheetRefusal>> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return refuse("not-found");
  const words = pickWords(kind, typed);
  if (!toolsOf(relationship.programme?.own ?? null).includes(kind)) return refuse("not-offered");
  if (isEmpty(kind, words)) return refuse("empty");
  const writing = { viewer, relationship, kind, words, timeZone: settings.society.timeZone, now };
  return once(worksheetId, [kind, words], async (key) => {
    const saved = await insertWorksheet({ ...writing, worksheetId: key });
    if (saved === "saved") return done(key);
    if (saved !== "lost") return refuse(saved);
    const there = await findWorksheet(viewer, relationshipId, key);
    const first = there?.kind === kind && (await findVersion(key, 1));
    return taken(key, JSON.stringify(first) === JSON.stringify(words));
  });
}

interface Changed extends Added {
  /** The version that the form began with. */
  base: number;
  /** The boxes in which that version is to stand, whatever was typed. */
  take: readonly string[];
}

/**
 * Saves another version of a worksheet. What the partner has saved since `base` is kept: changes to different boxes are
 * merged, otherwise both texts come back as a clash and nothing is saved. Without changes there is no new version. Returns
 * whether anything was merged.
 */
export async function changeWorksheet(
  viewer: Viewer,
  { relationshipId, worksheetId, words: typed, base, take }: Changed,
  settings: Settings,
  now: Date,
): Promise<Result<{ isMerged: boolean }, WorksheetRefusal> | Clash> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return refuse("not-found");
  if (!relationship.isOpen) return refuse("ended");
  const changed = await retry<Result<{ isMerged: boolean }, WorksheetRefusal> | Clash>(async () => {
    const worksheet = await findWorksheet(viewer, relationshipId, worksheetId);
    if (!worksheet) return refuse("not-found");
    const { kind, number: from } = worksheet;
    const began = base === from ? worksheet.words : await findVersion(worksheetId, base);
    const standing = { base: began, current: worksheet.words };
    const amended = amend({ ...(worksheet.isUnreadable ? onNothing(typed) : standing), typed: pickWords(kind, typed), take });
    if (amended.kind === "same") return done({ isMerged: false });
    if (amended.kind === "clash") {
      const { texts, theirs } = amended;
      return { ok: false, reason: "clash", texts, theirs, by: nameOf(worksheet), base: String(from) };
    }
    const words = amended.texts;
    if (isEmpty(kind, words)) return refuse("empty");
    const timeZone = settings.society.timeZone;
    const saved = await saveVersion({ viewer, relationship, worksheetId, kind, words, from, timeZone, now });
    if (saved === "saved") return done({ isMerged: amended.isMerged });
    return saved === "lost" ? null : refuse(saved);
  });
  return changed ?? refuse("busy");
}

function nameOf({ versions }: { versions: { authorName: string }[] }): string {
  return versions[0]?.authorName ?? "Your partner";
}
