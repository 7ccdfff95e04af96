import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { erase } from "@/lib/pairing/leaving/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay, WORDS } from "@/testing/proposals/examples";
import { findEntry, findTrail, listRelationshipsOf } from "./entry/queries";
import { type Filters, readFilters } from "./input";
import { listMembers } from "./queries";

const NOW = onDay(10);
const STAFF = { memberId: "0b8c6d4e-0000-4000-8000-000000000001", staff: "staff" } as Viewer;
const find = async (params: Record<string, string>, viewer = STAFF) =>
  (await listMembers(viewer, readFilters(params), DEFAULT_SETTINGS, NOW)).members.map(({ name }) => name);

describe("the search", () => {
  test("finds by the beginnings of words in any order, without accents, by number and by address", async () => {
    const etienne = await insertMentor(
      {},
      { name: "Étienne O’Brien-Ørsted", number: "AB-778812", email: "e.brien@Exemplar.example" },
    );
    await insertMentee({}, { name: "Etta Obrecht", number: "778899", email: "etta@elsewhere.example" });
    for (const q of ["etienne", "ÉTI", "orsted etie", "brien", "o'brien", "AB-778812", "7788 ab", "e.brien@exem", "exemplar"])
      expect(await find({ q }), q).toEqual([etienne.name]);
    expect(await find({ q: "et 7788" })).toEqual(["Etta Obrecht", etienne.name].sort());
    for (const q of ["tienne", "'", "' | 'x", "\\", ":*", "b & !x", "etienne zzz"]) expect(await find({ q }), q).toEqual([]);
  });

  test("narrows by role, account, membership and staff, with words and without", async () => {
    const people = {
      mentor: await insertMentor({}, { name: "Quilla Mentor" }),
      both: await insertMentor({}, { name: "Quilla Both", isMentee: true, standing: "lapsed" }),
      none: await insertMember({ name: "Quilla None", status: "waiting" }),
      staff: await insertMember({ name: "Quilla Staff", staff: "staff", status: "suspended" }),
      admin: await insertMember({ name: "Quilla Admin", staff: "admin", status: "deleted" }),
    };
    const cases: [Record<string, string>, (keyof typeof people)[]][] = [
      [{ role: "mentor" }, ["both", "mentor"]],
      [{ role: "mentee" }, ["both"]],
      [{ role: "both" }, ["both"]],
      [{ role: "none" }, ["admin", "none", "staff"]],
      [{ status: "waiting" }, ["none"]],
      [{ status: "active" }, ["both", "mentor"]],
      [{ standing: "lapsed" }, ["both"]],
      [{ staff: "any" }, ["admin", "staff"]],
      [{ staff: "admin", status: "deleted" }, ["admin"]],
    ];
    for (const [params, expected] of cases) {
      const names = expected.map((who) => people[who].name);
      expect(await find({ q: "quilla", ...params }), JSON.stringify(params)).toEqual(names);
      const all = await find(params);
      for (const name of names) expect(all, JSON.stringify(params)).toContain(name);
    }
    expect((await listMembers(STAFF, readFilters({}), DEFAULT_SETTINGS, NOW)).waiting).toBeGreaterThan(0);
  });

  test("goes on where the page before ended, and leaves nobody out, with words and without", async () => {
    const names = Array.from({ length: 60 }, (_none, i) => `Zebedee ${String(i).padStart(2, "0")}`);
    for (const name of [...names, ...names.slice(0, 3)]) await insertMember({ name });
    for (const q of ["zebedee", ""]) {
      const seen: string[] = [];
      const filters: Filters = readFilters({ q });
      for (let after: string | null = null; ; ) {
        const { members, next } = await listMembers(STAFF, { ...filters, after }, DEFAULT_SETTINGS, NOW);
        seen.push(...members.map(({ id }) => id));
        if (!next) break;
        after = next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(await db().member.count({ where: q ? { name: { startsWith: "Zebedee" } } : {} }));
    }
  });
});

test("nothing is shown to a member, and nothing found of somebody who was erased", async () => {
  const { id, mentee, mentor } = await insertPartners();
  const viewer = viewerOf(mentee);
  expect(await listMembers(viewer, readFilters({}), DEFAULT_SETTINGS, NOW)).toMatchObject({ members: [], waiting: 0 });
  expect(await findEntry(viewer, mentor.id)).toBeNull();
  expect(await listRelationshipsOf(viewer, mentor.id, onDay(2))).toEqual([]);
  expect(await findTrail(viewer, mentor.id)).toEqual({ mails: [], lines: [] });
  expect(await findEntry(STAFF, "nobody")).toBeNull();
  expect((await listRelationshipsOf(STAFF, mentor.id, onDay(2))).map((one) => one.id)).toEqual([id]);
  await erase(mentor.id, STAFF, onDay(2));
  expect(await find({ q: mentor.number })).toEqual([]);
  expect(await find({ q: "former" })).toEqual([]);
});

test("one member: dates and states, and no word of anybody's", async () => {
  const { id, mentee, mentor } = await insertPartners();
  const meeting = {
    organiserId: mentor.id,
    answer: "accepted",
    method: 1,
    sendsDetails: false,
    createdAt: onDay(2),
    movedAt: onDay(2),
  };
  await db().meeting.createMany({
    data: [
      { ...meeting, id: crypto.randomUUID(), relationshipId: id, status: "held", startsAt: onDay(3), endsAt: onDay(4) },
      {
        ...meeting,
        id: crypto.randomUUID(),
        relationshipId: id,
        status: "planned",
        startsAt: onDay(9),
        endsAt: onDay(10),
      },
    ],
  });
  await db().contract.create({
    data: { relationshipId: id, number: 1, documentNumber: 0, digest: "x", menteeSignedAt: onDay(2), mentorSignedAt: onDay(3) },
    select: { number: true },
  });
  expect(await findEntry(STAFF, mentor.id)).toMatchObject({
    name: "Gareth Pugh",
    mentor: { capacity: 1, isAvailable: true, placesTaken: 1 },
    register: null,
    movedAt: onDay(1),
  });
  const rows = await listRelationshipsOf(STAFF, mentee.id, onDay(5));
  expect(rows).toEqual([
    expect.objectContaining({
      as: "mentee",
      partnerName: "Gareth Pugh",
      status: "accepted",
      relationship: expect.objectContaining({
        startedAt: onDay(1),
        endedAt: null,
        signedAt: onDay(3),
        firstConversationAt: onDay(3),
        meetingsHeld: 1,
        nextMeetingAt: onDay(9),
        isNextAccepted: true,
      }),
    }),
  ]);
  const invited = { ...meeting, answer: "waiting", id: crypto.randomUUID(), relationshipId: id, status: "planned" };
  await db().meeting.create({ data: { ...invited, startsAt: onDay(8), endsAt: onDay(9) }, select: { id: true } });
  expect(await listRelationshipsOf(STAFF, mentee.id, onDay(5))).toMatchObject([
    { relationship: { nextMeetingAt: onDay(8), isNextAccepted: false } },
  ]);
  const trail = await findTrail(STAFF, mentee.id);
  expect(trail.mails.map(({ kind }) => kind)).toEqual(["proposal-accepted"]);
  const shown = JSON.stringify([rows, trail, await findEntry(STAFF, mentee.id)]);
  for (const word of [WORDS.objectives, WORDS.meeting, "Finding my feet", "A plan for the next"])
    expect(shown).not.toContain(word);
});
