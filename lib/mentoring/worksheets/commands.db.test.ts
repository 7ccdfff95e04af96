import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import * as programmes from "@/lib/pairing/programmes/commands";
import { NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import { listRelationships } from "@/lib/pairing/proposals/queries";
import * as relationships from "@/lib/pairing/relationships/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { endWhile, insertPartners } from "@/testing/partners";
import { insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SCHEME } from "@/testing/programmes/intake";
import { insertPairInProgramme } from "@/testing/programmes/pair";
import { onDay } from "@/testing/proposals/examples";
import { addWorksheet, changeWorksheet } from "./commands";
import { findVersion, findWorksheet, listWorksheets } from "./queries";
import { MOST_WORKSHEETS, pickWords } from "./worksheet";

const SWOT = pickWords("swot", { title: "The first year", strengths: "I finish things.", threats: "Time." });
const DAY_2 = onDay(2);

async function begin() {
  const pair = await insertPartners();
  const worksheetId = randomUUID();
  const added = await addWorksheet(
    viewerOf(pair.mentee),
    { relationshipId: pair.id, worksheetId, kind: "swot", words: SWOT },
    DEFAULT_SETTINGS,
    DAY_2,
  );
  expect(added).toEqual({ ok: true, value: worksheetId });
  const change = (member: TestMember, words: Record<string, string>, base: number, take: string[] = [], now = DAY_2) => {
    const typed = { ...SWOT, ...words };
    const changed = { relationshipId: pair.id, worksheetId, kind: "swot" as const, words: typed, base, take };
    return changeWorksheet(viewerOf(member), changed, DEFAULT_SETTINGS, now);
  };
  const find = (number: number | null = null) => findWorksheet(viewerOf(pair.mentor), pair.id, worksheetId, number);
  return { ...pair, worksheetId, change, find };
}

const toldOf = async ({ id }: TestMember, kind: string) => {
  const where = { memberId: id, kind };
  return [await db().notification.count({ where }), await db().mail.count({ where })];
};

describe("a worksheet", () => {
  test("is there for both, sealed, and for nobody else", async () => {
    const { id, worksheetId, mentee, mentor } = await begin();
    for (const member of [mentee, mentor]) {
      const found = await findWorksheet(viewerOf(member), id, worksheetId);
      expect(found).toMatchObject({ words: SWOT, number: 1, shown: 1, versions: [{ number: 1, authorName: "Mei Tanaka" }] });
      expect(await listWorksheets(viewerOf(member), id, "swot")).toMatchObject([
        { id: worksheetId, changedByName: "Mei Tanaka" },
      ]);
      expect(await listWorksheets(viewerOf(member), id, "g-star")).toEqual([]);
    }
    const outsider = viewerOf(await insertMentor());
    expect(await findWorksheet(outsider, id, worksheetId)).toBeNull();
    expect(await listWorksheets(outsider, id, "swot")).toEqual([]);
    expect(await findWorksheet(viewerOf(mentee), id, "nonsense")).toBeNull();
    const kept = await db().sheetVersion.findFirstOrThrow({ where: { sheetId: worksheetId }, select: { words: true } });
    expect(kept.words).not.toContain("finish");
  });

  test("cannot be added or changed by an outsider, nor reached through another relationship", async () => {
    const { id, worksheetId, mentor } = await begin();
    const other = await insertPartners();
    const adding = { relationshipId: id, worksheetId: randomUUID(), kind: "swot" as const, words: SWOT };
    const outsider = viewerOf(other.mentee);
    expect(await addWorksheet(outsider, adding, DEFAULT_SETTINGS, DAY_2)).toEqual({ ok: false, reason: "not-found" });
    const changing = { relationshipId: other.id, worksheetId, kind: "swot" as const, words: SWOT, base: 1, take: [] };
    expect(await changeWorksheet(outsider, changing, DEFAULT_SETTINGS, DAY_2)).toEqual({ ok: false, reason: "not-found" });
    expect(await findWorksheet(outsider, other.id, worksheetId)).toBeNull();
    expect((await findWorksheet(viewerOf(mentor), id, worksheetId))?.number).toBe(1);
  });

  test("sent twice is one, and another one when something else was typed", async () => {
    const { id, worksheetId, mentee } = await begin();
    const again = { relationshipId: id, worksheetId, kind: "swot" as const, words: SWOT };
    const add = (words = SWOT) => addWorksheet(viewerOf(mentee), { ...again, words }, DEFAULT_SETTINGS, DAY_2);
    expect(await add()).toEqual({ ok: true, value: worksheetId });
    const other = await add({ ...SWOT, title: "Another" });
    expect(other.ok && other.value).not.toBe(worksheetId);
    expect(await listWorksheets(viewerOf(mentee), id, "swot")).toHaveLength(2);
    expect(await add(pickWords("swot", { title: "Only a title" }))).toEqual({ ok: false, reason: "empty" });
  });

  test("has room for a hundred of a kind", async () => {
    const { id, mentee } = await begin();
    const rows = Array.from({ length: MOST_WORKSHEETS - 1 }, () => ({ id: randomUUID(), relationshipId: id, kind: "swot" }));
    await db().sheet.createMany({ data: rows.map((row) => ({ ...row, createdAt: DAY_2, changedAt: DAY_2 })) });
    const one = { relationshipId: id, worksheetId: randomUUID(), words: SWOT };
    const add = (kind: "swot" | "g-star", words = SWOT) =>
      addWorksheet(viewerOf(mentee), { ...one, kind, words }, DEFAULT_SETTINGS, DAY_2);
    expect(await add("swot")).toEqual({ ok: false, reason: "too-many" });
    expect((await add("g-star", { actions: "Ask." })).ok).toBe(true);
  });

  test("keeps hostile words as they are", async () => {
    const { change, find, mentor } = await begin();
    const hostile = `<script>alert("1")</script> ' OR 1=1; -- \u202e \${x} 🙂`;
    expect(await change(mentor, { strengths: hostile }, 1)).toMatchObject({ ok: true });
    expect((await find())?.words.strengths).toBe(hostile);
  });
});

describe("changes", () => {
  test("are versions, each kept with who and when; no change is none", async () => {
    const { change, find, mentor, mentee } = await begin();
    expect(await change(mentor, { weaknesses: "Saying no." }, 1, [], onDay(3))).toEqual({
      ok: true,
      value: { isMerged: false },
    });
    expect(await change(mentee, { weaknesses: "Saying no." }, 2)).toEqual({ ok: true, value: { isMerged: false } });
    const found = await find();
    expect(found?.versions).toMatchObject([
      { number: 2, authorName: "Gareth Pugh", writtenAt: onDay(3) },
      { number: 1, authorName: "Mei Tanaka", writtenAt: DAY_2 },
    ]);
    expect((await find(1))?.words).toEqual(SWOT);
    expect(await find(3)).toBeNull();
  });

  test("of different boxes go together", async () => {
    const { change, find, mentor, mentee } = await begin();
    await change(mentor, { weaknesses: "Saying no." }, 1);
    expect(await change(mentee, { opportunities: "The new office." }, 1)).toEqual({ ok: true, value: { isMerged: true } });
    expect((await find())?.words).toEqual({ ...SWOT, weaknesses: "Saying no.", opportunities: "The new office." });
  });

  test("of the same box give the second both texts; saving again, on top of the newer one, is done", async () => {
    const { change, find, mentor, mentee } = await begin();
    await change(mentor, { strengths: "Theirs." }, 1);
    const clash = await change(mentee, { strengths: "Mine." }, 1);
    expect(clash).toMatchObject({ reason: "clash", theirs: { strengths: "Theirs." }, by: "Gareth Pugh", base: "2" });
    expect("texts" in clash && clash.texts.strengths).toBe("Mine.");
    expect((await find())?.number).toBe(2);
    expect((await change(mentee, { strengths: "Theirs. Mine." }, 2)).ok).toBe(true);
    expect((await find())?.words.strengths).toBe("Theirs. Mine.");
  });

  test("with theirs ticked save theirs in that box", async () => {
    const { change, find, mentor, mentee } = await begin();
    await change(mentor, { strengths: "Theirs." }, 1);
    await change(mentee, { strengths: "Mine.", threats: "Mine too." }, 2, ["strengths"]);
    expect((await find())?.words).toMatchObject({ strengths: "Theirs.", threats: "Mine too." });
  });

  test("twenty at once of the same box: one is saved, nineteen hear of it, and nobody's words are gone", async () => {
    const { change, find, mentor, mentee } = await begin();
    const all = Array.from({ length: 20 }, (_, i) => change(i % 2 ? mentor : mentee, { strengths: `Text ${i}` }, 1));
    const results = await Promise.all(all);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const clashes = results.flatMap((result) => ("texts" in result ? [result] : []));
    expect(clashes).toHaveLength(19);
    const saved = (await find())?.words.strengths;
    for (const { theirs, base } of clashes) expect([theirs.strengths, base]).toEqual([saved, "2"]);
    expect((await find())?.number).toBe(2);
  });

  test("four at once, each of another box, are all there", async () => {
    const { change, find, mentor, mentee, worksheetId } = await begin();
    const boxes = ["strengths", "weaknesses", "opportunities", "threats"];
    const results = await Promise.all(boxes.map((box, i) => change(i % 2 ? mentor : mentee, { [box]: `New ${box}` }, 1)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    for (const box of boxes) expect((await find())?.words[box]).toBe(`New ${box}`);
    expect((await find())?.number).toBe(5);
    expect(await findVersion(worksheetId, 1)).toEqual(SWOT);
  });
});

describe("after the end", () => {
  test("nothing is added or changed, and all of it can be read", async () => {
    const { id, change, find, mentor, mentee } = await begin();
    await relationships.closeAll(mentor.id, onDay(3));
    expect(await change(mentee, { strengths: "Later." }, 1, [], onDay(4))).toEqual({ ok: false, reason: "ended" });
    const one = { relationshipId: id, worksheetId: randomUUID(), kind: "swot" as const, words: SWOT };
    expect(await addWorksheet(viewerOf(mentee), one, DEFAULT_SETTINGS, onDay(4))).toEqual({ ok: false, reason: "ended" });
    expect((await find())?.words).toEqual(SWOT);
  });

  test("nor on the agreed day, whether or not that has been recorded", async () => {
    const { change, mentee } = await begin();
    expect(await change(mentee, { strengths: "Late." }, 1, [], onDay(500))).toEqual({ ok: false, reason: "ended" });
  });

  test("nor when the end comes while it is being saved", async () => {
    const { id, change, find, mentee } = await begin();
    const saved = await endWhile(id, onDay(3), () => change(mentee, { strengths: "Too late." }, 1));
    expect([saved, (await find())?.number]).toEqual([{ ok: false, reason: "ended" }, 1]);
  });
});

test("the partner is told at most once a day, without a word of what was written", async () => {
  const { id, change, mentor, mentee } = await begin();
  await change(mentee, { strengths: "More." }, 1);
  await change(mentee, { strengths: "More still." }, 2);
  expect([await toldOf(mentor, "swot-changed"), await toldOf(mentee, "swot-changed")]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  await change(mentor, { strengths: "And mine." }, 3);
  await change(mentee, { strengths: "The next day." }, 4, [], onDay(3));
  expect([await toldOf(mentor, "swot-changed"), await toldOf(mentee, "swot-changed")]).toEqual([
    [2, 2],
    [1, 1],
  ]);
  const facts = await db().auditEvent.findMany({
    where: { subjectId: id, subject: "relationship", fact: { startsWith: "swot" } },
    orderBy: { id: "asc" },
    select: { fact: true, data: true },
  });
  expect(facts.map(({ fact }) => fact)).toEqual(["swot-added", ...Array(4).fill("swot-changed")]);
  expect(JSON.stringify(facts)).not.toMatch(/More|finish/);
});

test("where their programme does without it, nothing is begun; what has been begun goes on", async () => {
  const { id, programmeId, staff, mentee, mentor } = await insertPairInProgramme({ withoutTools: ["g-star"] });
  const add = (kind: "swot" | "g-star", now = DAY_2) => {
    const adding = { relationshipId: id, worksheetId: randomUUID(), kind, words: SWOT };
    return addWorksheet(viewerOf(mentee), adding, DEFAULT_SETTINGS, now);
  };
  const without = async () => (await findRelationship(viewerOf(mentor), id, DAY_2))?.without;
  expect([await add("g-star"), await without()]).toEqual([{ ok: false, reason: "not-offered" }, ["g-star"]]);
  const added = await add("swot");
  if (!added.ok) throw new Error(added.reason);
  const own = { ...NOTHING_OF_ITS_OWN, withoutTools: ["swot" as const, "goals" as const] };
  await programmes.edit(staff, { id: programmeId, seen: 2 }, { ...SCHEME, own }, DAY_2);
  expect([await add("swot"), await without()]).toEqual([{ ok: false, reason: "not-offered" }, ["goals"]]);
  const changing = { relationshipId: id, worksheetId: added.value, kind: "swot" as const, base: 1, take: [] };
  const words = { ...SWOT, threats: "None." };
  expect(await changeWorksheet(viewerOf(mentor), { ...changing, words }, DEFAULT_SETTINGS, DAY_2)).toMatchObject({ ok: true });
  const { rows } = await listRelationships(viewerOf(mentee), "mentee");
  expect(rows.map((row) => [row.id, row.without])).toEqual([[id, ["goals"]]]);
});
