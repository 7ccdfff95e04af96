import { z } from "zod";
import { IdInput, idInput } from "@/lib/foundation/id";
import { lineBox } from "@/lib/foundation/text-box";
import { LONGEST_TITLE } from "./film";

/** The words that come with a film. */
export const FilmInput = z.object({
  /** Made with the form, so that pressing the button twice makes one film. */
  filmId: IdInput,
  /** The version that the form began with; 0 for a new film. */
  base: z.coerce.number().int().min(0),
  title: lineBox(LONGEST_TITLE, { missing: "Enter a title." }).min(1, "Enter a title."),
  /** A file that a script has sent before in pieces. */
  fileId: z.union([z.literal(""), idInput()]).default(""),
});

export const RemoveFilmInput = z.object({ filmId: IdInput });
