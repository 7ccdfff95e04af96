import { amend, type Clash, type Texts } from "@/lib/foundation/amending";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";

/** The newest version; number 0 and `isLive` false if nothing has been saved yet. */
export interface Newest {
  number: number;
  texts: Texts;
  /** Members see just this. */
  isLive: boolean;
  authorName: string | null;
}

export interface Edit {
  typed: Texts;
  /** The number of the version that the form began with. */
  base: number;
  /** Boxes in which the base value should be used instead of what was typed. */
  take: readonly string[];
  isPublishing: boolean;
}

/** The storage of one text's versions. Versions are only ever added, each with the next number. */
export interface Shelf {
  findNewest: () => Promise<Newest>;
  findTexts: (number: number) => Promise<Texts | null>;
  /** The problems that keep the text from being published, for each box. */
  findProblems: (texts: Texts) => Problems;
  /** False if somebody else has added a version after `from` in the meantime. */
  add: (texts: Texts, from: number) => Promise<boolean>;
}

export type Problems = Record<string, string[]>;

interface Unfit {
  ok: false;
  reason: "unfit";
  problems: Problems;
}

export type Edited = Result<{ isNew: boolean; isMerged: boolean }, "busy" | "not-staff"> | Clash | Unfit;

/**
 * Saves what a member of staff typed as the next version. Changes that somebody else saved since `base` are merged if the two
 * changed different boxes; otherwise both come back as a clash. When publishing, even a clean merge comes back first, because
 * nobody should publish a text that they have not read as a whole.
 */
export async function saveEdit({ typed, base, take, isPublishing }: Edit, shelf: Shelf): Promise<Edited> {
  const saved = await retry<Edited>(async () => {
    const newest = await shelf.findNewest();
    const began = base === newest.number ? newest.texts : await shelf.findTexts(base);
    const amended = amend({ base: began, typed, take, current: newest.texts });
    const by = newest.authorName ?? "Somebody else";
    if (amended.kind === "clash") return clash(amended.texts, amended.theirs);
    if (amended.kind === "same" && (newest.isLive || !isPublishing)) return done({ isNew: false, isMerged: false });
    const isMerged = amended.kind === "save" && amended.isMerged;
    const texts = amended.kind === "save" ? amended.texts : newest.texts;
    if (isMerged && isPublishing) return clash(texts, {});
    const problems = isPublishing ? shelf.findProblems(texts) : {};
    if (Object.keys(problems).length > 0) return { ok: false, reason: "unfit", problems };
    return (await shelf.add(texts, newest.number)) ? done({ isNew: true, isMerged }) : null;

    function clash(texts: Texts, theirs: Texts): Clash {
      return { ok: false, reason: "clash", texts, theirs, by, base: String(newest.number) };
    }
  });
  return saved ?? refuse("busy");
}

/** Brings the texts of an earlier version back as the next version, a draft. */
export async function saveRestored(number: number, shelf: Shelf): Promise<Result<null, "not-found" | "busy">> {
  const texts = await shelf.findTexts(number);
  if (!texts) return refuse("not-found");
  const restored = await retry(async () => {
    const newest = await shelf.findNewest();
    if (Object.keys(texts).every((name) => texts[name] === newest.texts[name])) return done(null);
    return (await shelf.add(texts, newest.number)) ? done(null) : null;
  });
  return restored ?? refuse("busy");
}
