import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { backToSocietys, saveText } from "@/lib/pairing/programmes/texts/commands";
import { saveDocument } from "@/lib/society/content/commands";
import { saveResource, takeDown } from "@/lib/society/resources/commands";
import { mp4Of } from "@/testing/films";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { factsOf, forgetFilms, UPLOADED_AT as NOW, upload } from "@/testing/uploads";
import { addressOfFilm } from "./address";
import { removeFilm } from "./commands";
import { PIECE } from "./film";
import { findFilm, findFilmCaptions, findFilmFile, listFilmPlaces, readFilmBytes } from "./queries";

const staff = async () => viewerOf(await insertMember({ staff: "staff" }));

beforeEach(forgetFilms);

async function publish(actor: Viewer, film: string, audience = "everybody"): Promise<string> {
  const id = randomUUID();
  const typed = { title: "A film", summary: "Watch.", audience, film: addressOfFilm(film), body: "Said." };
  expect(await saveResource(actor, id, { typed, base: 0, take: [], isPublishing: true }, NOW)).toMatchObject({ ok: true });
  return id;
}

describe("a film is seen by", () => {
  const everybody = async () => ({
    nobody: null,
    mentor: viewerOf(await insertMentor()),
    mentee: viewerOf(await insertMentee()),
    staff: await staff(),
  });
  const seenBy = async (id: string) => {
    const who = Object.entries(await everybody());
    const found = await Promise.all(who.map(async ([name, viewer]) => ((await findFilmFile(viewer, id)) ? [name] : [])));
    const captions = await Promise.all(who.map(async ([name, viewer]) => ((await findFilmCaptions(viewer, id)) ? [name] : [])));
    expect(captions).toEqual(found);
    return found.flat();
  };

  test("staff alone before anybody shows it, and those whom its resource is for", async () => {
    const actor = await staff();
    const id = await upload(actor);
    expect(await seenBy(id)).toEqual(["staff"]);
    expect(await listFilmPlaces(id)).toEqual([]);
    const resource = await publish(actor, id, "mentors");
    expect(await seenBy(id)).toEqual(["mentor", "staff"]);
    expect(await listFilmPlaces(id)).toEqual([{ in: "resource", id: resource, title: "A film" }]);
    expect(await findFilm(id)).toMatchObject({ isShown: true });
    await takeDown(actor, resource, 1, NOW);
    expect(await seenBy(id)).toEqual(["staff"]);
    await publish(actor, id);
    expect(await seenBy(id)).toEqual(["mentor", "mentee", "staff"]);
  });

  test.each([
    ["welcome", ["mentor", "mentee", "staff"]],
    ["faq", ["nobody", "mentor", "mentee", "staff"]],
  ] as const)("readers of the text %s, as long as its published version shows it", async (slug, who) => {
    const actor = await staff();
    const id = await upload(actor);
    const save = (body: string, base: number, isPublishing: boolean) =>
      saveDocument(actor, slug, { typed: { title: "T", body }, base, take: [], isPublishing }, NOW);
    await save(`![Ours](${addressOfFilm(id)})`, 0, false);
    expect(await seenBy(id)).toEqual(["staff"]);
    await save(`![Ours](${addressOfFilm(id)})`, 1, true);
    expect(await seenBy(id)).toEqual(who);
    expect(await listFilmPlaces(id)).toEqual([{ in: "text", slug }]);
    await save("No film.", 2, true);
    expect(await seenBy(id)).toEqual(["staff"]);
  });
});

test("members see a film in a text that a programme has of its own, as long as that is published", async () => {
  const actor = await staff();
  const [id, programmeId] = [await upload(actor), await openProgramme(actor, NOW)];
  const text = { programmeId, slug: "first-conversation" } as const;
  const save = (body: string, base: number, isPublishing: boolean) =>
    saveText(actor, text, { typed: { title: "T", body }, base, take: [], isPublishing }, NOW);
  const [mentor, mentee] = [viewerOf(await insertMentor()), viewerOf(await insertMentee())];
  const isSeen = async () => Promise.all([null, mentor, mentee].map(async (who) => (await findFilmFile(who, id)) !== null));
  await save(`![Ours](${addressOfFilm(id)})`, 0, false);
  expect(await isSeen()).toEqual([false, false, false]);
  await save(`![Ours](${addressOfFilm(id)})`, 1, true);
  expect(await isSeen()).toEqual([false, true, true]);
  expect(await listFilmPlaces(id)).toEqual([
    { in: "programme", id: programmeId, name: "Returners", slug: "first-conversation" },
  ]);
  expect(await removeFilm(actor, id, NOW)).toEqual({ ok: false, reason: "in-use" });
  await backToSocietys(actor, text, NOW);
  expect(await isSeen()).toEqual([false, false, false]);
});

test("a film is removed for good once no member sees it, with its file", async () => {
  const actor = await staff();
  const id = await upload(actor);
  const resource = await publish(actor, id);
  expect(await removeFilm(actor, id, NOW)).toEqual({ ok: false, reason: "in-use" });
  await takeDown(actor, resource, 1, NOW);
  expect(await removeFilm(actor, id, NOW)).toEqual({ ok: true, value: null });
  expect(await removeFilm(actor, id, NOW)).toEqual({ ok: true, value: null });
  expect([await db().filmFile.count(), await db().filmPiece.count()]).toEqual([0, 0]);
  expect(await findFilmFile(actor, id)).toBeNull();
  expect((await factsOf(id)).map(([fact]) => fact)).toEqual(["film-uploaded", "film-removed"]);
  const typed = { title: "A film", summary: "Watch.", audience: "everybody", film: addressOfFilm(id), body: "Said." };
  expect(await saveResource(actor, randomUUID(), { typed, base: 0, take: [], isPublishing: true }, NOW)).toMatchObject({
    reason: "unfit",
    problems: { film: [expect.stringContaining("does not exist")] },
  });
});

test("whoever reads a film while it is replaced is not given bytes of another", async () => {
  const actor = await staff();
  const id = await upload(actor, mp4Of({ length: 3 * PIECE }));
  const file = await findFilmFile(actor, id);
  const reading = readFilmBytes(file?.fileId ?? "", { from: 0, to: 3 * PIECE });
  expect((await reading.next()).value).toHaveLength(PIECE);
  await removeFilm(actor, id, NOW);
  await expect(reading.next()).rejects.toThrow("not there any more");
});
