import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { dismiss } from "../commands";
import type { Kind } from "../kinds";
import { listOfKind } from "../queries";
import type { Deed } from "./act";
import { actOnMany, forgetActs, undoMany } from "./commands";
import { findAct, findChosen } from "./queries";

const SETTINGS = DEFAULT_SETTINGS;
const staffViewer = async () => viewerOf(await insertMember({ staff: "staff" }));

async function ask() {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  return { id: sent.value, mentee, mentor };
}

/** The items of a kind as the page that asks shows them, about these. */
async function itemsOf(viewer: Viewer, kind: Kind, day: number, ids: readonly string[]) {
  const rows = (await listOfKind(viewer, kind, SETTINGS, onDay(day)))?.rows ?? [];
  const keys = ids.map((id) => rows.find(({ subjectId }) => subjectId === id)?.key ?? "");
  return findChosen("all", keys);
}

/** Does it, and says what became of each subject, and under which key that is found. */
async function doing(viewer: Viewer, form: Parameters<typeof actOnMany>[1], deed: Deed, day: number) {
  const acted = await actOnMany(viewer, form, deed, SETTINGS, onDay(day));
  if (!acted.ok) throw new Error(acted.reason);
  const found = await findAct(viewer, acted.value);
  return {
    actId: acted.value,
    outcomes: Object.fromEntries((found?.lines ?? []).map(({ key, outcome }) => [key.split(":")[1], outcome])),
  };
}

const toldOf = (memberId: string, kind: string) => db().mail.count({ where: { memberId, kind } });

test("several get more days; what is refused is said by name and stops nobody, and a second press does nothing", async () => {
  const staff = await staffViewer();
  const [first, answered, own, last] = [await ask(), await ask(), await ask(), await ask()];
  const ids = [first, answered, own, last].map(({ id }) => id);
  const ownViewer = { ...viewerOf(own.mentor), staff: "staff" as const };
  const form = { formId: randomUUID(), items: await itemsOf(staff, "proposal-expiring", 19, ids) };
  await proposals.reject(viewerOf(answered.mentor), answered.id, null, SETTINGS, onDay(19));
  const deed: Deed = { act: "extend", amount: 7 };
  const expected = { [first.id]: "done", [answered.id]: "not-open", [own.id]: "own", [last.id]: "done" };
  const { actId, outcomes } = await doing(ownViewer, form, deed, 19);
  expect(outcomes).toEqual(expected);
  const lines = (await findAct(staff, actId))?.lines ?? [];
  expect(lines.find(({ outcome }) => outcome === "own")?.names).toEqual([own.mentee.name, own.mentor.name]);
  expect(await doing(ownViewer, form, deed, 19)).toEqual({ actId, outcomes: expected });
  for (const { id } of [first, last])
    expect(await db().proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ extraDays: 7 });
  for (const { mentor, mentee } of [first, last])
    for (const { id } of [mentor, mentee]) expect(await toldOf(id, "proposal-extended")).toBe(1);
  const facts = await db().auditEvent.findMany({ where: { subjectId: { in: ids }, fact: "extended" } });
  expect(facts.map(({ actorId }) => actorId)).toEqual([ownViewer.memberId, ownViewer.memberId]);
  // The same form with another number is another act, on what has changed meanwhile.
  const more = await doing(ownViewer, form, { act: "extend", amount: 3 }, 19);
  expect([more.actId === actId, more.outcomes[first.id]]).toEqual([false, "changed-meanwhile"]);
});

test("the same form twice at once does it once, and what is done is said to be done", async () => {
  const staff = await staffViewer();
  const asked = [await ask(), await ask(), await ask()];
  const form = {
    formId: randomUUID(),
    items: await itemsOf(
      staff,
      "proposal-expiring",
      19,
      asked.map(({ id }) => id),
    ),
  };
  for (const deed of [{ act: "write", subject: "A word", words: "Dear [mentee] and [mentor]" }, { act: "remind" }] as const) {
    const both = await Promise.all([1, 2, 3].map(() => actOnMany(staff, form, deed, SETTINGS, onDay(19))));
    const [actId = ""] = both.flatMap((one) => (one.ok ? [one.value] : []));
    expect((await findAct(staff, actId))?.lines.map(({ outcome }) => outcome)).toEqual(["done", "done", "done"]);
    for (const { mentor } of asked)
      expect(await toldOf(mentor.id, deed.act === "write" ? "letter" : "proposal-reminder")).toBe(1);
  }
  for (const { id, mentee, mentor } of asked)
    expect((await db().staffLetter.findMany({ where: { proposalId: id } })).map(({ words }) => words)).toEqual([
      `Dear ${mentee.name} and ${mentor.name}`,
    ]);
});

test("quiet relationships are extended by months, and those who are gone are told of no letter", async () => {
  const staff = await staffViewer();
  const [kept, left] = [await insertPartners(), await insertPartners()];
  const before = await db().relationship.findUniqueOrThrow({ where: { id: kept.id } });
  const items = await itemsOf(staff, "relationship-quiet", 70, [kept.id, left.id]);
  await db().member.update({ where: { id: left.mentee.id }, data: { status: "deleted" }, select: { id: true } });
  const letter: Deed = { act: "write", subject: "How is it going?", words: "Dear both" };
  const written = await doing(staff, { formId: randomUUID(), items }, letter, 70);
  expect(written.outcomes).toEqual({ [kept.id]: "done", [left.id]: "partner-left" });
  const { outcomes } = await doing(staff, { formId: randomUUID(), items }, { act: "extend", amount: 6 }, 70);
  expect(outcomes).toEqual({ [kept.id]: "done", [left.id]: "done" });
  const after = await db().relationship.findUniqueOrThrow({ where: { id: kept.id } });
  expect(after.agreedUntil.getTime() - before.agreedUntil.getTime()).toBeGreaterThan(180 * 86_400_000);
  // Nobody reminds a relationship.
  const none = await doing(staff, { formId: randomUUID(), items }, { act: "remind" }, 70);
  expect(Object.values(none.outcomes)).toEqual(["not-found", "not-found"]);
});

test("what is put off or dismissed comes back with one press, but not what a colleague has dismissed since", async () => {
  const [staff, colleague] = [await staffViewer(), await staffViewer()];
  const pairs = [await insertPartners(), await insertPartners()];
  const ids = pairs.map(({ id }) => id);
  const isThere = async (day: number) => (await itemsOf(staff, "relationship-quiet", day, ids)).map(({ kind }) => kind);
  const items = await itemsOf(staff, "relationship-quiet", 70, ids);
  const { actId, outcomes } = await doing(staff, { formId: randomUUID(), items }, { act: "put-off" }, 70);
  expect(outcomes).toEqual(Object.fromEntries(ids.map((id) => [id, "done"])));
  expect(await isThere(71)).toEqual([]);
  const [first, second] = items;
  await dismiss(colleague, second?.key ?? "", "They are abroad.", onDay(71));
  expect(await undoMany(viewerOf(await insertMentor()), actId, onDay(71))).toEqual({ ok: false, reason: "not-staff" });
  expect(await undoMany(staff, actId, onDay(71))).toEqual({ ok: true, value: 1 });
  expect(await undoMany(staff, actId, onDay(71))).toEqual({ ok: true, value: 0 });
  expect((await itemsOf(staff, "relationship-quiet", 71, [ids[0] ?? ""])).map(({ key }) => key)).toEqual([first?.key]);
  expect((await findAct(staff, actId))?.lines.map(({ outcome }) => outcome).sort()).toEqual(["done", "undone"]);
  const facts = await db().auditEvent.findMany({ where: { subjectId: ids[0] ?? "", actor: "staff" }, orderBy: { id: "asc" } });
  expect(facts.map(({ fact }) => fact)).toEqual(["put-off", "taken-up"]);
});

test("the lines of an act go by the day on which it was done, and then nobody opens the page of an act any more", async () => {
  const staff = await staffViewer();
  const items = await itemsOf(staff, "relationship-quiet", 70, [(await insertPartners()).id]);
  const { actId } = await doing(staff, { formId: randomUUID(), items }, { act: "put-off" }, 70);
  await forgetActs(onDay(69));
  expect(await findAct(staff, actId)).not.toBeNull();
  expect(await forgetActs(onDay(71))).toBeGreaterThan(0);
  expect(await findAct(staff, actId)).toBeNull();
});

test("members do nothing to many, and find nothing of it", async () => {
  const { id, mentor } = await insertPartners();
  const staff = await staffViewer();
  const items = await itemsOf(staff, "relationship-quiet", 70, [id]);
  const deeds: Deed[] = [{ act: "put-off" }, { act: "dismiss", reason: "No." }, { act: "write", subject: "A", words: "B" }];
  for (const deed of deeds)
    expect(await actOnMany(viewerOf(mentor), { formId: randomUUID(), items }, deed, SETTINGS, onDay(70))).toEqual({
      ok: false,
      reason: "not-staff",
    });
  expect(await db().todayAct.count({ where: { subjectId: id } })).toBe(0);
  expect([await findAct(staff, "odd"), await findAct(staff, randomUUID())]).toEqual([null, null]);
});
