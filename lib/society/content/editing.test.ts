import { describe, expect, test } from "vitest";
import type { Texts } from "@/lib/foundation/amending";
import { type Edit, type Problems, type Shelf, saveEdit, saveRestored } from "./editing";

const UNFIT: Problems = { body: ["Not this."] };
const FIRST = { title: "One", body: "Words." };

/** Versions in memory: [0] stands before anything is saved. */
function shelve(versions: { texts: Texts; isPublished: boolean }[], interrupt: (() => void)[] = []) {
  let isPublishing = false;
  const shelf: Shelf = {
    findProblems: ({ body = "" }) => (body.includes("bad") ? UNFIT : {}),
    findNewest: async () => {
      const number = versions.length - 1;
      const last = versions[number];
      return { number, texts: last?.texts ?? {}, isLive: last?.isPublished ?? false, authorName: "Helen Marsh" };
    },
    findTexts: async (number) => versions[number]?.texts ?? null,
    add: async (texts, from) => {
      interrupt.shift()?.();
      if (from !== versions.length - 1) return false;
      versions.push({ texts, isPublished: isPublishing });
      return true;
    },
  };
  const save = (edit: Partial<Edit>) => {
    isPublishing = edit.isPublishing ?? false;
    return saveEdit({ typed: FIRST, base: versions.length - 1, take: [], isPublishing, ...edit }, shelf);
  };
  return { versions, save, restore: (number: number) => saveRestored(number, shelf) };
}

const begin = (interrupt?: (() => void)[]) => shelve([{ texts: FIRST, isPublished: false }], interrupt);
const NEW = { ok: true, value: { isNew: true, isMerged: false } };
const NOTHING_NEW = { ok: true, value: { isNew: false, isMerged: false } };

describe("saving", () => {
  test("adds a version, and nothing when nothing is new", async () => {
    const { save, versions } = begin();
    expect(await save({})).toEqual(NOTHING_NEW);
    expect(await save({ typed: { ...FIRST, body: "More." } })).toEqual(NEW);
    expect(await save({ typed: { ...FIRST, body: "More." }, base: 0 })).toEqual(NOTHING_NEW);
    expect(versions).toHaveLength(2);
  });

  test("publishes a draft that is the same, once", async () => {
    const { save, versions } = begin();
    expect(await save({ isPublishing: true })).toEqual(NEW);
    expect(await save({ isPublishing: true })).toEqual(NOTHING_NEW);
    expect(versions.map(({ isPublished }) => isPublished)).toEqual([false, true]);
  });

  test("publishes nothing that is unfit, and keeps it as a draft", async () => {
    const { save, versions } = begin();
    const typed = { ...FIRST, body: "A bad word." };
    expect(await save({ typed, isPublishing: true })).toEqual({
      ok: false,
      reason: "unfit",
      problems: { body: ["Not this."] },
    });
    expect(versions).toHaveLength(1);
    expect(await save({ typed })).toEqual(NEW);
  });
});

describe("two at once", () => {
  const HERS = { ...FIRST, body: "Hers." };

  test("in the same box: both come back, and nothing is saved", async () => {
    const { save, versions } = begin();
    await save({ typed: HERS });
    const clash = await save({ typed: { ...FIRST, body: "His." }, base: 0 });
    expect(clash).toMatchObject({ reason: "clash", by: "Helen Marsh", base: "1", theirs: { body: "Hers." } });
    expect(versions).toHaveLength(2);
    expect(await save({ typed: { ...FIRST, body: "His." }, base: 1, take: ["body"] })).toEqual(NOTHING_NEW);
    expect(await save({ typed: { ...FIRST, body: "Both." }, base: 1 })).toEqual(NEW);
  });

  test("in different boxes: a draft has both, and nothing is published before it was seen", async () => {
    const { save, versions } = begin();
    await save({ typed: HERS });
    const his = { title: "His", body: "Words." };
    expect(await save({ typed: his, base: 0, isPublishing: true })).toMatchObject({
      reason: "clash",
      theirs: {},
      texts: { title: "His", body: "Hers." },
    });
    expect(await save({ typed: his, base: 0 })).toEqual({ ok: true, value: { isNew: true, isMerged: true } });
    expect(versions.at(-1)?.texts).toEqual({ title: "His", body: "Hers." });
  });

  test("at the same moment: whoever is second looks again", async () => {
    const hers = () => void shelved.versions.push({ texts: HERS, isPublished: false });
    const shelved = begin([hers]);
    expect(await shelved.save({ typed: { ...FIRST, title: "His" } })).toEqual({
      ok: true,
      value: { isNew: true, isMerged: true },
    });
    const busy = begin(Array.from({ length: 5 }, () => () => void busy.versions.push({ texts: FIRST, isPublished: false })));
    expect(await busy.save({ typed: { ...FIRST, title: "His" } })).toEqual({ ok: false, reason: "busy" });
  });
});

test("an earlier version comes back as the newest, once", async () => {
  const { save, restore, versions } = begin();
  await save({ typed: { ...FIRST, body: "More." } });
  expect(await restore(7)).toEqual({ ok: false, reason: "not-found" });
  expect(await restore(0)).toEqual({ ok: true, value: null });
  expect(await restore(0)).toEqual({ ok: true, value: null });
  expect(versions.map(({ texts }) => texts.body)).toEqual(["Words.", "More.", "Words."]);
});
