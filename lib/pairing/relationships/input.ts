import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";

/** How much room the reason has, in characters. */
export const REASON_ROOM = 1000;

const id = IdInput;
const months = z.coerce.number("Choose for how long.").int();

export const EndInput = z.object({
  id,
  reason: textBox(REASON_ROOM).default(""),
  /** Whether the partner may still see their address afterwards. */
  shown: z.literal("yes").optional(),
});

/** The day, as the browser writes it, on which the two talked. */
export const FirstConversationInput = z.object({
  id,
  day: z.iso.date("Enter the day on which you talked, such as 2027-01-31."),
});

export const AskExtensionInput = z.object({ id, months });
/** `months` is what the member saw when they agreed. */
export const AgreeExtensionInput = z.object({ id, months });
export const DropExtensionInput = z.object({ id });
