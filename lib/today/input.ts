import { z } from "zod";
import { cleanTyped } from "@/lib/typed-text";
import { readKey } from "./today";

/** How much room a reason has, in characters. */
export const REASON_ROOM = 300;

const key = z
  .string()
  .max(400)
  .refine((text) => readKey(text) !== null, "This is not on the desk any more.");

export const KeyInput = z.object({ key });
export const DismissInput = z.object({
  key,
  reason: z
    .string("Say why it needs nobody.")
    .overwrite(cleanTyped)
    .min(1, "Say why it needs nobody.")
    .max(REASON_ROOM, `Keep this to ${REASON_ROOM} characters.`),
});
