import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sign } from "@/lib/mentoring/contracts/commands";
import { listContracts } from "@/lib/mentoring/contracts/queries";
import { editGoal, noteGoal } from "@/lib/mentoring/goals/commands";
import { findGoal, listGoals } from "@/lib/mentoring/goals/queries";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { listMeetings } from "@/lib/mentoring/meetings/queries";
import { change } from "@/lib/mentoring/reflections/commands";
import { changeWorksheet } from "@/lib/mentoring/worksheets/commands";
import { findWorksheet, listWorksheets } from "@/lib/mentoring/worksheets/queries";
import { send } from "@/lib/pairing/conversations/commands";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { onDay } from "@/testing/proposals/examples";
import { damage, listSealed, readSealed, type SealedText } from "@/testing/sealing/damage";
import { readReflections } from "@/testing/sealing/everywhere";
import { liveTogether, type Together } from "@/testing/sealing/together";

const NOW = onDay(2);
const SETTINGS = DEFAULT_SETTINGS;
const RUBBISH = "tests.rubbish";
const BOXES = { title: "", strengths: "", weaknesses: "", opportunities: "", threats: "" };
const WORDS = { what: "Another goal", why: "", measure: "", target: "" };

let together: Together;
let texts: SealedText[];
beforeEach(async () => {
  together = await liveTogether();
  texts = await listSealed();
});

/** Spoils all that a column has, and returns a look at what stands there. */
async function spoil(column: string): Promise<() => Promise<(string | undefined)[]>> {
  const spoilt = texts.filter((text) => text.column === column);
  await damage(spoilt.map((text) => ({ text, words: RUBBISH })));
  return () => Promise.all(spoilt.map(readSealed));
}

const isKept = async (look: () => Promise<(string | undefined)[]>) => (await look()).every((sealed) => sealed === RUBBISH);

test("a worksheet whose newest version cannot be read gets a next one, as it was typed, and keeps the other", async () => {
  const { viewer, id } = together;
  const [worksheet] = await listWorksheets(viewer, id, "swot");
  const which = { relationshipId: id, worksheetId: worksheet?.id ?? "", kind: "swot" as const };
  const look = await spoil("sheet_versions.words");
  for (const base of [2, 1]) {
    const { number = 0 } = (await findWorksheet(viewer, id, which.worksheetId)) ?? {};
    const words = { ...BOXES, title: "New", strengths: `On top of ${base}` };
    if (base === 1)
      await damage([
        { text: { column: "sheet_versions.words", key: [which.worksheetId, String(number)], sealed: "" }, words: RUBBISH },
      ]);
    expect(await changeWorksheet(viewer, { ...which, words, base, take: [] }, SETTINGS, NOW)).toMatchObject({ ok: true });
    expect(await findWorksheet(viewer, id, which.worksheetId)).toMatchObject({
      number: number + 1,
      words,
      isUnreadable: false,
    });
  }
  expect(await isKept(look)).toBe(true);
});

test("a goal that cannot be read is worded anew and noted, and its steps stay", async () => {
  const { viewer, id } = together;
  const [goal] = await listGoals(viewer, id);
  const which = { relationshipId: id, goalId: goal?.id ?? "" };
  const look = await spoil("goal_steps.words");
  const note = { stepId: randomUUID(), note: "Still going", progress: "under-way", was: "not-started" } as const;
  expect(await noteGoal(viewer, which, note, SETTINGS, NOW)).toMatchObject({ ok: true });
  const base = (await findGoal(viewer, id, which.goalId))?.textId ?? "";
  expect(await editGoal(viewer, which, { words: WORDS, base, take: [] }, SETTINGS, NOW)).toMatchObject({ ok: true });
  expect(await findGoal(viewer, id, which.goalId)).toMatchObject({ words: WORDS, isUnreadable: false });
  expect(await isKept(look)).toBe(true);
});

test("a meeting that cannot be read is moved and cancelled, and its words are not written over", async () => {
  const { viewer, id } = together;
  const look = await spoil("meetings.words");
  const shown = (await listMeetings(viewer, id, NOW)).find(({ isOrganiser }) => isOrganiser);
  if (!shown) throw new Error("There is no meeting.");
  const { meeting } = shown;
  const time = { starts: localOf(meeting.startsAt, viewer.timeZone), ends: localOf(meeting.endsAt, viewer.timeZone) };
  const plan = { ...time, method: meeting.method, sendsDetails: false, confirmed: [], words: shown.words };
  const which = { relationshipId: id, meetingId: meeting.id, seen: meeting.version };
  const changing = (words: typeof shown.words) => meetings.change(viewer, which, { ...plan, words }, SETTINGS, NOW);
  expect(await changing({ title: "Another title", details: "" })).toMatchObject({ ok: false, reason: "unreadable" });
  expect(await changing(shown.words)).toMatchObject({ ok: true, value: { sendsDetails: false } });
  expect(await meetings.cancel(viewer, { ...which, seen: which.seen + 1 }, SETTINGS, NOW)).toMatchObject({
    ok: true,
  });
  expect(await isKept(look)).toBe(true);
});

test("a reflection that cannot be read is not written over", async () => {
  const look = await spoil("reflections.words");
  const [reflection] = (await readReflections(together.viewer)).reflections;
  const entry = { heldOn: "2026-01-06", minutes: 5, isStructured: false, relationshipId: null };
  const words = { done: "", learned: "", use: "", free: "Written over" };
  expect(await change(together.viewer, reflection?.id ?? "", 1, { ...entry, words }, NOW)).toEqual({
    ok: false,
    reason: "unreadable",
  });
  expect(await isKept(look)).toBe(true);
});

test("a message follows messages that cannot be read", async () => {
  const { viewer, id } = together;
  const look = await spoil("messages.body");
  const { key } = (await db().message.findFirstOrThrow({ where: { senderId: viewer.memberId }, select: { key: true } })) ?? {};
  for (const words of ["Under the key of one of them", "And one more"])
    expect(
      await send(viewer, { relationshipId: id, key: words.startsWith("Under") ? key : randomUUID(), words }, NOW),
    ).toMatchObject({ ok: true });
  expect((await findConversation(viewer, id)).messages.slice(-2).map(({ words }) => words)).toEqual([
    "Under the key of one of them",
    "And one more",
  ]);
  expect(await isKept(look)).toBe(true);
});

test("a contract whose text cannot be read is not signed by the second of the two", async () => {
  const { viewer, partner, id } = together;
  await db().$transaction([
    db().$executeRaw`SET LOCAL session_replication_role = replica`,
    db()
      .$executeRaw`UPDATE "contracts" SET "mentorName" = NULL, "mentorSignedAt" = NULL, "text" = ${RUBBISH} WHERE "relationshipId" = ${id}::uuid`,
  ]);
  const [contract] = await listContracts(viewer, id);
  const signing = { type: "sign" as const, name: partner.name, seen: contract?.digest ?? "" };
  expect(await sign(partner, id, signing, SETTINGS, NOW)).toEqual({ ok: false, reason: "unreadable" });
});
