import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { plain } from "@/lib/foundation/blocks";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as programmes from "@/lib/pairing/programmes/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { saveDocument } from "@/lib/society/content/commands";
import type { Edit } from "@/lib/society/content/editing";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { findOverview } from "@/lib/staff/coordinating/queries";
import { insertMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { backToSocietys, restoreText, saveText } from "./commands";
import { findNewestText, findVersionTexts, getTextIn, listTextVersions } from "./queries";
import type { TextOf } from "./text";

const NOW = new Date("2027-03-01T09:00:00Z");
const SURROUNDINGS = { settings: DEFAULT_SETTINGS, signIn: "federated" } as const;

let staff: Viewer;
let text: TextOf;

beforeEach(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
  text = { programmeId: await openProgramme(staff, NOW), slug: "contract" };
});

const edit = (body: string, base: number, isPublishing = true): Edit => ({
  typed: { title: "Ours", body },
  base,
  take: [],
  isPublishing,
});
const read = async (programmeId: string | null = text.programmeId, slug: TextOf["slug"] = "contract") => {
  const { isOfProgramme, number, blocks } = await getTextIn(programmeId, slug, SURROUNDINGS, NOW);
  return { isOfProgramme, number, words: blocks.map((block) => ("inlines" in block ? plain(block.inlines) : "")).join() };
};
const standings = async () => (await findOverview(staff, { id: text.programmeId })).texts;
const factsOf = async (id: string) =>
  (
    await db().auditEvent.findMany({
      where: { subjectId: id, fact: { startsWith: "programme-text" } },
      orderBy: { id: "asc" },
      select: { fact: true, data: true },
    })
  ).map(({ fact, data }) => [fact, (data as { number: number }).number]);

describe("a programme’s own contract", () => {
  test("counts once it is published, in its programme alone, until the programme goes back to the society’s", async () => {
    const society = await read(null);
    expect(await read()).toEqual({ ...society, isOfProgramme: false });
    expect(await saveText(staff, text, edit("A draft for {{menteeName}}.", 0, false), NOW)).toMatchObject({ ok: true });
    expect(await read()).toEqual(society);
    expect(await saveText(staff, text, edit("For {{menteeName}}, as we are.", 1), NOW)).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ isOfProgramme: true, number: 2, words: expect.stringContaining("For the mentee") });
    expect([await read(null), await read(await openProgramme(staff, NOW))]).toEqual([society, society]);
    expect(await standings()).toEqual([
      { slug: "contract", publishedNumber: 2, draftNumber: null },
      { slug: "first-conversation", publishedNumber: null, draftNumber: null },
    ]);

    expect(await backToSocietys(staff, text, NOW)).toEqual({ ok: true, value: null });
    expect(await backToSocietys(staff, text, NOW)).toEqual({ ok: false, reason: "societys-already" });
    expect(await read()).toEqual(society);
    expect((await listTextVersions(text)).map(({ number, title }) => [number, title])).toEqual([
      [3, null],
      [2, "Ours"],
      [1, "Ours"],
    ]);
    expect(await findVersionTexts(text, 3, NOW)).toBeNull();
    expect(await restoreText(staff, text, 2, NOW)).toEqual({ ok: true, value: null });
    expect(await read()).toEqual(society);
    expect(await standings()).toMatchObject([{ publishedNumber: null, draftNumber: 4 }, {}]);
    expect(await factsOf(text.programmeId)).toEqual([
      ["programme-text-drafted", 1],
      ["programme-text-published", 2],
      ["programme-text-given-back", 3],
      ["programme-text-restored", 4],
    ]);
  });

  test("begins with the society’s text as it stands", async () => {
    const society = { title: "Contract of the society", body: "We agree." };
    await saveDocument(staff, "contract", { typed: society, base: 0, take: [], isPublishing: true }, NOW);
    const none = { number: 0, publishedNumber: null, isLive: false, texts: society };
    expect(await findNewestText(text, NOW)).toMatchObject(none);
    expect(await findVersionTexts(text, 0, NOW)).toEqual(society);
    await saveText(staff, text, edit("Our own.", 0), NOW);
    await backToSocietys(staff, text, NOW);
    expect(await findNewestText(text, NOW)).toMatchObject({ ...none, number: 2 });
    await db().document.deleteMany({ where: { slug: "contract" } });
  });

  test("of two who change the same box one is asked, and nothing of the other’s is lost", async () => {
    await saveText(staff, text, edit("The first.", 0), NOW);
    const outcomes = await Promise.all(["One.", "Two."].map((body) => saveText(staff, text, edit(body, 1), NOW)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "clash" });
    expect((await listTextVersions(text)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test("with an unknown placeholder is not published", async () => {
    expect(await saveText(staff, text, edit("Dear {{mentr}}", 0), NOW)).toMatchObject({ ok: false, reason: "unfit" });
    expect(await listTextVersions(text)).toEqual([]);
  });
});

describe("is refused", () => {
  const refusals = async (actor: Viewer, which: TextOf) => [
    await saveText(actor, which, edit("Mine.", 0), NOW),
    await restoreText(actor, which, 0, NOW),
    await backToSocietys(actor, which, NOW),
  ];

  test.each([
    ["not-staff", async () => refusals(viewerOf(await insertMember({ isMentor: true })), text)],
    ["society-scheme", () => refusals(staff, { ...text, programmeId: SOCIETY_SCHEME })],
    ["not-there", () => refusals(staff, { ...text, programmeId: randomUUID() })],
    [
      "not-now",
      async () => {
        await programmes.move(staff, { id: text.programmeId, seen: 2 }, "close", NOW);
        return refusals(staff, text);
      },
    ],
  ] as const)("%s", async (reason, press) => {
    const refused = { ok: false, reason };
    expect(await press()).toEqual([refused, refused, refused]);
    expect(await db().programmeDocument.count({ where: { programmeId: text.programmeId } })).toBe(0);
  });
});

test("the guidance for a first conversation is the programme’s own, or else the society’s, or else ours", async () => {
  const guidance = { ...text, slug: "first-conversation" } as const;
  const find = (id: string | null) => read(id, guidance.slug);
  const ours = { isOfProgramme: false, number: 0, words: expect.stringContaining("Break the ice") };
  expect([await find(null), await find(text.programmeId)]).toEqual([ours, ours]);
  await saveDocument(staff, guidance.slug, edit("Begin with {{aMentee}}.", 0), NOW);
  const societys = { isOfProgramme: false, number: 1, words: "Begin with a mentee." };
  expect([await find(null), await find(text.programmeId)]).toEqual([societys, societys]);
  expect(await findVersionTexts(guidance, 0, NOW)).toMatchObject({ body: "Begin with {{aMentee}}." });
  await saveText(staff, guidance, edit("Talk about {{aMentor}}.", 0), NOW);
  expect(await find(text.programmeId)).toEqual({ isOfProgramme: true, number: 1, words: "Talk about a mentor." });
  expect([await find(null), await read()]).toMatchObject([societys, { isOfProgramme: false }]);
  await db().document.deleteMany({ where: { slug: guidance.slug } });
});

test("a copy has the texts that are published, from its own first version on", async () => {
  await saveText(staff, text, edit("The first.", 0), NOW);
  await saveText(staff, text, edit("What counts.", 1), NOW);
  await saveText(staff, text, edit("A draft.", 2, false), NOW);
  const guidance = { ...text, slug: "first-conversation" } as const;
  await saveText(staff, guidance, edit("Talk.", 0), NOW);
  await backToSocietys(staff, guidance, NOW);
  const copyId = randomUUID();
  await programmes.copy(staff, { id: text.programmeId, seen: 2 }, copyId, "Europe/London", NOW);
  expect(await read(copyId)).toMatchObject({ isOfProgramme: true, number: 1, words: expect.stringContaining("What counts.") });
  expect(await db().programmeDocument.count({ where: { programmeId: copyId } })).toBe(1);
});
