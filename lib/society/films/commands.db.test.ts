import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { CAPTIONS, mp4Of, webmOf } from "@/testing/films";
import { insertMember, insertMentor, viewerOf } from "@/testing/people";
import { arriving, factsOf, forgetFilms, UPLOADED_AT as NOW, store, upload } from "@/testing/uploads";
import { addPiece, removeFilm, saveFilm, storeFile } from "./commands";
import { LARGEST_FILM, MOST_FILMS, PIECE } from "./film";
import { findFilm, findFilmCaptions, findFilmFile, listFilms, readFilmBytes } from "./queries";
import { forgetFilmFiles } from "./upkeep";

const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const staff = async () => viewerOf(await insertMember({ staff: "staff" }));

async function bytesOf(id: string, from: number, to: number): Promise<Buffer> {
  const file = await findFilmFile(await staff(), id);
  const parts: Uint8Array[] = [];
  for await (const part of readFilmBytes(file?.fileId ?? "", { from, to })) parts.push(part);
  return Buffer.concat(parts);
}

/** How many files and pieces there are, whether a film has them or not. */
const kept = async () => [await db().filmFile.count(), await db().filmPiece.count()];

beforeEach(forgetFilms);

describe("a film", () => {
  test("is kept in pieces of a megabyte, and every part of it comes back as it was", async () => {
    const actor = await staff();
    const file = mp4Of({ seconds: 61, length: 2 * PIECE + 1234 });
    const id = await upload(actor, file);
    expect(await findFilm(id)).toMatchObject({ title: "Ours", kind: "mp4", size: file.length, seconds: 61, version: 1 });
    expect(await kept()).toEqual([1, 3]);
    const ranges = [
      [0, 0],
      [0, file.length - 1],
      [PIECE - 1, PIECE],
      [PIECE, 2 * PIECE - 1],
      [10, 2 * PIECE + 10],
      [file.length - 1, file.length - 1],
    ] as const;
    for (const [from, to] of ranges)
      expect((await bytesOf(id, from, to)).equals(file.subarray(from, to + 1)), `${from}-${to}`).toBe(true);
    expect(await factsOf(id)).toEqual([["film-uploaded", {}]]);
  });

  test("may be exactly as long as its pieces, and WebM without a length", async () => {
    const actor = await staff();
    const spare = mp4Of({ length: 0 }).length;
    const id = await upload(actor, mp4Of({ length: PIECE - spare }));
    expect(await findFilm(id)).toMatchObject({ size: PIECE });
    expect(await findFilm(await upload(actor, webmOf(null)))).toMatchObject({ kind: "webm", seconds: null });
  });

  test("is one film, however often its form is sent", async () => {
    const actor = await staff();
    const id = randomUUID();
    const send = async () => {
      const change = { id, base: 0, title: "Ours", captions: CAPTIONS, fileId: await store(actor, mp4Of()) };
      return saveFilm(actor, change, NOW);
    };
    for (const sent of await Promise.all([send(), send(), send()])) expect(sent.ok).toBe(true);
    expect(await kept()).toEqual([1, 1]);
    expect(await factsOf(id)).toHaveLength(1);
    // Somebody went back in their browser, and chose another film.
    const another = { id, base: 0, title: "Another", captions: CAPTIONS, fileId: await store(actor, mp4Of()) };
    expect(await saveFilm(actor, another, NOW)).toEqual({ ok: false, reason: "already-there" });
    expect(await kept()).toEqual([1, 1]);
  });

  test("is replaced as a whole: its earlier file goes, and a form that began before is refused", async () => {
    const actor = await staff();
    const id = await upload(actor, mp4Of({ seconds: 5 }));
    const before = await findFilmFile(actor, id);
    const file = webmOf(90);
    const change = { id, base: 1, title: "Better", captions: null, fileId: await store(actor, file) };
    expect(await saveFilm(actor, change, later(1))).toEqual({ ok: true, value: null });
    expect(await findFilm(id)).toMatchObject({ title: "Better", kind: "webm", seconds: 90, version: 2 });
    expect((await findFilmFile(actor, id))?.fileId).not.toBe(before?.fileId);
    expect(await findFilmCaptions(actor, id)).toEqual({ captions: CAPTIONS, version: 2 });
    expect(await kept()).toEqual([1, 1]);
    const late = { ...change, title: "Late", fileId: await store(actor, mp4Of()) };
    expect(await saveFilm(actor, late, NOW)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await kept()).toEqual([1, 1]);
    const words = { ...change, base: 2, captions: `${CAPTIONS}\n`, fileId: null };
    expect(await saveFilm(actor, words, NOW)).toMatchObject({ ok: true });
    expect(await findFilm(id)).toMatchObject({ kind: "webm", seconds: 90, version: 3 });
    expect(await saveFilm(actor, { ...words, id: randomUUID() }, NOW)).toEqual({ ok: false, reason: "not-found" });
    expect(await factsOf(id)).toEqual([
      ["film-uploaded", {}],
      ["film-changed", { replaced: "file" }],
      ["film-changed", { replaced: "captions" }],
    ]);
  });

  test("is one of thirty at most", async () => {
    const actor = await staff();
    for (let i = 0; i < MOST_FILMS; i++) await upload(actor, mp4Of(), `Film ${i}`);
    const one = { id: randomUUID(), base: 0, title: "More", captions: CAPTIONS, fileId: await store(actor, mp4Of()) };
    expect(await saveFilm(actor, one, NOW)).toEqual({ ok: false, reason: "too-many" });
    expect(await listFilms()).toHaveLength(MOST_FILMS);
    expect((await kept())[0]).toBe(MOST_FILMS);
  });
});

describe("nothing stays of a file", () => {
  test("that is no film", async () => {
    const page = Buffer.from("<script>alert(1)</script>");
    expect(await storeFile(await staff(), arriving(page), NOW)).toEqual({ ok: false, reason: "not-a-film" });
    expect(await kept()).toEqual([0, 0]);
  });

  test("that is cut off on the way", async () => {
    const file = mp4Of({ length: 3 * PIECE });
    await expect(storeFile(await staff(), arriving(file, 2 * PIECE), NOW)).rejects.toThrow("The connection was lost.");
    expect(await kept()).toEqual([0, 0]);
  });

  test.each([
    ["without its end", () => mp4Of({ length: 5000 }).subarray(0, -100), CAPTIONS, "broken"],
    ["without captions", () => mp4Of(), null, "no-captions"],
    ["without a byte", () => Buffer.alloc(0), CAPTIONS, "broken"],
  ] as const)("%s", async (_what, file, captions, reason) => {
    const actor = await staff();
    const fileId = await store(actor, file());
    const change = { id: randomUUID(), base: 0, title: "Ours", captions, fileId };
    expect(await saveFilm(actor, change, NOW)).toEqual({ ok: false, reason });
    expect(await kept()).toEqual([0, 0]);
  });

  test("that a browser gave up, once the night has come, and nothing goes that is a film’s", async () => {
    const actor = await staff();
    const id = await upload(actor);
    await store(actor, mp4Of());
    expect(await forgetFilmFiles(later(5))).toBe(0);
    expect(await forgetFilmFiles(later(7))).toBe(1);
    expect(await kept()).toEqual([1, 1]);
    expect(await findFilm(id)).not.toBeNull();
  });
});

describe("a file that a script sends in pieces", () => {
  const file = mp4Of({ length: 2 * PIECE });
  const piece = (number: number) => new Uint8Array(file.subarray(number * PIECE, (number + 1) * PIECE));

  test("is whole when all of them are there, some of them twice", async () => {
    const actor = await staff();
    const fileId = randomUUID();
    const change = { id: randomUUID(), base: 0, title: "Ours", captions: CAPTIONS, fileId };
    for (const number of [0, 1, 1, 2])
      expect(await addPiece(actor, { fileId, number, bytes: piece(number) }, NOW)).toEqual({ ok: true, value: null });
    expect(await saveFilm(actor, change, NOW)).toEqual({ ok: true, value: null });
    expect(await findFilm(change.id)).toMatchObject({ size: file.length });
    // From now on it is the film's, and nobody adds to it or deletes it.
    expect(await addPiece(actor, { fileId, number: 0, bytes: piece(0) }, NOW)).toEqual({ ok: false, reason: "not-yours" });
    expect(await saveFilm(actor, { ...change, id: randomUUID() }, NOW)).toEqual({ ok: false, reason: "broken" });
    expect(await kept()).toEqual([1, 3]);
  });

  test("is broken while one is missing", async () => {
    const actor = await staff();
    const fileId = randomUUID();
    for (const number of [0, 2]) await addPiece(actor, { fileId, number, bytes: piece(number) }, NOW);
    const change = { id: randomUUID(), base: 0, title: "Ours", captions: CAPTIONS, fileId };
    expect(await saveFilm(actor, change, NOW)).toEqual({ ok: false, reason: "broken" });
  });

  test("takes no piece of anybody else, none without its first, none too many and none too large", async () => {
    const [actor, other, mentor] = [await staff(), await staff(), viewerOf(await insertMentor())];
    const fileId = randomUUID();
    const add = async (who: Viewer, number: number, bytes = piece(0), id = fileId) =>
      addPiece(who, { fileId: id, number, bytes }, NOW);
    expect(await add(actor, 1)).toEqual({ ok: false, reason: "not-yours" });
    expect(await add(mentor, 0)).toEqual({ ok: false, reason: "not-staff" });
    expect(await add(actor, 0)).toMatchObject({ ok: true });
    expect(await add(other, 1)).toEqual({ ok: false, reason: "not-yours" });
    expect(await add(actor, 1, new Uint8Array(PIECE + 1))).toEqual({ ok: false, reason: "too-large" });
    // The last piece of the largest film, and the first of a larger one.
    expect(await add(actor, LARGEST_FILM / PIECE - 1, piece(2))).toMatchObject({ ok: true });
    expect(await add(actor, LARGEST_FILM / PIECE, piece(2))).toEqual({ ok: false, reason: "too-large" });
    expect(await add(actor, 0, new Uint8Array(100), randomUUID())).toEqual({ ok: false, reason: "not-a-film" });
    const stolen = { id: randomUUID(), base: 0, title: "Ours", captions: CAPTIONS, fileId: await store(actor, mp4Of()) };
    expect(await saveFilm(other, stolen, NOW)).toEqual({ ok: false, reason: "broken" });
    expect(await kept()).toEqual([2, 3]);
    expect(await saveFilm(actor, stolen, NOW)).toMatchObject({ ok: true });
    // Files that were begun and given up never add up to much.
    for (let i = 0; i < 15; i++) await add(actor, 0, piece(0), randomUUID());
    expect((await kept())[0]).toBe(11);
    await addPiece(actor, { fileId: randomUUID(), number: 0, bytes: piece(0) }, later(2));
    await addPiece(actor, { fileId: randomUUID(), number: 0, bytes: piece(0) }, later(2));
    expect((await kept())[0]).toBe(3);
  });
});

test("nobody but staff does anything", async () => {
  const actor = await staff();
  const id = await upload(actor);
  const mentor = viewerOf(await insertMentor());
  const refused = { ok: false, reason: "not-staff" };
  expect(await storeFile(mentor, arriving(mp4Of()), NOW)).toEqual(refused);
  expect(await removeFilm(mentor, id, NOW)).toEqual(refused);
  const change = { id, base: 1, title: "Mine", captions: CAPTIONS, fileId: null };
  expect(await saveFilm(mentor, change, NOW)).toEqual(refused);
  expect(await findFilm(id)).toMatchObject({ title: "Ours", version: 1 });
});
