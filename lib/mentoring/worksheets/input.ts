import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { WORKSHEET_KINDS } from "./worksheet";

/** The longest texts, in characters; the form says the same. */
export const ROOM = { title: 120, box: 4000 } as const;

const words = (room: number) => textBox(room).default("");
const box = words(ROOM.box);

const Worksheet = z.object({
  relationshipId: IdInput,
  /** Made with the form, so that pressing the button twice adds one. */
  worksheetId: IdInput,
  kind: z.enum(WORKSHEET_KINDS),
  title: words(ROOM.title),
  strengths: box,
  weaknesses: box,
  opportunities: box,
  threats: box,
  goals: box,
  situation: box,
  thinking: box,
  actions: box,
  results: box,
});

export const AddWorksheetInput = Worksheet;

/** `base` is the version that the form began with; `take` names the boxes in which that is to stand. */
export const ChangeWorksheetInput = Worksheet.extend({
  base: z.coerce.number().int().min(1),
  take: z.array(z.string().max(20).overwrite(cleanToken)).max(20).default([]),
});
