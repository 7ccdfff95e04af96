import { randomUUID } from "node:crypto";
import { localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Role } from "@/lib/foundation/viewer";
import { addGoal } from "@/lib/mentoring/goals/commands";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { addWorksheet } from "@/lib/mentoring/worksheets/commands";
import { send as say } from "@/lib/pairing/conversations/commands";
import { join } from "@/lib/pairing/joining/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { change as appoint } from "@/lib/staff/coordinating/commands";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { insertProgrammes, OPEN, RUNNING } from "./programmes";

const WORDS = {
  objectives: "Decide between two specialisms by the autumn.",
  topics: [1, 6],
  methods: [2],
  meeting: "An hour every three weeks.",
  contribution: "Preparation, and honesty about what I tried.",
};
const DAY = 86_400_000;

/** Who looks at the measured pages. */
export interface Watchers {
  mentee: TestMember;
  mentor: TestMember;
  admin: TestMember;
  /** Looks after the programme. */
  coordinator: TestMember;
  /** The relationship of the two. */
  relationshipId: string;
  /** In which they have it; the two are in another one as well. */
  programmeId: string;
}

/**
 * A mentee, a mentor and an admin in the database of this process, all of whose rows the product's own functions have made:
 * tens of proposals and notices, half of them in a programme, and a relationship of half a year with what two people write in that time.
 */
export async function insertWatchers(now: Date): Promise<Watchers> {
  const ago = (days: number) => new Date(+now - days * DAY);
  const mentee = await insertMentee({}, { name: "Amina Okafor" });
  const mentor = await insertMentor({ capacity: 3 }, { name: "Gareth Pugh" });
  const admin = await insertMember({ name: "Ruth Adler", staff: "admin" });
  const coordinator = await insertMember({ name: "Joan Price" });
  await db().$executeRawUnsafe(insertProgrammes("$1::timestamptz"), now);
  const programmeId = OPEN;
  const joinAs = async (role: Role, member: TestMember, id = programmeId) =>
    must(await join(viewerOf(member), id, role, ago(400)));
  for (const id of [RUNNING, OPEN]) {
    await joinAs("mentee", mentee, id);
    await joinAs("mentor", mentor, id);
  }
  must(await appoint(viewerOf(admin), { memberId: coordinator.id, programmeId, right: "coordinator" }, ago(400)));
  for (let i = 0; i < 20; i++) {
    const [asks, asked] = [
      await insertMentee({}, { name: `Wei Lin ${i}` }),
      await insertMentor({}, { name: `Mary Bell ${i}` }),
    ];
    const within = i % 2 === 0 ? null : programmeId;
    if (within) await joinAs("mentee", asks);
    if (within) await joinAs("mentor", asked);
    await propose(asks, mentor, "reject", ago(300 - 5 * i), within);
    await propose(mentee, asked, "reject", ago(300 - 5 * i), within);
  }
  const relationshipId = await propose(mentee, mentor, "accept", ago(180), programmeId);
  for (let i = 0; i < 2; i++) await propose(await insertMentee({}, { name: `Tom Hart ${i}` }), mentor, null, ago(2 + i));
  const watchers = { mentee, mentor, admin, coordinator, relationshipId, programmeId };
  await shareWords(watchers, ago);
  return watchers;
}

/** Sends a proposal, in a programme if it is named, and answers it a day later. */
export async function propose(
  mentee: TestMember,
  mentor: TestMember,
  answer: "accept" | "reject" | null,
  at: Date,
  programmeId: string | null = null,
): Promise<string> {
  const id = must(await proposals.send(viewerOf(mentee), mentor.id, { ...WORDS, programmeId }, DEFAULT_SETTINGS, at));
  const later = new Date(+at + DAY);
  if (answer === "accept") must(await proposals.accept(viewerOf(mentor), id, 1, DEFAULT_SETTINGS, later));
  if (answer === "reject") must(await proposals.reject(viewerOf(mentor), id, null, DEFAULT_SETTINGS, later));
  return id;
}

async function shareWords({ mentee, mentor, relationshipId }: Watchers, ago: (days: number) => Date): Promise<void> {
  for (let i = 0; i < 30; i++) {
    const words = "Thank you, that helps. Shall we look at the plan next time, and at what came of the last one?";
    must(await say(viewerOf(i % 2 ? mentee : mentor), { relationshipId, key: randomUUID(), words }, ago(150 - 5 * i)));
  }
  for (let i = 0; i < 12; i++) {
    const start = ago(170 - 14 * i);
    const [starts, ends] = [start, new Date(+start + DAY / 24)].map((at) => localOf(at, "Europe/London"));
    const words = { title: "What comes next", details: "The usual room. We look at what we agreed last time." };
    const plan = { starts: starts ?? "", ends: ends ?? "", method: 1, sendsDetails: false, words, confirmed: [] };
    must(
      await meetings.log(
        viewerOf(mentor),
        { relationshipId, meetingId: randomUUID() },
        plan,
        DEFAULT_SETTINGS,
        new Date(+start + DAY),
      ),
    );
  }
  for (let i = 0; i < 10; i++) {
    const words = { title: `Plan ${i}`, strengths: "Patience", weaknesses: "Haste", opportunities: "A post", threats: "None" };
    const worksheet = { relationshipId, worksheetId: randomUUID(), kind: "swot" as const, words };
    must(await addWorksheet(viewerOf(mentee), worksheet, DEFAULT_SETTINGS, ago(100 - i)));
    const goal = { what: `Read chapter ${i}`, why: "To know it", measure: "A talk about it", target: "" };
    must(await addGoal(viewerOf(mentee), { relationshipId, goalId: randomUUID() }, goal, DEFAULT_SETTINGS, ago(100 - i)));
  }
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
}
