import { ERASED_WORDS } from "@/lib/foundation/wording";

// Reasons for keeping something, or not showing it, that several tables share; and what replaces erased words.

export const LINK = "An id: it says nothing by itself, and what others keep refers to it.";
export const INNER = "Keeps the product in order, and says nothing about anybody.";
export const COUNTED = "Dates, states and choices are counted in reports. Without the name they point to nobody.";

/** A member’s words in a row that stays: a fixed sentence instead, where there were any. */
export const erasedWords = (column: string) => `CASE WHEN "${column}" <> '' THEN '${ERASED_WORDS}' ELSE "${column}" END`;
/** The same of a text that is sealed in another column, which becomes empty. */
export const erasedSealed = (column: string, sealed: string) =>
  `CASE WHEN "${column}" <> '' OR "${sealed}" IS NOT NULL THEN '${ERASED_WORDS}' ELSE "${column}" END`;
/** Raises the version, so that a form that was opened before cannot put the words back. */
export const STEPPED = '"version" + 1';
