import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { findCondition, listConditions, listPlaces } from "@/lib/pairing/readiness/conditions/queries";
import { ReadinessFiltersInput } from "@/lib/pairing/readiness/input";
import { findItem, listItems } from "@/lib/pairing/readiness/queries";
import { listRules } from "@/lib/pairing/rules/queries";
import { scopeOf } from "@/lib/people/rights/rights";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { carryOn } from "@/lib/staff/matching/carry-on";
import * as matching from "@/lib/staff/matching/commands";
import * as drafts from "@/lib/staff/matching/drafts/commands";
import { findChoice } from "@/lib/staff/matching/drafts/queries";
import { findPeople, findStandingOf, listProgrammesUnderWay } from "@/lib/staff/matching/pair/queries";
import { findPeopleOf } from "@/lib/staff/matching/people/queries";
import { publish } from "@/lib/staff/matching/publishing/commands";
import { countReach } from "@/lib/staff/matching/publishing/queries";
import { countViews, findRun, listLeftOver, listMatchable, listMatches } from "@/lib/staff/matching/queries";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT } from "@/testing/proposals/examples";
import { askCondition } from "@/testing/readiness";
import { insertRule } from "@/testing/rules";
import { asStaffOf, type Matter } from "./queries";

// Matching and readiness, for whoever looks after one programme: another one's are nothing to them.

/** A programme in which one of two mentees is drafted with the one mentor, and the other left over; who asks something, by a rule. */
interface Given {
  id: string;
  run: string;
  match: { id: string; version: number };
  drafted: string;
  left: string;
  mentor: TestMember;
  item: string;
  condition: string;
  rule: string;
}

const NOW = onDay(19);
let [staff, outsider]: Viewer[] = [];
let one: Given;
let two: Given;
let everywhere: string;

const coordinatorOf = (...coordinates: string[]): Viewer => ({
  ...(outsider as Viewer),
  rights: { coordinates, reads: [] },
});

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
  outsider = viewerOf(await insertMember());
  one = await programme("Returners");
  two = await programme("Newcomers");
  everywhere = await insertRule("sector", { retiredAt: NOW });
});

async function programme(name: string): Promise<Given> {
  const viewer = staff as Viewer;
  const id = await openProgramme(viewer, SENT_AT, { name });
  const mentor = await insertMentor({ capacity: 1 });
  const mentees = [await insertMentee(), await insertMentee()];
  await joining.join(viewerOf(mentor), id, "mentor", SENT_AT);
  for (const mentee of mentees) await joining.join(viewerOf(mentee), id, "mentee", SENT_AT);
  const begun = await matching.begin(viewer, id, SENT_AT);
  if (!begun.ok) throw new Error(begun.reason);
  await carryOn(begun.value, SENT_AT);
  const match = await db().match.findFirstOrThrow({ where: { runId: begun.value } });
  const condition = await askCondition(viewer, SENT_AT, { programmeId: id });
  const item = await db().readinessItem.findFirstOrThrow({ where: { conditionId: condition }, select: { id: true } });
  const left = mentees.find((mentee) => mentee.id !== match.menteeId)?.id ?? "";
  const rule = await insertRule("region", { programmeId: id, retiredAt: NOW });
  return { id, run: begun.value, match, drafted: match.menteeId, left, mentor, item: item.id, condition, rule };
}

/** The first page, of everybody. */
const FIRST = { after: null, people: null };
const FILTERS = ReadinessFiltersInput.parse({ state: "all" });

/** How much of a programme a viewer finds on each page. */
async function look(viewer: Viewer, of: Given) {
  const scope = scopeOf(viewer, "readiness") ?? [];
  const pair = { menteeId: of.drafted, mentorId: of.mentor.id, programmeId: of.id };
  const listed = async (rows: Promise<{ id: string }[]>, id: string) => (await rows).some((row) => row.id === id);
  return {
    line: await listed(listMatchable(viewer, NOW), of.id),
    run: (await findRun(viewer, of.run)) !== null,
    drafts: (await countViews(viewer, of.run, null)).draft,
    leftOver: (await countViews(viewer, of.run, null)).left,
    pairs: (await listMatches(viewer, of.run, "draft", FIRST, SETTINGS)).matches.length,
    sought: (await findPeopleOf(viewer, of.run, of.mentor.number)).people?.length,
    left: (await listLeftOver(viewer, of.run, FIRST)).left.length,
    choice: (await findChoice(viewer, of.run, of.drafted, SETTINGS)) !== null,
    reach: (await countReach(viewer, of.run, NOW)).pairs,
    toPair: await listed(listProgrammesUnderWay(viewer, NOW), of.id),
    standing: (await findStandingOf(viewer, pair, SETTINGS, NOW)) !== null,
    rule: await listed(
      listRules(viewer, SETTINGS).then(({ rules }) => rules),
      of.rule,
    ),
    item: (await findItem(scope, of.item)) !== null,
    items: await listed(
      listItems(scope, FILTERS).then(({ items }) => items),
      of.item,
    ),
    asked: (await listItems(scope, { ...FILTERS, programme: of.id })).items.length,
    condition: (await findCondition(scope, of.condition)) !== null,
    conditions: await listed(listConditions(scope), of.condition),
    place: await listed(listPlaces(scope), of.id),
  };
}

test("every page has what is of one’s own programme, and nothing of another’s", async () => {
  const all = {
    ...{
      line: true,
      run: true,
      drafts: 1,
      leftOver: 1,
      pairs: 1,
      sought: 1,
      left: 1,
      choice: true,
      reach: 1,
      toPair: true,
      standing: true,
    },
    ...{ rule: true, item: true, items: true, asked: 1, condition: true, conditions: true, place: true },
  };
  const nothing = Object.fromEntries(Object.entries(all).map(([name, is]) => [name, is === true ? false : 0]));
  const viewer = coordinatorOf(one.id);
  expect(await look(viewer, one)).toEqual(all);
  expect(await look(viewer, two)).toEqual(nothing);
  expect(await look(staff as Viewer, two)).toEqual(all);
  expect(await look(outsider as Viewer, one)).toEqual(nothing);
  expect((await listMatchable(viewer, NOW)).map(({ id }) => id)).toEqual([one.id]);
  expect((await listRules(viewer, SETTINGS)).rules.map(({ id }) => id)).toEqual([one.rule]);
  expect((await listRules(staff as Viewer, SETTINGS)).rules.map(({ id }) => id)).toContain(everywhere);
});

test("every act is theirs record by record", async () => {
  const viewer = coordinatorOf(one.id);
  const matters: [Matter["area"], Matter["of"], (of: Given) => string][] = [
    ["matching", "programmes", ({ id }) => id],
    ["matching", "runs", ({ run }) => run],
    ["matching", "rules", ({ rule }) => rule],
    ["readiness", "items", ({ item }) => item],
    ["readiness", "conditions", ({ condition }) => condition],
  ];
  for (const [area, of, idOf] of matters) {
    const isTheirs = async (...ids: string[]) => (await asStaffOf(viewer, { area, of, ids })) !== null;
    const asked = [await isTheirs(idOf(one)), await isTheirs(idOf(two)), await isTheirs(idOf(one), idOf(two))];
    expect(asked, of).toEqual([true, false, false]);
  }
  expect(await asStaffOf(viewer, { area: "matching", of: "rules", ids: [everywhere] })).toBeNull();
  // Without that a coordinator is nobody to the commands.
  const { run, match, drafted, mentor } = two;
  const which = { id: run, seen: 2 };
  for (const result of [
    await matching.begin(viewer, two.id, NOW),
    await matching.beginByHand(viewer, two.id, NOW),
    await matching.rerun(viewer, which, NOW),
    await matching.cancel(viewer, which, NOW),
    await matching.end(viewer, which, NOW),
    await drafts.act(viewer, run, "drop", [{ id: match.id, seen: match.version }], NOW),
    await drafts.chooseOffered(viewer, { runId: run, menteeId: drafted, mentorId: mentor.id, seen: match.version }, NOW),
    await publish(viewer, run, "all", NOW),
  ])
    expect(result).toMatchObject({ reason: "not-staff" });
});

test("in their own run they touch no pair of another, and bring nobody into it from there", async () => {
  const acting = await asStaffOf(coordinatorOf(one.id), { area: "matching", of: "runs", ids: [one.run] });
  if (!acting) throw new Error("They may not.");
  const elsewhere = [{ id: two.match.id, seen: two.match.version }];
  expect(await drafts.act(acting, one.run, "drop", elsewhere, NOW)).toMatchObject({ reason: "changed-meanwhile" });
  expect(await publish(acting, one.run, elsewhere, NOW)).toMatchObject({ reason: "changed-meanwhile" });
  for (const [menteeId, mentorId] of [
    [two.left, one.mentor.id],
    [one.left, two.mentor.id],
  ] as const)
    expect(await drafts.chooseOffered(acting, { runId: one.run, menteeId, mentorId, seen: 0 }, NOW)).toMatchObject({
      reason: "not-found",
    });
  expect(await db().match.count({ where: { state: "draft", id: two.match.id } })).toBe(1);
  expect(await publish(acting, one.run, "all", NOW)).toEqual({ ok: true, value: 1 });
  expect(await db().match.count({ where: { state: "draft", id: two.match.id } })).toBe(1);
});

test("to compare two people they find those of the programme alone", async () => {
  const viewer = coordinatorOf(one.id);
  const search = async (who: Viewer, typed: string, programmeId?: string) =>
    (await findPeople(who, "mentor", typed, programmeId)).length;
  expect([await search(viewer, one.mentor.number, one.id), await search(viewer, two.mentor.number, one.id)]).toEqual([1, 0]);
  expect([await search(viewer, two.mentor.id, one.id), await search(viewer, two.mentor.id, two.id)]).toEqual([0, 0]);
  expect(await search(coordinatorOf(one.id, two.id), two.mentor.number, one.id)).toBe(0);
  expect(await search(staff as Viewer, two.mentor.number, one.id)).toBe(1);
});
