import { z } from "zod";
import { LARGEST_FILE } from "./picture";
import { TOO_LARGE } from "./wording";

const NAMES_OF_NONE = ["", "blob", "undefined"];

/**
 * The file field of a profile. If none was chosen, browsers send an empty file without a name, which the server's parser may
 * call "blob" or "undefined": that counts as no file. An empty file with a name was chosen, and is not a picture.
 */
export const PictureInput = z.preprocess(
  (value) => (value instanceof File && value.size === 0 && NAMES_OF_NONE.includes(value.name) ? undefined : value),
  z.file({ error: "Choose a picture from your device." }).max(LARGEST_FILE, TOO_LARGE).optional(),
);

/** The form of a logo: a file like that of a profile. */
export const LogoInput = z.object({ picture: PictureInput });

/** The name of the picture that was seen when the button was pressed. */
export const RemovePictureInput = z.object({ picture: z.string().regex(/^[0-9a-f]{32}$/) });
