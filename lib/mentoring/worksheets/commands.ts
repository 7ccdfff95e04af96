import { amend, type Clash, onNothing } from "@/lib/foundation/amending";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { findSheet, findVersion } from "./queries";
import { insertSheet, saveVersion } from "./save";
import { isEmpty, pickWords, type SheetKind, type SheetRefusal, type SheetWords } from "./sheet";

interface Added {
  relationshipId: string;
  /** Chosen with the form. */
  sheetId: string;
  kind: SheetKind;
  words: SheetWords;
}

/**
 * A new SWOT or G-STAR. The same form sent twice adds one; with other words it adds another. Returns its id; refuses an empty one, an ended relationship, and
 * `not-found` for anybody but the two.
 */
export async function addSheet(
  viewer: Viewer,
  { relationshipId, sheetId, kind, words: typed }: Added,
  settings: Settings,
  now: Date,
): Promise<Kept<string> | Refusal<SheetRefusal>> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return refuse("not-found");
  const words = pickWords(kind, typed);
  if (isEmpty(kind, words)) return refuse("empty");
  const writing = { viewer, relationship, kind, words, timeZone: settings.society.timeZone, now };
  return once(sheetId, [kind, words], async (key) => {
    const saved = await insertSheet({ ...writing, sheetId: key });
    if (saved === "saved") return done(key);
    if (saved !== "lost") return refuse(saved);
    const there = await findSheet(viewer, relationshipId, key);
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
 * Another version of a sheet. What the partner has saved since `base` is kept: put together where the two changed different
 * boxes, otherwise both texts come back as a clash and nothing is saved. Nothing new is no new version. Returns whether it
 * was put together with theirs.
 */
export async function changeSheet(
  viewer: Viewer,
  { relationshipId, sheetId, words: typed, base, take }: Changed,
  settings: Settings,
  now: Date,
): Promise<Result<{ isMerged: boolean }, SheetRefusal> | Clash> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return refuse("not-found");
  if (!relationship.isOpen) return refuse("ended");
  const changed = await retry<Result<{ isMerged: boolean }, SheetRefusal> | Clash>(async () => {
    const sheet = await findSheet(viewer, relationshipId, sheetId);
    if (!sheet) return refuse("not-found");
    const { kind, number: from } = sheet;
    const began = base === from ? sheet.words : await findVersion(sheetId, base);
    const standing = { base: began, current: sheet.words };
    const amended = amend({ ...(sheet.isUnreadable ? onNothing(typed) : standing), typed: pickWords(kind, typed), take });
    if (amended.kind === "same") return done({ isMerged: false });
    if (amended.kind === "clash") {
      const { texts, theirs } = amended;
      return { ok: false, reason: "clash", texts, theirs, by: nameOf(sheet), base: String(from) };
    }
    const words = amended.texts;
    if (isEmpty(kind, words)) return refuse("empty");
    const timeZone = settings.society.timeZone;
    const saved = await saveVersion({ viewer, relationship, sheetId, kind, words, from, timeZone, now });
    if (saved === "saved") return done({ isMerged: amended.isMerged });
    return saved === "lost" ? null : refuse(saved);
  });
  return changed ?? refuse("busy");
}

function nameOf({ versions }: { versions: { authorName: string }[] }): string {
  return versions[0]?.authorName ?? "Your partner";
}
