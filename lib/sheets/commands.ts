import { randomUUID } from "node:crypto";
import { amend, type Clash, onNothing } from "@/lib/amending";
import type { Viewer } from "@/lib/auth/viewer";
import { findPartnership } from "@/lib/relationships/queries";
import { done, type Result, refuse } from "@/lib/result";
import type { Settings } from "@/lib/settings/settings";
import { findSheet, findVersion } from "./queries";
import { insertSheet, saveVersion } from "./save";
import { isEmpty, pickWords, type SheetKind, type SheetRefusal, type SheetWords } from "./sheet";

/** How often we look again when the partner was quicker; each time the two changes are put together anew. */
const TRIES = 5;

interface Added {
  relationshipId: string;
  /** Chosen with the form. */
  sheetId: string;
  kind: SheetKind;
  words: SheetWords;
}

/**
 * A new SWOT or G-STAR. The same form sent twice adds one. Returns its id; refuses an empty one, an ended relationship, and
 * `not-found` for anybody but the two.
 */
export async function addSheet(
  viewer: Viewer,
  { relationshipId, sheetId, kind, words: typed }: Added,
  settings: Settings,
  now: Date,
): Promise<Result<string, SheetRefusal>> {
  const partnership = await findPartnership(viewer, relationshipId, now);
  if (!partnership) return refuse("not-found");
  const words = pickWords(kind, typed);
  if (isEmpty(kind, words)) return refuse("empty");
  const writing = { viewer, partnership, kind, words, timeZone: settings.society.timeZone, now };
  const saved = await insertSheet({ ...writing, sheetId });
  if (saved === "saved") return done(sheetId);
  if (saved !== "lost") return refuse(saved);
  const first = (await findSheet(viewer, relationshipId, sheetId)) && (await findVersion(sheetId, 1));
  if (first && JSON.stringify(first) === JSON.stringify(words)) return done(sheetId);
  // The browser went back to a form that was used already, and something else was typed in it.
  return addSheet(viewer, { relationshipId, sheetId: randomUUID(), kind, words }, settings, now);
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
  const partnership = await findPartnership(viewer, relationshipId, now);
  if (!partnership) return refuse("not-found");
  if (!partnership.isOpen) return refuse("ended");
  for (let tries = 1; tries <= TRIES; tries++) {
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
    const saved = await saveVersion({ viewer, partnership, sheetId, kind, words, from, timeZone, now });
    if (saved === "saved") return done({ isMerged: amended.isMerged });
    if (saved !== "lost") return refuse(saved);
  }
  return refuse("busy");
}

function nameOf({ versions }: { versions: { authorName: string }[] }): string {
  return versions[0]?.authorName ?? "Your partner";
}
