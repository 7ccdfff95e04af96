/** Rows of a list that are ticked and sent together. */
import { z } from "zod";
import { ID } from "./id";
import { cleanToken } from "./typed-text";

/** A row, and the version of it that was on the page. */
export interface Tick {
  id: string;
  seen: number;
}

/** More than any page of a list shows. */
export const MOST_TICKED = 100;
const TICK = new RegExp(`(${ID}) (\\d{1,9})(?= |$)`, "g");
/** Longer than a tick and the space after it. */
const TICK_LENGTH = 50;

/** The boxes of the rows, of which up to a hundred may be ticked. */
export const TickedRows = z.array(z.string().max(80).overwrite(cleanToken)).max(MOST_TICKED, "Tick at most a hundred at once.");

/** The one box for all that are shown, which names each of them. */
export const TickedAll = z
  .array(
    z
      .string()
      .max(MOST_TICKED * TICK_LENGTH)
      .overwrite(cleanToken),
  )
  .max(1);

/** What the box of a row sends. */
export function writeTick({ id, seen }: Tick): string {
  return `${id} ${seen}`;
}

/** The rows that were ticked, one by one or all together, each once; nonsense is none. */
export function readTicks(texts: readonly string[]): Tick[] {
  const found = texts.flatMap((text) => [...text.matchAll(TICK)]);
  return [...new Map(found.map(([, id = "", seen]) => [id, { id, seen: Number(seen) }])).values()];
}
