import { randomUUID } from "node:crypto";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { findFilmKind, readFilmLength, TELLING } from "./container";
import {
  type ExaminedFile,
  type FilmChange,
  type FilmRefusal,
  LARGEST_FILM,
  PIECE,
  type Piece,
  type PieceRefusal,
} from "./film";
import { findFilm, readFilmBytes } from "./queries";
import { deleteFile, deleteFilm, findArrived, insertFilm, insertPiece, updateFilm } from "./save";

/** Adds a piece to a file that is arriving. The same piece sent twice is there once. Only whoever began a file adds to it. */
export async function addPiece(actor: Viewer, piece: Piece, now: Date): Promise<Result<null, PieceRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const { number, bytes } = piece;
  if (bytes.length > PIECE || number * PIECE + bytes.length > LARGEST_FILM) return refuse("too-large");
  if (number === 0 && !findFilmKind(bytes.subarray(0, TELLING))) return refuse("not-a-film");
  return (await insertPiece(actor.memberId, piece, now)) ? done(null) : refuse("not-yours");
}

/**
 * Keeps a whole file as it arrives, one piece in memory at a time, and says under which id. Nothing of it stays when it is refused, or
 * when it is cut off on the way, which throws.
 */
export async function storeFile(
  actor: Viewer,
  arriving: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<Result<string, PieceRefusal>> {
  const fileId = randomUUID();
  try {
    let number = 0;
    for await (const bytes of inPieces(arriving)) {
      const added = await addPiece(actor, { fileId, number, bytes }, now);
      if (!added.ok) {
        await deleteFile(actor.memberId, fileId);
        return added;
      }
      number += 1;
    }
    return done(fileId);
  } catch (error) {
    await deleteFile(actor.memberId, fileId);
    throw error;
  }
}

/** Deletes a file that its sender does not want after all; one that is a film's stays. */
export async function dropFile(actor: Viewer, fileId: string): Promise<void> {
  if (actor.staff !== "none") await deleteFile(actor.memberId, fileId);
}

/**
 * Saves a new film, or another title, other captions or another file of one that is there. The same form sent twice makes one film. A
 * file that is not taken is deleted at once, as is the one that another takes the place of.
 */
export async function saveFilm(actor: Viewer, change: FilmChange, now: Date): Promise<Result<null, FilmRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  const result = await save(actor, change, now);
  if (!result.ok && change.fileId) await deleteFile(actor.memberId, change.fileId);
  return result;
}

async function save(actor: Viewer, { fileId, ...words }: FilmChange, now: Date): Promise<Result<null, FilmRefusal>> {
  const { id, base, captions } = words;
  const current = base === 0 ? null : await findFilm(id);
  if (base > 0 && current?.version !== base) return refuse(current ? "changed-meanwhile" : "not-found");
  const file = fileId === null ? null : await examine(actor, fileId);
  if (file !== null && !file.ok) return file;
  if (base === 0) {
    if (!file) return refuse("no-file");
    if (captions === null) return refuse("no-captions");
    if (await insertFilm(actor.memberId, { ...words, captions, file: file.value }, now)) return done(null);
    const known = await findFilm(id);
    if (!known) return refuse("too-many");
    if (known.title !== words.title || known.size !== file.value.size) return refuse("already-there");
    // The same form was sent twice: its first film is there, and the second file is not needed.
    await deleteFile(actor.memberId, file.value.fileId);
    return done(null);
  }
  if (await updateFilm(actor.memberId, { ...words, file: file?.value ?? null }, now)) return done(null);
  return refuse((await findFilm(id)) ? "changed-meanwhile" : "not-found");
}

/** Removes a film for good; refused while members see it somewhere. One that is gone already is as good as removed. */
export async function removeFilm(actor: Viewer, id: string, now: Date): Promise<Result<null, FilmRefusal>> {
  if (actor.staff === "none") return refuse("not-staff");
  if (await deleteFilm(actor.memberId, id, now)) return done(null);
  return (await findFilm(id)) ? refuse("in-use") : done(null);
}

/** Whether all of a file is there, and can be played. */
async function examine(actor: Viewer, fileId: string): Promise<Result<ExaminedFile, FilmRefusal>> {
  const size = await findArrived(actor.memberId, fileId);
  if (size === null) return refuse("broken");
  const readAt = async (from: number, length: number) => {
    const parts: Uint8Array[] = [];
    const to = Math.min(from + length, size) - 1;
    if (from <= to) for await (const part of readFilmBytes(fileId, { from, to })) parts.push(part);
    return Buffer.concat(parts);
  };
  const kind = findFilmKind(await readAt(0, TELLING));
  if (!kind) return refuse("not-a-film");
  const seconds = await readFilmLength(kind, size, readAt);
  return seconds === "broken" ? refuse("broken") : done({ fileId, kind, size, seconds });
}

/** Pieces of one size, the last one as long as it is, out of bytes as they happen to arrive. */
async function* inPieces(arriving: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(PIECE);
  let length = 0;
  for await (const bytes of arriving) {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + PIECE - length);
      piece.set(part, length);
      length += part.length;
      at += part.length;
      if (length < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      length = 0;
    }
  }
  if (length > 0) yield piece.subarray(0, length);
}
