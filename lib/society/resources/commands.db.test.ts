import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Edit } from "@/lib/society/content/editing";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentor, viewerOf } from "@/testing/people";
import { addFirstArticles, moveResource, restoreResource, saveResource, takeDown } from "./commands";
import { findResource, listResources, listResourceVersions, listShelf } from "./queries";

const NOW = new Date("2026-11-25T10:00:00Z");
const SURROUNDINGS = { settings: DEFAULT_SETTINGS, signIn: "federated" } as const;
const ROLES = [{ activeRole: "mentor" }, { activeRole: "mentee" }, { activeRole: null }] as const;

const texts = { title: "Asking", summary: "For {{mentees}}.", audience: "everybody", film: "", body: "Ask {{aMentor}}." };
const edit = (typed: Partial<typeof texts>, base = 0, isPublishing = true): Edit => ({
  typed: { ...texts, ...typed },
  base,
  take: [],
  isPublishing,
});
const staff = async () => viewerOf(await insertMember({ staff: "staff" }));
const publish = async (typed: Partial<typeof texts> = {}) => {
  const [actor, id] = [await staff(), randomUUID()];
  expect(await saveResource(actor, id, edit(typed), NOW)).toMatchObject({ ok: true });
  return { actor, id };
};
/** By mentors, by mentees, and by whoever has no role. */
const seen = (id: string) => Promise.all(ROLES.map(async (role) => (await findResource(role, id, SURROUNDINGS)) !== null));
const factsOf = async (id: string) => {
  const rows = await db().auditEvent.findMany({ where: { subject: "resource", subjectId: id }, orderBy: { id: "asc" } });
  return rows.map(({ fact, actor, actorId, data }) => ({ fact, actor, actorId, data }));
};

test("nobody but staff does anything", async () => {
  const { id } = await publish();
  const mentor = viewerOf(await insertMentor());
  const refused = { ok: false, reason: "not-staff" };
  expect(await saveResource(mentor, id, edit({ body: "Mine." }, 1), NOW)).toEqual(refused);
  expect(await saveResource(mentor, randomUUID(), edit({}), NOW)).toEqual(refused);
  expect(await restoreResource(mentor, id, 1, NOW)).toEqual(refused);
  expect(await takeDown(mentor, id, 1, NOW)).toEqual(refused);
  expect(await moveResource(mentor, id, "up", NOW)).toEqual(refused);
  expect(await addFirstArticles(mentor, NOW)).toEqual(refused);
  expect(await factsOf(id)).toHaveLength(1);
  expect(await listResourceVersions(id)).toHaveLength(1);
});

test.each([
  ["everybody", [true, true, true]],
  ["mentors", [true, false, false]],
  ["mentees", [false, true, false]],
] as const)("what is for %s is listed and opened by just these", async (audience, who) => {
  const { id } = await publish({ audience });
  expect(await seen(id)).toEqual(who);
  const lists = await Promise.all(ROLES.map(listResources));
  expect(lists.map((list) => list.some((one) => one.id === id))).toEqual(who);
});

test("a draft is seen by nobody, nor does it change what is published; taken down, nothing is seen", async () => {
  const id = randomUUID();
  const actor = await staff();
  await saveResource(actor, id, edit({}, 0, false), NOW);
  expect(await seen(id)).toEqual([false, false, false]);
  await saveResource(actor, id, edit({}, 1), NOW);
  await saveResource(actor, id, edit({ audience: "mentors", body: "Draft." }, 2, false), NOW);
  expect(await seen(id)).toEqual([true, true, true]);
  expect(await findResource({ activeRole: "mentee" }, id, SURROUNDINGS)).toMatchObject({
    summary: "For mentees.",
    publishedAt: NOW,
  });
  expect(await takeDown(actor, id, 3, NOW)).toEqual({ ok: false, reason: "changed-meanwhile" });
  expect(await takeDown(actor, id, 2, NOW)).toEqual({ ok: true, value: null });
  expect(await takeDown(actor, id, 2, NOW)).toEqual({ ok: true, value: null });
  expect(await seen(id)).toEqual([false, false, false]);
  await saveResource(actor, id, edit({ audience: "mentors", body: "Draft." }, 3), NOW);
  expect(await seen(id)).toEqual([true, false, false]);
  expect(await restoreResource(actor, id, 2, NOW)).toEqual({ ok: true, value: null });
  expect(await seen(id)).toEqual([true, false, false]);
  expect(await factsOf(id)).toEqual(
    (
      [
        ["drafted", 1],
        ["published", 2],
        ["drafted", 3],
        ["taken-down", 2],
        ["published", 4],
        ["restored", 5],
      ] as const
    ).map(([fact, number]) => ({ fact, actor: "staff", actorId: actor.memberId, data: { number } })),
  );
});

test("the form of a new one sent twice at once makes one", async () => {
  const [actor, id] = [await staff(), randomUUID()];
  const results = await Promise.all(Array.from({ length: 5 }, () => saveResource(actor, id, edit({}), NOW)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await listResourceVersions(id)).toHaveLength(1);
  expect(await factsOf(id)).toHaveLength(1);
});

test("a draft and a publication at the same moment: never is the draft what members see", async () => {
  for (let round = 0; round < 5; round++) {
    const { actor, id } = await publish();
    await Promise.all([
      saveResource(actor, id, edit({ body: "Draft." }, 1, false), NOW),
      saveResource(actor, id, edit({ body: "Published." }, 1), NOW),
    ]);
    const { publishedNumber } = await db().resource.findUniqueOrThrow({ where: { id }, select: { publishedNumber: true } });
    const live = (await listResourceVersions(id)).find(({ number }) => number === publishedNumber);
    expect(live?.publishedAt).toEqual(NOW);
  }
});

test("the order is what staff make of it, however many move at once", async () => {
  const { actor, id: a } = await publish();
  const ids: string[] = [a, (await publish()).id, (await publish()).id];
  const order = async () => (await listShelf()).map(({ id }) => id).filter((id) => ids.includes(id));
  const [, b = "", c = ""] = ids;
  expect(await order()).toEqual([a, b, c]);
  await moveResource(actor, c, "up", NOW);
  expect(await order()).toEqual([a, c, b]);
  expect(await moveResource(actor, b, "down", NOW)).toEqual({ ok: true, value: null });
  expect(await order()).toEqual([a, c, b]);
  await moveResource(actor, a, "down", NOW);
  expect(await order()).toEqual([c, a, b]);
  expect((await factsOf(b)).map(({ fact }) => fact)).toEqual(["published"]);
  expect((await factsOf(a)).at(-1)).toMatchObject({ fact: "moved", data: { direction: "down" } });
  expect(await moveResource(actor, randomUUID(), "up", NOW)).toEqual({ ok: false, reason: "not-found" });
  await Promise.all(Array.from({ length: 10 }, (_, i) => moveResource(actor, ids[i % 3] ?? a, i % 2 ? "up" : "down", NOW)));
  const rows = await db().resource.findMany({ select: { position: true } });
  expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
  expect((await order()).toSorted()).toEqual(ids.toSorted());
});

test("addresses that are none find nothing", async () => {
  expect(await findResource({ activeRole: "mentor" }, "x' OR 1=1", SURROUNDINGS)).toBeNull();
  expect(await findResource({ activeRole: "mentor" }, randomUUID(), SURROUNDINGS)).toBeNull();
});

test("the articles that come with the product are added once, as drafts, and what was changed stays", async () => {
  const actor = await staff();
  const before = (await listShelf()).length;
  const added = await addFirstArticles(actor, NOW);
  expect(added.ok && added.value).toBeGreaterThanOrEqual(8);
  const shelf = (await listShelf()).slice(before);
  expect(shelf.every(({ publishedNumber }) => publishedNumber === null)).toBe(true);
  const { id = "" } = shelf[0] ?? {};
  await saveResource(actor, id, edit({ title: "Ours" }, 1), NOW);
  expect(await addFirstArticles(actor, NOW)).toEqual({ ok: true, value: 0 });
  expect((await listShelf()).find((one) => one.id === id)).toMatchObject({ title: "Ours", number: 2 });
});
