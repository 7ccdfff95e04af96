import { beforeAll, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { runSweep } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { findMentor } from "./details/queries";
import { findClosedByName, suggestMentors } from "./queries";

// Whom to ask instead, in a programme: those alone who are offered there.

let mentee: Viewer;
let [asked, here, elsewhere, full]: Viewer[] = [];
let [one, two]: string[] = [];

beforeAll(async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  one = await openProgramme(staff, SENT_AT, { name: "Returners" });
  two = await openProgramme(staff, SENT_AT, { name: "Newcomers" });
  mentee = viewerOf(await insertMentee());
  for (const id of [one, two]) await joining.join(mentee, id, "mentee", SENT_AT);
  [asked, here, elsewhere, full] = [await mentorIn(one), await mentorIn(one), await mentorIn(two), await mentorIn(one)];
  await joining.limit(full, one, 1, SENT_AT);
  const other = viewerOf(await insertMentee());
  await joining.join(other, one, "mentee", SENT_AT);
  const sent = await proposals.send(other, full.memberId, { ...WORDS, programmeId: one }, SETTINGS, SENT_AT);
  await proposals.accept({ ...full, activeRole: "mentor" }, sent.ok ? sent.value : "", 1, SETTINGS, SENT_AT);
});

async function mentorIn(programmeId: string | undefined): Promise<Viewer> {
  const mentor = viewerOf(await insertMentor({ capacity: 2 }));
  await joining.join(mentor, programmeId ?? "", "mentor", SENT_AT);
  return mentor;
}

const suggestedIn = async (programmeId: string | null | undefined) =>
  (await suggestMentors(mentee.memberId, [asked?.memberId ?? ""], SETTINGS, { programmeId: programmeId ?? null })).map(
    ({ memberId }) => memberId,
  );
const idsOf = (...viewers: (Viewer | undefined)[]) => viewers.map((viewer) => viewer?.memberId ?? "").sort();

test("are suggested to a mentee who is in it, and to nobody else", async () => {
  expect(await suggestedIn(one)).toEqual(idsOf(here));
  expect(await suggestedIn(two)).toEqual(idsOf(elsewhere));
  expect((await suggestedIn(null)).sort()).toEqual(idsOf(here, elsewhere, full));
  const stranger = viewerOf(await insertMentee());
  expect(await suggestMentors(stranger.memberId, [], SETTINGS, { programmeId: one ?? null })).toEqual([]);
});

test("are suggested by the mail about what was asked there, whose links lead back into it", async () => {
  const typed = { key: crypto.randomUUID(), words: "May I ask?", programmeId: one ?? null };
  expect((await questions.ask(mentee, asked?.memberId ?? "", typed, SETTINGS, SENT_AT)).ok).toBe(true);
  await runSweep(onDay(15));
  await deliverMails(onDay(15));
  const mail = await db().mail.findFirstOrThrow({
    where: { memberId: mentee.memberId, kind: "question-unanswered" },
    select: { html: true },
  });
  const written = mail.html ?? "";
  expect(written).toContain(`/mentors/${here?.memberId}?programme=${one}&amp;as=mentee`);
  for (const other of idsOf(elsewhere, full)) expect(written).not.toContain(other);
});

test("who has no place there is named when looked for by name, and can be asked outside it", async () => {
  const closedIn = async (programmeId: string | null | undefined) =>
    (await findClosedByName(mentee, full?.name ?? "", onDay(1), programmeId ?? null)).map(({ memberId }) => memberId);
  expect([await closedIn(one), await closedIn(two), await closedIn(null)]).toEqual([idsOf(full), [], []]);
  expect(await findMentor(mentee, SETTINGS, full?.memberId ?? "", onDay(1), { lookedIn: one })).toMatchObject({
    closedBecause: "full",
  });
  // Who is not in it is seen as in the society's own scheme.
  expect(await findMentor(mentee, SETTINGS, full?.memberId ?? "", onDay(1), { lookedIn: two })).toMatchObject({
    closedBecause: null,
    programmeId: null,
  });
});
