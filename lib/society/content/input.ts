import { z } from "zod";
import { textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { SLUGS } from "./document";

/** Limits in characters; the forms show the same. */
export const ROOM = { title: 120, body: 60_000 } as const;

/** Words that must be there, as they are kept. */
export const needed = (room: number, missing: string) => textBox(room, { missing }).min(1, missing);

/** Fields that every text form has in addition to its boxes. */
export const EDITING = {
  /** The button that was pressed. Pressing Enter shows a preview. */
  intent: z.enum(["preview", "draft", "publish"]).default("preview"),
  /** The number of the version that the form started from; 0 if there was none. */
  base: z.coerce.number().int().min(0),
  take: z.array(z.string().max(20).overwrite(cleanToken)).max(10).default([]),
};

export const DocumentInput = z.object({
  ...EDITING,
  slug: z.enum(SLUGS),
  title: needed(ROOM.title, "Enter a title."),
  body: needed(ROOM.body, "Write the text."),
});

export const RestoreDocumentInput = z.object({ slug: z.enum(SLUGS), number: z.coerce.number().int().min(0) });
