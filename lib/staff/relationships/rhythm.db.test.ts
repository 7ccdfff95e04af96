import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { RHYTHMS, type Rhythm, rhythmOf } from "@/lib/pairing/relationships/rhythm";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { listOfKind } from "@/lib/staff/inbox/queries";
import { insertPartners } from "@/testing/partners";
import { insertMember, viewerOf } from "@/testing/people";
import { onDay } from "@/testing/proposals/examples";
import { RelationshipFilter } from "./input";
import { findRelationshipRecord, listRelationships } from "./queries";

const SETTINGS = DEFAULT_SETTINGS;
const NOW = onDay(100);

/** The ends of a pause, and where the two write: each pair gets the next of both. */
const PAUSES = [null, 101, 87, null, 41, 86];
type Place = "relationship" | "conversation";

/** Two whose relationship began, who met and wrote on these days, and who have paused until a day. */
async function pairOf(
  started: number,
  met: number | null,
  wrote: number | null,
  paused: number | null,
  place: Place,
): Promise<string> {
  const { id, mentee, mentor } = await insertPartners();
  const until = paused === null ? null : onDay(paused);
  await db().checkIn.update({ where: { relationshipId: id }, data: { pausedUntil: until }, select: { round: true } });
  const startedAt = onDay(started);
  await db()
    .$executeRaw`UPDATE "relationships" SET "startedAt" = ${startedAt}, "agreedUntil" = ${onDay(400)} WHERE "id" = ${id}::uuid`;
  const startsAt = onDay(met ?? 0);
  const status = met !== null && met > 100 ? "planned" : "held";
  const meeting = { id: randomUUID(), relationshipId: id, organiserId: mentee.id, status, answer: "accepted", method: 1 };
  const at = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), createdAt: startsAt, movedAt: startsAt };
  if (met !== null) await db().meeting.create({ data: { ...meeting, ...at, sendsDetails: false }, select: { id: true } });
  if (wrote !== null) await write({ id, mentee, mentor }, onDay(wrote), place);
  return id;
}

/** A message on this day, in their Messages or in the conversation that began with a question. */
async function write(two: Awaited<ReturnType<typeof insertPartners>>, sentAt: Date, place: Place): Promise<void> {
  const [lowerId, higherId] = [two.mentee.id, two.mentor.id].sort();
  const conversationId = place === "relationship" ? two.id : randomUUID();
  await db().conversation.create({ data: { id: conversationId, newest: 1, lowerId, higherId }, select: { id: true } });
  const relationshipId = place === "conversation" ? conversationId : two.id;
  const message = { relationshipId, conversationId, number: 1, senderId: two.mentee.id, key: randomUUID(), sentAt };
  await db().message.create({ data: message, select: { number: true } });
}

test("the list, the page and Today say of every relationship what the rule says", async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const expected = new Map<string, Rhythm>();
  for (const started of [5, 38, 60, 86, 90, 99])
    for (const met of [null, 20, 40, 41, 95, 120])
      for (const wrote of [null, 39, 60, 86, 99]) {
        if ((met ?? 100) < started || (wrote ?? 100) < started) continue;
        const paused = PAUSES[expected.size % PAUSES.length] ?? null;
        const id = await pairOf(started, met, wrote, paused, expected.size % 2 === 0 ? "relationship" : "conversation");
        const lastAt = onDay(Math.max(started, met ?? 0));
        const lastMessageAt = wrote === null ? null : onDay(wrote);
        const pausedUntil = paused === null ? null : onDay(paused);
        expected.set(id, rhythmOf({ startedAt: onDay(started), lastAt, lastMessageAt, pausedUntil }, SETTINGS, NOW));
      }
  expect(new Set(expected.values())).toEqual(new Set(RHYTHMS));

  for (const state of RHYTHMS) {
    const found: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await listRelationships(
        "all",
        RelationshipFilter.parse({ state, after: after ?? undefined }),
        SETTINGS,
        NOW,
      );
      found.push(...page.relationships.map(({ id }) => id));
      expect(page.relationships.every((line) => line.rhythm === state)).toBe(true);
      after = page.next;
    } while (after);
    expect(found.sort(), state).toEqual([...expected].flatMap(([id, one]) => (one === state ? [id] : [])).sort());
  }
  for (const [id, rhythm] of [...expected].slice(0, 12)) {
    expect((await findRelationshipRecord(staff, id, SETTINGS, NOW))?.rhythm).toBe(rhythm);
    expect((await findRelationshipRecord(staff, id, SETTINGS, onDay(400)))?.rhythm).toBeNull();
  }
  // Past the agreed end nobody is under way, swept or not.
  for (const state of ["open", ...RHYTHMS])
    expect((await listRelationships("all", RelationshipFilter.parse({ state }), SETTINGS, onDay(400))).relationships).toEqual(
      [],
    );

  const needy = [...expected].flatMap(([id, one]) => (one === "quiet" || one === "silent" ? [id] : []));
  const onToday = await Promise.all(
    (["no-first-conversation", "relationship-quiet"] as const).map((kind) => listOfKind(staff, kind, SETTINGS, NOW)),
  );
  const shown = onToday.flatMap((group) => group?.rows ?? []).map(({ subjectId }) => subjectId);
  expect(shown.sort()).toEqual(needy.sort());
});

test("words from before a relationship are not words in it, nor are those of the next one", async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const asked = async (started: number, wrote: number, ended: number | null) => {
    const id = await pairOf(started, null, wrote, null, "conversation");
    const over = { endedAt: onDay(ended ?? 0), endedBecause: "mentee", dueAt: null };
    if (ended !== null) await db().relationship.update({ where: { id }, data: over, select: { id: true } });
    const record = await findRelationshipRecord(staff, id, SETTINGS, NOW);
    return [record?.rhythm, record?.lastMessage];
  };
  expect(await asked(80, 79, null)).toEqual(["silent", "never"]);
  expect(await asked(80, 99, null)).toEqual(["quiet", "week"]);
  expect(await asked(80, 99, 90)).toEqual([null, "never"]);
});
