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

/** Two whose relationship began, who met and wrote on these days. */
async function pairOf(started: number, met: number | null, wrote: number | null): Promise<string> {
  const { id, mentee } = await insertPartners();
  const startedAt = onDay(started);
  await db()
    .$executeRaw`UPDATE "relationships" SET "startedAt" = ${startedAt}, "agreedUntil" = ${onDay(400)} WHERE "id" = ${id}::uuid`;
  const startsAt = onDay(met ?? 0);
  const status = met !== null && met > 100 ? "planned" : "held";
  const meeting = { id: randomUUID(), relationshipId: id, organiserId: mentee.id, status, answer: "accepted", method: 1 };
  const at = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), createdAt: startsAt, movedAt: startsAt };
  if (met !== null) await db().meeting.create({ data: { ...meeting, ...at, sendsDetails: false }, select: { id: true } });
  const message = { relationshipId: id, number: 1, senderId: mentee.id, key: randomUUID() };
  if (wrote !== null) await db().message.create({ data: { ...message, sentAt: onDay(wrote) }, select: { number: true } });
  return id;
}

test("the list, the page and Today say of every relationship what the rule says", async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const expected = new Map<string, Rhythm>();
  for (const started of [5, 38, 60, 86, 90, 99])
    for (const met of [null, 20, 40, 41, 95, 120])
      for (const wrote of [null, 39, 60, 86, 99]) {
        if ((met ?? 100) < started || (wrote ?? 100) < started) continue;
        const id = await pairOf(started, met, wrote);
        const lastAt = onDay(Math.max(started, met ?? 0));
        const lastMessageAt = wrote === null ? null : onDay(wrote);
        expected.set(id, rhythmOf({ startedAt: onDay(started), lastAt, lastMessageAt }, SETTINGS, NOW));
      }
  expect(new Set(expected.values())).toEqual(new Set(RHYTHMS));

  for (const state of RHYTHMS) {
    const found: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await listRelationships(RelationshipFilter.parse({ state, after: after ?? undefined }), SETTINGS, NOW);
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
    expect((await listRelationships(RelationshipFilter.parse({ state }), SETTINGS, onDay(400))).relationships).toEqual([]);

  const needy = [...expected].flatMap(([id, one]) => (one === "quiet" || one === "silent" ? [id] : []));
  const onToday = await Promise.all(
    (["no-first-conversation", "relationship-quiet"] as const).map((kind) => listOfKind(staff, kind, SETTINGS, NOW)),
  );
  const shown = onToday.flatMap((group) => group?.rows ?? []).map(({ subjectId }) => subjectId);
  expect(shown.sort()).toEqual(needy.sort());
});
