import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentor, viewerOf } from "@/testing/people";
import { restoreDocument, saveDocument } from "./commands";
import type { Slug } from "./document";
import type { Edit } from "./editing";
import { getDocument, listDocumentVersions, listNewestDocuments } from "./queries";

const NOW = new Date("2026-11-25T10:00:00Z");
const SURROUNDINGS = { settings: DEFAULT_SETTINGS, signIn: "federated" } as const;

const edit = (body: string, base: number, more: Partial<Edit> = {}): Edit => ({
  typed: { title: "A title", body },
  base,
  take: [],
  isPublishing: false,
  ...more,
});
const staff = async () => viewerOf(await insertMember({ staff: "staff" }));
const read = async (slug: Slug) => JSON.stringify(await getDocument(slug, SURROUNDINGS, NOW));
const auditOf = (slug: Slug) =>
  db().auditEvent.findMany({
    where: { subject: "document", data: { path: ["slug"], equals: slug } },
    orderBy: { id: "asc" },
    select: { fact: true, actor: true, actorId: true, subjectId: true, data: true },
  });

test("nobody but staff saves or restores", async () => {
  const mentor = viewerOf(await insertMentor());
  expect(await saveDocument(mentor, "terms", edit("Mine.", 0), NOW)).toEqual({ ok: false, reason: "not-staff" });
  expect(await restoreDocument(mentor, "terms", 0, NOW)).toEqual({ ok: false, reason: "not-staff" });
  expect(await listDocumentVersions("terms")).toEqual([]);
  expect(await auditOf("terms")).toEqual([]);
});

test("a draft is unseen, what is published is read at once, and an earlier version comes back as a draft", async () => {
  const actor = await staff();
  const first = await read("faq");
  expect(await saveDocument(actor, "faq", edit("A draft.", 0), NOW)).toMatchObject({ ok: true });
  expect(await read("faq")).toBe(first);
  expect(await saveDocument(actor, "faq", edit("The newer one.", 1, { isPublishing: true }), NOW)).toMatchObject({
    ok: true,
  });
  expect(await read("faq")).toContain("The newer one.");
  await saveDocument(actor, "faq", edit("The newest.", 2, { isPublishing: true }), NOW);
  expect(await read("faq")).toContain("The newest.");
  expect(await restoreDocument(actor, "faq", 2, NOW)).toEqual({ ok: true, value: null });
  expect(await read("faq")).toContain("The newest.");
  const versions = await listDocumentVersions("faq");
  expect(versions.map(({ number, publishedAt }) => [number, publishedAt !== null])).toEqual([
    [4, false],
    [3, true],
    [2, true],
    [1, false],
  ]);
  expect(versions[0]?.authorName).toBe(actor.name);
  const newest = (await listNewestDocuments()).filter(({ slug }) => slug === "faq");
  expect(newest.map(({ number }) => number).toSorted()).toEqual([3, 4]);
  expect(await auditOf("faq")).toEqual(
    ["drafted", "published", "published", "restored"].map((fact, i) => ({
      fact,
      actor: "staff",
      actorId: actor.memberId,
      subjectId: null,
      data: { slug: "faq", number: i + 1 },
    })),
  );
});

test("the text that comes with the product can be published unchanged, and brought back", async () => {
  const actor = await staff();
  const { title, blocks } = await getDocument("accessibility", SURROUNDINGS, NOW);
  await saveDocument(actor, "accessibility", edit("Ours.", 0, { isPublishing: true }), NOW);
  await restoreDocument(actor, "accessibility", 0, NOW);
  const { body } = await db().document.findFirstOrThrow({
    where: { slug: "accessibility", number: 2 },
    select: { body: true },
  });
  await saveDocument(actor, "accessibility", edit("", 2, { typed: { title, body }, isPublishing: true }), NOW);
  expect(await getDocument("accessibility", SURROUNDINGS, NOW)).toMatchObject({ number: 3, blocks });
});

test("what is unfit is not published", async () => {
  const actor = await staff();
  const result = await saveDocument(actor, "cpd", edit("For {{everyone}}.", 0, { isPublishing: true }), NOW);
  expect(result).toMatchObject({ reason: "unfit", problems: { body: [expect.stringContaining("{{everyone}}")] } });
  expect(await auditOf("cpd")).toEqual([]);
});

test("the same button pressed twice at once publishes once", async () => {
  const actor = await staff();
  const twice = Array.from({ length: 5 }, () => saveDocument(actor, "privacy", edit("Once.", 0, { isPublishing: true }), NOW));
  expect((await Promise.all(twice)).every(({ ok }) => ok)).toBe(true);
  expect(await listDocumentVersions("privacy")).toHaveLength(1);
  expect(await auditOf("privacy")).toHaveLength(1);
});

test("of ten who write at once one has saved, and nine have both texts", async () => {
  const [helen, owen] = [await staff(), await staff()];
  const all = Array.from({ length: 10 }, (_, i) =>
    saveDocument(i % 2 ? helen : owen, "complaints", edit(`Text ${i}.`, 0, { isPublishing: true }), NOW),
  );
  const results = await Promise.all(all);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((result) => "theirs" in result && result.theirs.body)).toHaveLength(9);
  expect(await auditOf("complaints")).toHaveLength(1);
});
