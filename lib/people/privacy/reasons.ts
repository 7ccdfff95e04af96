import { ERASED_WORDS } from "@/lib/foundation/wording";

// Why something may stay, or is not told, where several tables have the same reason; and how what goes is replaced.

export const LINK = "An id: it says nothing by itself, and what others keep refers to it.";
export const INNER = "Keeps the product in order, and says nothing about anybody.";
export const COUNTED = "Dates, states and choices are counted in reports. Without the name they point to nobody.";

/** A member’s words in a row that stays: a fixed sentence instead, where there were any. */
export const erasedWords = (column: string) => `CASE WHEN "${column}" <> '' THEN '${ERASED_WORDS}' ELSE "${column}" END`;
/** The same of a text that is sealed in another column, which becomes empty. */
export const erasedSealed = (column: string, sealed: string) =>
  `CASE WHEN "${column}" <> '' OR "${sealed}" IS NOT NULL THEN '${ERASED_WORDS}' ELSE "${column}" END`;
/** So that whoever has read the row before cannot put the words back. */
export const STEPPED = '"version" + 1';
