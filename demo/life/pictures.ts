import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { savePicture } from "@/lib/people/pictures/commands";
import { makePicture } from "@/lib/people/pictures/decode";
import type { Settings } from "@/lib/society/settings/settings";
import { idOf } from "../story/ids";
import { viewerFor } from "./person";

/** Files named after the number of the member whose picture they are; draw-faces.ts draws them again. */
export const PICTURES_FOLDER = join("demo", "life", "faces");

/** Gives a part of the society its picture, the way a member's own file becomes one. */
export async function hangPictures({ society: { timeZone } }: Settings, now: Date): Promise<void> {
  for (const file of (await readdir(PICTURES_FOLDER)).sort()) {
    const made = await makePicture(new Uint8Array(await readFile(join(PICTURES_FOLDER, file))));
    if (!made.ok) throw new Error(`${file} is no picture: ${made.reason}`);
    const number = file.replace(/\.webp$/, "");
    // Refused where somebody is suspended: they have none.
    await savePicture(viewerFor(idOf("member", number), timeZone), made.value, now);
  }
}
