import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { EDITING, needed, ROOM } from "@/lib/society/content/input";
import { readFilm, writeFilm } from "./film";
import { AUDIENCES } from "./resource";

export const SUMMARY_ROOM = 200;

const FILM_ROOM = 300;

const Film = textBox(FILM_ROOM)
  .default("")
  .refine((typed) => typed === "" || readFilm(typed) !== null, {
    error: "Enter the https address of a film on YouTube or Vimeo, or choose one of our own films.",
  })
  .transform((typed) => writeFilm(readFilm(typed)));

export const ResourceInput = z.object({
  ...EDITING,
  /** Made with the form, so that pressing the button twice adds one. */
  resourceId: IdInput,
  title: needed(ROOM.title, "Enter a title."),
  summary: needed(SUMMARY_ROOM, "Say in one line what this is about."),
  audience: z.enum(AUDIENCES, { error: "Choose one of these." }),
  film: Film,
  body: needed(ROOM.body, "Write the article, or the transcript of the film."),
});

export const ResourceVersionInput = z.object({ resourceId: IdInput, number: z.coerce.number().int().min(1) });

export const MoveResourceInput = z.object({ resourceId: IdInput, direction: z.enum(["up", "down"]) });
