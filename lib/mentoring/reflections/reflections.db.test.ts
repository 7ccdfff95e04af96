import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { insertPairInProgramme } from "@/testing/programmes/pair";
import { onDay, WORDS as PROPOSAL, SENT_AT } from "@/testing/proposals/examples";
import { change, remove, write } from "./commands";
import { findReflection, listPartners, listReflections, listYears } from "./queries";
import type { Entry } from "./reflection";

const NOW = onDay(5);
const TODAY = NOW.toISOString().slice(0, 10);
const YEAR = Number(TODAY.slice(0, 4));
const WORDS = { done: "We talked about zeal.", learned: "To ask first.", use: "On Monday.", free: "" };

let mentee: TestMember;
let mentor: TestMember;
let relationshipId: string;

beforeEach(async () => {
  [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, PROPOSAL, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  relationshipId = sent.value;
  await proposals.accept(viewerOf(mentor), relationshipId, 1, DEFAULT_SETTINGS, onDay(1));
});

const entry = (changes: Partial<Entry> = {}): Entry => ({
  heldOn: TODAY,
  minutes: 60,
  isStructured: true,
  words: WORDS,
  relationshipId,
  ...changes,
});
const writeAs = async (
  member: TestMember,
  changes: Partial<Entry> = {},
  id: string = randomUUID(),
  meetingId: string | null = null,
) => ({
  id,
  result: await write(viewerOf(member), id, meetingId, entry(changes), NOW),
});
const yearOf = (member: TestMember, year = YEAR) => listReflections(viewerOf(member), year);

describe("a reflection", () => {
  test("is its writer's, with the partner's name, and nobody else's", async () => {
    const { id, result } = await writeAs(mentee);
    expect(result.ok).toBe(true);
    expect(await yearOf(mentee)).toEqual([
      {
        id,
        heldOn: TODAY,
        minutes: 60,
        isStructured: true,
        words: WORDS,
        relationshipId,
        partnerName: mentor.name,
        version: 1,
        isUnreadable: false,
      },
    ]);
    expect(await findReflection(viewerOf(mentee), id)).toMatchObject({ id });
    for (const other of [mentor, await insertMentee({}, { staff: "admin" })]) {
      expect(await yearOf(other)).toEqual([]);
      expect(await findReflection(viewerOf(other), id)).toBeNull();
      expect(await change(viewerOf(other), id, 1, entry({ relationshipId: null }), NOW)).toEqual({
        ok: false,
        reason: "changed-meanwhile",
      });
      expect(await remove(viewerOf(other), id, 1)).toEqual({ ok: false, reason: "changed-meanwhile" });
      expect(await write(viewerOf(other), id, null, entry({ relationshipId: null, minutes: 7 }), NOW)).toEqual({
        ok: false,
        reason: "already-written",
      });
    }
    expect(await yearOf(mentee)).toMatchObject([{ minutes: 60, version: 1 }]);
    expect(await findReflection(viewerOf(mentee), "not-an-id")).toBeNull();
  });

  test("is kept sealed", async () => {
    const { id } = await writeAs(mentee);
    const [row] = await db().$queryRaw<
      { dump: string }[]
    >`SELECT r::text AS "dump" FROM "reflections" r WHERE "id" = ${id}::uuid`;
    expect(row?.dump).not.toMatch(/zeal|ask|Monday/);
  });

  test("sent twice is written once; about one meeting there is one of each", async () => {
    const [id, meeting] = [randomUUID(), randomUUID()];
    const results = await Promise.all(Array.from({ length: 5 }, () => writeAs(mentee, {}, id, meeting)));
    expect(results.every(({ result }) => result.ok)).toBe(true);
    expect((await writeAs(mentee, {}, randomUUID(), meeting)).result).toEqual({ ok: false, reason: "already-written" });
    expect((await writeAs(mentor, {}, randomUUID(), meeting)).result.ok).toBe(true);
    expect([(await yearOf(mentee)).length, (await yearOf(mentor)).length]).toEqual([1, 1]);
  });

  test("names only relationships of the writer's", async () => {
    const outsider = await insertMentee();
    expect((await writeAs(outsider)).result).toEqual({ ok: false, reason: "not-found" });
    const { id } = await writeAs(outsider, { relationshipId: null });
    expect(await change(viewerOf(outsider), id, 1, entry(), NOW)).toEqual({ ok: false, reason: "not-found" });
    expect(await yearOf(outsider)).toMatchObject([{ relationshipId: null, partnerName: null, version: 1 }]);
  });

  test("looks back", async () => {
    expect((await writeAs(mentee, { heldOn: "2199-01-01" })).result).toEqual({ ok: false, reason: "day-ahead" });
    expect((await writeAs(mentee, { heldOn: "0202-01-01" })).result).toEqual({ ok: false, reason: "day-too-old" });
  });

  test("changed in two windows keeps what was saved first", async () => {
    const { id } = await writeAs(mentee);
    const texts = ["one", "two", "three"];
    const results = await Promise.all(
      texts.map((done) => change(viewerOf(mentee), id, 1, entry({ words: { ...WORDS, done } }), NOW)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const won = texts[results.findIndex(({ ok }) => ok)];
    expect(await yearOf(mentee)).toMatchObject([{ version: 2, words: { done: won } }]);
    expect(await remove(viewerOf(mentee), id, 1)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect((await remove(viewerOf(mentee), id, 2)).ok).toBe(true);
    expect(await yearOf(mentee)).toEqual([]);
  });

  test("stays, and can be written and changed, when the relationship is over", async () => {
    const { id } = await writeAs(mentee);
    await relationships.closeAll(mentor.id, onDay(4));
    expect((await writeAs(mentee, { minutes: 30 })).result.ok).toBe(true);
    expect((await change(viewerOf(mentee), id, 1, entry({ minutes: 45 }), NOW)).ok).toBe(true);
    expect((await yearOf(mentee)).map(({ minutes }) => minutes).sort()).toEqual([30, 45]);
    await db().relationship.delete({ where: { id: relationshipId }, select: { id: true } });
    expect(await yearOf(mentee)).toMatchObject([{ partnerName: null }, { partnerName: null }]);
  });

  test("belongs to the year of its day, oldest first", async () => {
    for (const heldOn of [`${YEAR - 1}-12-31`, `${YEAR}-01-01`, `${YEAR - 2}-06-01`]) await writeAs(mentee, { heldOn });
    await writeAs(mentee, { heldOn: TODAY });
    expect((await yearOf(mentee)).map(({ heldOn }) => heldOn)).toEqual([`${YEAR}-01-01`, TODAY]);
    expect((await yearOf(mentee, YEAR - 1)).map(({ heldOn }) => heldOn)).toEqual([`${YEAR - 1}-12-31`]);
    expect(await listYears(viewerOf(mentee))).toEqual([YEAR, YEAR - 1, YEAR - 2]);
    expect(await listPartners(viewerOf(mentee))).toEqual([{ relationshipId, name: mentor.name }]);
  });
});

test("a partner is not offered where the programme does without reflections, unless there is one already", async () => {
  const pair = await insertPairInProgramme({ withoutTools: ["reflections"] });
  const other = await insertPairInProgramme({ withoutTools: ["swot"] });
  const partnersOf = async (member: TestMember) => (await listPartners(viewerOf(member))).map(({ name }) => name);
  expect([await partnersOf(pair.mentee), await partnersOf(other.mentee)]).toEqual([[], [other.mentor.name]]);
  await writeAs(pair.mentee, { relationshipId: pair.id });
  expect([await partnersOf(pair.mentee), await partnersOf(pair.mentor)]).toEqual([[pair.mentor.name], []]);
});
