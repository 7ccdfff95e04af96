import { z } from "zod";
import { LARGEST_FILE } from "./picture";
import { TOO_LARGE } from "./wording";

/** The file of a profile's form; browsers send one without a name when none was chosen, which counts as none. */
export const PictureInput = z.file({ error: "Choose a picture from your device." }).max(LARGEST_FILE, TOO_LARGE).optional();

/** The name of the picture that was seen when the button was pressed. */
export const RemovePictureInput = z.object({ picture: z.string().regex(/^[0-9a-f]{32}$/) });
