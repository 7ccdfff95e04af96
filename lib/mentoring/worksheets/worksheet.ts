import type { Texts } from "@/lib/foundation/amending";

export const WORKSHEET_KINDS = ["swot", "g-star"] as const;
export type WorksheetKind = (typeof WORKSHEET_KINDS)[number];

/** The boxes of each kind, in the order in which they are filled in. */
export const BOXES = {
  swot: ["strengths", "weaknesses", "opportunities", "threats"],
  "g-star": ["goals", "situation", "thinking", "actions", "results"],
} as const;
export type Box = (typeof BOXES)[WorksheetKind][number];

/** The words of one version: "title" and the boxes of its kind. */
export type WorksheetWords = Texts;

/** How many of a kind two people may keep: more than a relationship of years needs. */
export const MOST_WORKSHEETS = 100;

export interface Version {
  number: number;
  authorId: string;
  authorName: string;
  writtenAt: Date;
}

export interface Worksheet {
  id: string;
  kind: WorksheetKind;
  /** The newest version. */
  number: number;
  words: WorksheetWords;
  /** The words cannot be decrypted; a sentence stands in their place. */
  isUnreadable: boolean;
  createdAt: Date;
  changedAt: Date;
}

/** Picks the title and the boxes of a kind from whatever contains them. */
export function pickWords(kind: WorksheetKind, from: Texts): WorksheetWords {
  return Object.fromEntries(["title", ...BOXES[kind]].map((name) => [name, from[name] ?? ""]));
}

/** A title alone is no worksheet yet. */
export function isEmpty(kind: WorksheetKind, words: WorksheetWords): boolean {
  return BOXES[kind].every((box) => words[box] === "");
}

export type WorksheetRefusal = "not-found" | "ended" | "empty" | "too-many" | "busy" | "not-offered";
