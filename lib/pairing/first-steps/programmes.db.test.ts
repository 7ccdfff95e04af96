import { beforeAll, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { NoticeData } from "@/lib/notify/notices/notice";
import { notificationHref } from "@/lib/notify/notices/sentence";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import type { Description } from "@/lib/pairing/programmes/programme";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { FIRST_STEPS_NOTICES } from "./notices";
import { firstStepsSweepStep } from "./sweep-step";

// The mail about first steps names mentors of the programmes that its reader has joined, and the notice leads to them too.

const START = new Date("2026-11-02T10:00:00Z");
const day = (days: number) => addDays(START, days, "Europe/London");

let staff: Viewer;
/** Mentors of the society's own scheme alone. */
let outside: Viewer[];

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
  outside = [await mentorIn(), await mentorIn(), await mentorIn()];
});

const opened = (name: string, values: Partial<Description> = {}) => openProgramme(staff, START, { name, ...values });

async function mentorIn(...ids: string[]): Promise<Viewer> {
  const mentor = viewerOf(await insertMentor({ capacity: 3 }));
  for (const id of ids) await joining.join(mentor, id, "mentor", START);
  return mentor;
}

/** What a mentee who has joined these reads, as the HTML of the mail. */
async function mailIn(...ids: string[]): Promise<string> {
  const mentee = viewerOf(await insertMentee({ updatedAt: START }, { createdAt: START }));
  for (const id of ids) await joining.join(mentee, id, "mentee", START);
  await sweep(firstStepsSweepStep, day(3));
  await deliverMails(day(3));
  const { html } = await db().mail.findFirstOrThrow({
    where: { memberId: mentee.memberId, kind: "first-proposal" },
    select: { html: true },
  });
  const { kind, proposalId, role, data } = await db().notification.findFirstOrThrow({
    where: { memberId: mentee.memberId, kind: "first-proposal" },
  });
  const leadsTo = notificationHref(FIRST_STEPS_NOTICES, kind, { proposalId, role: role as Role, data: data as NoticeData });
  // What the mail calls "See all mentors".
  const all = /href="[^"]*?(\/mentors\?[^"]*)"/.exec(html ?? "")?.[1]?.replace("&amp;", "&");
  expect(leadsTo).toBe(all);
  return html ?? "";
}

const linkTo = ({ memberId }: Viewer, programmeId?: string) =>
  `/mentors/${memberId}?${programmeId === undefined ? "" : `programme=${programmeId}&amp;`}as=mentee"`;
const isNamedIn = (mail: string) => (mentor: Viewer) => mail.includes(`/mentors/${mentor.memberId}`);

test("who is in one programme reads of its mentors, and every link leads into it", async () => {
  const programme = await opened("Returners");
  const [one, other] = [await mentorIn(programme), await mentorIn(programme)];
  const mail = await mailIn(programme);
  for (const mentor of [one, other]) expect(mail).toContain(linkTo(mentor, programme));
  expect(mail.match(/You are both in .{0,20}Returners/g)).toHaveLength(2);
  expect(mail).toContain(`/mentors?programme=${programme}&amp;as=mentee"`);
  expect(outside.filter(isNamedIn(mail))).toEqual([]);
});

test("who is in two reads of mentors of both, each with the way to where they can be asked", async () => {
  const [early, late] = [await opened("Early"), await opened("Late")];
  const [first, second, third] = [await mentorIn(early), await mentorIn(early), await mentorIn(early)];
  const elsewhere = await mentorIn(late);
  const mail = await mailIn(early, late);
  expect(mail).toContain(linkTo(elsewhere, late));
  expect([first, second, third].filter((mentor) => mail.includes(linkTo(mentor, early)))).toHaveLength(2);
  expect(mail).toContain('/mentors?as=mentee"');
});

test("who can ask nobody in a programme now reads of the society’s mentors, and of no programme", async () => {
  const [empty, closed, matched] = [
    await opened("Empty"),
    await opened("Closed"),
    await opened("Matched", { finding: "staff" }),
  ];
  for (const id of [closed, matched]) await mentorIn(id);
  await programmes.move(staff, { id: closed, seen: 2 }, "close", START);
  const mail = await mailIn(empty, closed, matched);
  expect(mail.match(/\/mentors\/[0-9a-f-]{36}\?as=mentee"/g)).toHaveLength(3);
  expect(mail).not.toMatch(/programme/i);
});
