import { z } from "zod";
import { textBox } from "@/lib/foundation/text-box";
import { readKey } from "./kinds";

/** The longest reason, in characters. */
export const REASON_ROOM = 300;

const key = z
  .string()
  .max(400, { abort: true })
  .refine((text) => readKey(text) !== null, "This is no longer listed under Today.");

const WHY = "Say why it needs nobody.";

export const KeyInput = z.object({ key });
export const DismissInput = z.object({
  key,
  reason: textBox(REASON_ROOM, { missing: WHY }).min(1, WHY),
});
