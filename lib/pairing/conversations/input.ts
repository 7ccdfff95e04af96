import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";

/** The longest message, in characters. */
export const ROOM = 10_000;

const EMPTY = "Write something first.";
const TOO_LONG = `A message can have up to ${ROOM.toLocaleString("en-GB")} characters. Please send this one in parts.`;
const number = z.coerce.number().int().min(0).max(2_147_483_647);

/** `key` comes with the form: the same form sent again is the same message. `shown` is the newest number on its page. */
export const SendInput = z.object({
  relationshipId: IdInput,
  key: IdInput,
  shown: number,
  words: textBox(ROOM, { missing: EMPTY, tooLong: TOO_LONG }).min(1, EMPTY),
});

export const SeenInput = z.object({ relationshipId: IdInput, shown: number });

/** What an open page already knows: the newest number, and how far the partner has read. */
export const NewsInput = z.object({ relationshipId: IdInput, after: number, read: number });
