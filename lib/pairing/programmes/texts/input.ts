import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { EDITING, needed, ROOM } from "@/lib/society/content/input";
import { PROGRAMME_SLUGS } from "./text";

const WHICH = { programmeId: IdInput, slug: z.enum(PROGRAMME_SLUGS) };

export const TextInput = z.object({
  ...EDITING,
  ...WHICH,
  title: needed(ROOM.title, "Enter a title."),
  body: needed(ROOM.body, "Write the text."),
});

export const RestoreTextInput = z.object({ ...WHICH, number: z.coerce.number().int().min(0) });
export const WhichTextInput = z.object(WHICH);
