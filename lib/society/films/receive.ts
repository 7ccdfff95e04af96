import type { Part } from "@/lib/foundation/multipart";
import type { Viewer } from "@/lib/foundation/viewer";
import { readCaptions } from "./captions";
import { dropFile, saveFilm, storeFile } from "./commands";
import { LARGEST_CAPTIONS } from "./film";
import { FilmInput } from "./input";
import type { UploadRefusal } from "./wording";

/** What became of the form, and what it said of the film. */
export interface Received {
  id: string | null;
  base: number;
  title: string;
  /** Null when the film is saved. */
  refused: { reason: UploadRefusal; line: number | null } | null;
}

/** Longer than any of the form's words. */
const MOST_WORDS = 4096;

/** Takes in the form of a film as it arrives, and saves the film. Whatever is refused leaves nothing behind. */
export async function receiveFilm(actor: Viewer, parts: AsyncIterable<Part>, now: Date): Promise<Received> {
  const arrived: Arrived = { words: {}, fileId: null, captions: null, refused: null };
  try {
    for await (const part of parts) await take(actor, part, arrived, now);
    return await finish(actor, arrived, now);
  } catch (error) {
    if (arrived.fileId) await dropFile(actor, arrived.fileId);
    throw error;
  }
}

interface Arrived {
  words: Record<string, string>;
  fileId: string | null;
  captions: string | null;
  refused: Received["refused"];
}

async function take(actor: Viewer, { name, fileName, bytes }: Part, arrived: Arrived, now: Date): Promise<void> {
  const refuse = (reason: UploadRefusal, line: number | null = null) => {
    arrived.refused ??= { reason, line };
  };
  if (fileName === null) {
    const words = await readUpTo(MOST_WORDS, bytes);
    if (words) arrived.words[name] = new TextDecoder().decode(words);
  } else if (fileName === "") return;
  else if (name === "film" && !arrived.refused) {
    const stored = await storeFile(actor, bytes, now);
    if (stored.ok) arrived.fileId = stored.value;
    else refuse(stored.reason);
  } else if (name === "captions") {
    const file = await readUpTo(LARGEST_CAPTIONS, bytes);
    if (file === null) return refuse("captions-too-large");
    const read = readCaptions(file);
    if (read.ok) arrived.captions = read.text;
    else refuse(read.reason, "line" in read ? read.line : null);
  }
}

async function finish(actor: Viewer, { words, fileId: sent, captions, refused }: Arrived, now: Date): Promise<Received> {
  const { data, error } = FilmInput.safeParse(words);
  // A script may have sent the file before, in pieces.
  const fileId = sent ?? (data?.fileId || null);
  const said = { id: data?.filmId ?? null, base: data?.base ?? 0, title: data?.title ?? "" };
  const isTitle = error?.issues.every(({ path }) => path[0] === "title");
  const wrong = refused ?? (data ? null : ({ reason: isTitle ? "no-title" : "not-found", line: null } as const));
  if (wrong || !data) {
    if (fileId) await dropFile(actor, fileId);
    return { ...said, refused: wrong };
  }
  const saved = await saveFilm(actor, { id: data.filmId, base: data.base, title: data.title, captions, fileId }, now);
  return { ...said, refused: saved.ok ? null : { reason: saved.reason, line: null } };
}

/** Null when there is more. */
async function readUpTo(most: number, arriving: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of arriving) {
    length += bytes.length;
    if (length > most) return null;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
