import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readNow } from "@/lib/people/auth/now";
import { saveFilm, storeFile } from "@/lib/society/films/commands";
import { CAPTIONS } from "@/testing/films";
import { viewerOf } from "@/testing/people";
import { people } from "./people";

/** A film that browsers play, with a voice, pictures and captions. */
export const realFilm = () => readFileSync("public/videos/how-it-works.mp4");
export const realCaptions = () => readFileSync("public/videos/how-it-works.vtt");

/** The same, made larger by bytes that players skip: too large for one piece. */
export function largeFilm(): Buffer {
  const filling = Buffer.alloc(1_500_000);
  filling.writeUInt32BE(filling.length, 0);
  filling.write("free", 4, "latin1");
  return Buffer.concat([realFilm(), filling]);
}

async function* whole(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}

/** A film of the society's own, which no member sees yet. */
export async function uploadFilm(title = "Our own film"): Promise<string> {
  const [actor, now, id] = [viewerOf(await people.member({ staff: "staff" })), await readNow(), randomUUID()];
  const stored = await storeFile(actor, whole(realFilm()), now);
  if (!stored.ok) throw new Error(stored.reason);
  const saved = await saveFilm(actor, { id, base: 0, title, captions: CAPTIONS, fileId: stored.value }, now);
  if (!saved.ok) throw new Error(saved.reason);
  return id;
}
