import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { saveFilm, storeFile } from "@/lib/society/films/commands";
import { CAPTIONS, mp4Of } from "./films";

export const UPLOADED_AT = new Date("2026-11-25T10:00:00Z");

/** No film, and no page that shows one. */
export async function forgetFilms(): Promise<void> {
  await db().resource.deleteMany();
  await db().document.deleteMany();
  await db().film.deleteMany();
  await db().filmFile.deleteMany();
}

/** As a connection delivers it: in pieces of no particular length. */
export async function* arriving(file: Uint8Array, breaksAt = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += 65_000) {
    if (at >= breaksAt) throw new Error("The connection was lost.");
    yield file.subarray(at, at + 65_000);
  }
}

/** Stores a file that no film has yet. */
export async function store(actor: Viewer, file: Uint8Array): Promise<string> {
  const stored = await storeFile(actor, arriving(file), UPLOADED_AT);
  if (!stored.ok) throw new Error(stored.reason);
  return stored.value;
}

/** A film of the society's own, which no member sees yet. */
export async function upload(actor: Viewer, file: Uint8Array = mp4Of(), title = "Ours"): Promise<string> {
  const id = randomUUID();
  const change = { id, base: 0, title, captions: CAPTIONS, fileId: await store(actor, file) };
  const saved = await saveFilm(actor, change, UPLOADED_AT);
  if (!saved.ok) throw new Error(saved.reason);
  return id;
}

/** What the audit trail says of a film. */
export const factsOf = async (id: string) =>
  (
    await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" }, select: { fact: true, data: true } })
  ).map(({ fact, data }) => [fact, data]);
