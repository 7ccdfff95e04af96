import { z } from "zod";
import { isId } from "@/lib/foundation/id";
import { whole } from "./boxes";
import type { Section } from "./section";
import { MOST_READERS } from "./settings";

const CHOOSE = `Choose up to ${MOST_READERS} people from the list.`;

/** Tick boxes arrive as one id, several, or none; the form and the trail keep them as one text. */
const readers = z
  .union([z.string(), z.array(z.string())], CHOOSE)
  .optional()
  .transform((ticked) => [ticked ?? []].flat().join(", "))
  .refine((text) => idsOf(text).length <= MOST_READERS && idsOf(text).every(isId), CHOOSE);

/** Who is told each month that the society's board is there. */
export const board: Section = {
  fields: { readers, day: whole(1, 28) },
  read: ({ board: { readers, day } }) => ({ readers: readers.join(", "), day: String(day) }),
  write: (settings, { readers = "", day }) => ({ ...settings, board: { readers: idsOf(readers), day: Number(day) } }),
};

export function idsOf(text: string): string[] {
  return text === "" ? [] : [...new Set(text.split(", "))];
}
