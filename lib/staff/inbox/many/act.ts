import type { Prepared } from "@/lib/staff/relationships/letters/prepared";
import { type Kind, MOST_ROWS, readKey } from "../kinds";

/** What staff can do to several items of Today at once. */
export const ACTS = ["write", "remind", "extend", "put-off", "dismiss"] as const;
export type Act = (typeof ACTS)[number];

/** As many as a page shows, so that nobody acts on what they have not seen. */
export const MOST_AT_ONCE = MOST_ROWS;

/** An act with what was typed for it. `amount` is in days for proposals, in months for relationships. */
export type Deed =
  | { act: "write"; subject: string; words: string }
  | { act: "remind" }
  | { act: "extend"; amount: number }
  | { act: "put-off" }
  | { act: "dismiss"; reason: string };

/** An item as a form sends it: its key, and the versions that staff had before them. */
export interface Item {
  key: string;
  /** Of the proposal and of the relationship, "3.1"; 0 for what is not there. */
  seen: string;
}

/** What became of one item. */
export interface ActLine {
  key: string;
  kind: Kind;
  names: string[];
  /** done | undone | why it was refused */
  outcome: string;
}

/** The acts that make sense for a kind, in the order of the buttons. */
export function actsFor(kind: Kind): readonly Act[] {
  if (kind === "proposal-expiring") return ACTS;
  if (kind === "partner-silent") return ["write", "put-off", "dismiss"];
  if (kind === "no-first-conversation" || kind === "relationship-quiet") return ["write", "extend", "put-off", "dismiss"];
  return ["put-off", "dismiss"];
}

/** The prepared letter for a kind. */
export function preparedForKind(kind: Kind): Prepared {
  if (kind === "proposal-expiring") return "answer";
  if (kind === "partner-silent") return "no-word";
  return kind === "no-first-conversation" ? "first-meeting" : "how-is-it-going";
}

/** Only what was put aside can be taken back: a letter, a reminder and a later end have been told. */
export function mayUndo(act: Act): boolean {
  return act === "put-off" || act === "dismiss";
}

export function isAct(text: unknown): text is Act {
  return ACTS.some((act) => act === text);
}

/** "3.1 proposal-expiring:…" */
export function writeItem({ key, seen }: Item): string {
  return `${seen} ${key}`;
}

export function readItem(text: string): Item | null {
  const [, seen, key] = /^(\d{1,9}\.\d{1,9}) (\S+)$/.exec(text) ?? [];
  return seen && key && readKey(key) ? { seen, key } : null;
}

/** "write proposal-expiring": what the button of a group sends. Null for what no group offers. */
export function readAct(text: string): { act: Act; kind: Kind } | null {
  const [name, rest] = text.split(" ");
  const kind = readKey(`${rest}:-:-`)?.kind;
  return kind && isAct(name) && actsFor(kind).includes(name) ? { act: name, kind } : null;
}

/** The ticked items of a group, each once: those ticked one by one, and those of a tick for all that were shown. */
export function tickedOf(kind: Kind, ticked: readonly string[], all: readonly string[]): string[] {
  const keys = [...ticked, ...all.flatMap((list) => list.split(" "))];
  return [...new Set(keys)].filter((key) => readKey(key)?.kind === kind).slice(0, MOST_AT_ONCE);
}
