import { expect, test } from "vitest";
import { WAITING } from "@/lib/entrypoints/waiting";
import { db } from "@/lib/foundation/db/client";
import { listRelationships } from "@/lib/pairing/proposals/queries";
import { insertPair } from "@/testing/mail/mails";
import { insertMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { findHome } from "./queries";

const NOW = new Date("2026-06-01T09:00:00Z");
const DAY_MILLISECONDS = 86_400_000;
const day = (number: number) => new Date(NOW.getTime() + number * DAY_MILLISECONDS);

test("the relationships on Home are those of the list, with every date", async () => {
  const { mentee, mentor, proposalId: id } = await insertPair("accepted");
  const dates = { startedAt: day(-1), agreedUntil: day(365), dueAt: day(335) };
  await db().relationship.create({
    data: { id, menteeId: mentee.id, mentorId: mentor.id, ...dates, mentorPlace: 1, menteePlace: 1 },
    select: { id: true },
  });
  for (const [who, role] of [[mentee, "mentee"] as const, [mentor, "mentor"] as const]) {
    const { active } = await findHome(WAITING, viewerOf(who), role, { now: NOW, hasProgrammes: false });
    expect(active.rows).toMatchObject([{ id, startedAt: dates.startedAt, agreedUntil: dates.agreedUntil, endedAt: null }]);
    expect(active).toEqual(await listRelationships(viewerOf(who), role, "active"));
  }
});

test("a programme is offered on Home while it takes members", async () => {
  const viewer = viewerOf(await insertMember({ isMentee: true }));
  const isOffered = async () => (await findHome(WAITING, viewer, "mentee", { now: NOW, hasProgrammes: true })).isOffered;
  expect(await isOffered()).toBe(false);
  await openProgramme(viewerOf(await insertMember({ staff: "admin" })), NOW);
  expect(await isOffered()).toBe(true);
});
