import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import type { Role } from "@/lib/foundation/viewer";
import { signAnswerLink } from "@/lib/notify/notices/answer-link";
import * as joining from "@/lib/pairing/joining/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { readinessSweepStep } from "@/lib/pairing/readiness/sweep-step";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { askCondition } from "@/testing/readiness";
import { people } from "../people";
import { given, type Member } from "./given";

// What a role needs: staff ask for it, members do it, and whoever lacks it is not found. Each story has a programme of its own, because a
// condition of the society's scheme would hide the mentors of all the others.

const ZONE = "Europe/London";

/** The item of Today that says this. */
const onToday = (staff: Member, said: string) => staff.main.around("listitem", said);
const isOnToday = (staff: Member, said: string) => staff.main.allAround("listitem", said).length > 0;

/** A programme with a mentor and a mentee in it; closed to everybody else, so that no other story sees it. */
async function aProgramme() {
  const [staff, mentor, mentee, now] = [await given.staff(), await given.mentor(), await given.mentee(), await readNow()];
  const name = `Readiness ${(await people.member()).number}`;
  const id = await openProgramme(viewerOf(staff.member), now, { name });
  await join(mentor, "mentor", id, now);
  await join(mentee, "mentee", id, now);
  return { staff, mentor, mentee, now, id, name };
}

/** Afterwards it takes nobody else. */
async function join({ member }: Member, role: Role, id: string, now: Date): Promise<void> {
  const take = (takesMembers: boolean) =>
    db().programme.update({ where: { id }, data: { takesMembers }, select: { id: true } });
  await take(true);
  expect(await joining.join(viewerOf(member), id, role, now)).toMatchObject({ ok: true });
  await take(false);
}

test("staff ask for a declaration, training and a check; a mentor does them, and is found again", async () => {
  const { staff, mentor, mentee, now, id, name } = await aProgramme();
  const search = `/mentors?programme=${id}`;
  await mentee.visit(search);
  expect(mentee.main.text).toContain(mentor.name);

  await staff.visit(`/admin/programmes/${id}`);
  await staff.follow("Add a condition");
  await staff.press("Add condition");
  for (const said of ["Enter a name.", "Choose one of the two.", "Choose one of these."]) expect(staff.alert).toContain(said);
  const kinds = ["Declaration", "Training", "Check with a day of expiry"];
  for (const kind of kinds) {
    await staff.visit(`/admin/readiness/conditions/new?programme=${id}`);
    staff.tick("Mentors");
    staff.tick(new RegExp(`^${kind}`));
    staff.fill("Name", `${kind} of ${name}`);
    staff.fill("What members read about it", "I will keep to the code of conduct.");
    if (kind === "Training") staff.fill("Address of training elsewhere (optional)", "https://training.example.org/");
    else if (kind === "Check with a day of expiry") {
      staff.fill("Expires after (optional)", "12");
      staff.fill("Counts from", dayOf(now, ZONE));
      await staff.press("Add condition");
      expect(staff.alert).toContain("Only training expires after some months.");
      staff.fill("Expires after (optional)", "");
    }
    staff.fill("Counts from", dayOf(now, ZONE));
    await staff.press("Add condition");
    expect(staff.status).toContain("Everybody in the role is told");
  }
  await mentee.visit(search);
  expect(mentee.main.text).not.toContain(mentor.name);

  await mentor.visit("/");
  expect(mentor.main.text).toContain(`Please show this to the society: Check with a day of expiry of ${name}.`);
  await mentor.follow(`You need this as a mentor: Declaration of ${name}.`);
  expect(mentor.main.text).toContain("Until this is done, mentees cannot find you");
  await mentor.press("Accept");
  expect(mentor.alert).toContain("Tick the box if you accept it.");
  mentor.tick("I have read this declaration, and I accept it");
  await mentor.press("Accept");
  expect(mentor.status).toContain("This is done.");
  await mentor.follow("What your roles need");
  await mentor.follow(`Training of ${name}`);
  mentor.tick("I have read or watched this to the end");
  await mentor.press("Confirm");
  expect(mentor.status).toContain("This is done.");

  await staff.visit(`/admin/readiness?programme=${id}`);
  await staff.press("Record the check for those ticked");
  expect(staff.alert).toContain("Tick somebody first.");
  staff.tick(`${mentor.name}: Check with a day of expiry of ${name}`);
  staff.fill("Last day on which the check is valid (optional)", dayOf(addDays(now, 39, ZONE), ZONE));
  await staff.press("Record the check for those ticked");
  expect(staff.status).toContain("Done.");
  await mentee.visit(search);
  expect(mentee.main.text).toContain(mentor.name);

  for (const days of [11, 34]) await sweep(readinessSweepStep, addDays(now, days, ZONE));
  const told = await db().mail.count({ where: { memberId: mentor.member.id, kind: "readiness-expiring" } });
  expect(told).toBe(2);
  await mentor.visit("/");
  expect(mentor.main.text).toContain(`Check with a day of expiry of ${name} expires on`);
  await sweep(readinessSweepStep, addDays(now, 41, ZONE));
  await mentee.visit(search);
  expect(mentee.main.text).not.toContain(mentor.name);
  await staff.visit(`/admin/readiness?programme=${id}`);
  expect(staff.main.text).toContain("Expired");
});

test("a mentee who lacks something in a programme cannot send in it, and reads why it was not approved", async () => {
  const { staff, mentor, mentee, now, id, name } = await aProgramme();
  const asked = { programmeId: id, role: "mentee", kind: "approval", name: `Approval in ${name}` } as const;
  const condition = await askCondition(viewerOf(staff.member), now, asked);
  // In the society's scheme they can send as before; the programme is not offered beside it.
  const isOffered = async () => {
    await mentee.visit(`/mentors/${mentor.member.id}/proposal`);
    return mentee.main.text.includes(name);
  };
  expect(await isOffered()).toBe(false);
  await staff.visit(`/admin/readiness?condition=${condition}`);
  await staff.follow(new RegExp(mentee.name));
  await staff.press("Do not approve");
  expect(staff.alert).toContain("Say why, so that the member knows what to do.");
  staff.fill("Why it is not approved", "Please finish your first year.");
  await staff.press("Do not approve");
  expect(staff.status).toContain("Done.");
  await mentee.visit(`/readiness/${condition}`);
  expect(mentee.main.text).toContain("Please finish your first year.");
  staff.fill("Why it is not approved", "");
  await staff.press("Approve");
  await mentee.visit(`/readiness/${condition}`);
  expect(mentee.main.text).toContain("This is done.");
  expect(await isOffered()).toBe(true);
  expect(await mentor.visit(`/readiness/${condition}`)).toBe(404);
  expect(await mentor.visit("/readiness")).toBe(404);
});

test("one tick is for all who are shown, and for nobody who comes afterwards", async () => {
  const { staff, mentor, now, id, name } = await aProgramme();
  const [second, late] = [await given.mentor(), await given.mentor()];
  await join(second, "mentor", id, now);
  const asked = { programmeId: id, name: `Approval in ${name}` } as const;
  const condition = await askCondition(viewerOf(staff.member), now, asked);
  await staff.visit(`/admin/readiness?condition=${condition}`);
  staff.tick("Both shown here");
  await staff.press("Do not approve those ticked");
  expect(staff.alert).toContain("Say why, so that the member knows what to do.");
  await join(late, "mentor", id, now);
  await staff.press("Approve those ticked");
  expect(staff.status).toContain("Done.");
  expect(staff.main.text).toContain(late.name);
  for (const { name: done } of [mentor, second]) expect(staff.main.text).not.toContain(done);
  // One alone has their own tick.
  expect(staff.hasField(/shown here/)).toBe(false);
});

test("a referee answers from a mail without an account, once", async () => {
  const { staff, mentor, now, id, name } = await aProgramme();
  const asked = { programmeId: id, kind: "referee", name: `Referee in ${name}` } as const;
  const condition = await askCondition(viewerOf(staff.member), now, asked);
  await mentor.visit(`/readiness/${condition}`);
  mentor.fill("Their name", "Jo Referee");
  mentor.fill("Their e-mail address", "not an address");
  await mentor.press("Ask this person");
  expect(mentor.alert).toContain("Enter an e-mail address");
  expect(mentor.value("Their name")).toBe("Jo Referee");
  mentor.fill("Their e-mail address", "jo@referee.example");
  await mentor.press("Ask this person");
  expect(mentor.status).toContain("We have written to your referee");
  const { id: subjectId } = await db().readinessReferee.findFirstOrThrow({
    where: { item: { conditionId: condition, memberId: mentor.member.id } },
    select: { id: true },
  });
  const link = { memberId: mentor.member.id, what: "referee", subjectId, round: 1, until: addDays(now, 20, ZONE) } as const;
  const address = `/referee/${signAnswerLink(link, env().authSecrets)}`;
  const referee = given.stranger();
  expect(await referee.visit(address)).toBe(200);
  await referee.press("Send answer");
  expect(referee.alert).toContain("Choose one of the two.");
  referee.tick(`Yes, I can recommend ${mentor.name}`);
  referee.fill("Anything you would like to add (optional)", "Known them for years.");
  await referee.press("Send answer");
  expect(referee.status).toContain("We have your answer.");
  await referee.visit(address);
  expect(referee.has("button", "Send answer")).toBe(false);
  await referee.visit("/referee/half");
  expect(referee.heading).toBe("This link does not work");
  await staff.visit(`/admin/readiness?condition=${condition}&state=met`);
  await staff.follow(new RegExp(mentor.name));
  expect(staff.main.text).toContain("Known them for years.");
  await mentor.visit(`/readiness/${condition}`);
  expect(mentor.main.text).toContain("This is done.");
  expect(mentor.main.text).not.toContain("Known them for years.");
});

test("staff find on Today how many wait for them, and decide from there or from the page of a member", async () => {
  const { staff, mentor, now, id, name } = await aProgramme();
  const asked = { programmeId: id, name: "An interview" } as const;
  const condition = await askCondition(viewerOf(staff.member), now, asked);
  const said = `An interview (${name})`;
  await staff.visit("/admin?kind=readiness-with-staff");
  expect(onToday(staff, said).text).toContain(`${mentor.name} is waiting for you to look at this: ${said}.`);
  await onToday(staff, said).follow(/^See who is waiting/);
  expect([staff.heading, staff.main.text.includes(mentor.name)]).toEqual(["Readiness", true]);

  await staff.visit("/admin?kind=readiness-with-staff");
  await onToday(staff, said).follow(/^Dismiss/);
  expect(staff.main.text).toContain("Members waiting for you to look at this: An interview.");
  staff.fill("Why can it be dismissed?", "We meet on Friday.");
  await staff.press("Dismiss");
  await staff.visit("/admin?kind=readiness-with-staff");
  expect(isOnToday(staff, said)).toBe(false);

  const coordinator = await given.holder("coordinator", id);
  for (const reader of [staff, coordinator]) {
    await reader.visit(`/admin/members/${mentor.member.id}`);
    expect(reader.main.text).toContain(`As mentor in ${name}: not ready`);
  }
  expect((await coordinator.get(`/admin/readiness?state=staff&condition=${condition}`)).status).toBe(200);
  await coordinator.follow(/^Decide/);
  await coordinator.press("Approve");
  expect(coordinator.status).toContain("Done.");
  await staff.visit(`/admin/members/${mentor.member.id}`);
  expect(staff.main.text).toContain(`As mentor in ${name}: ready`);
  // Nobody else has such a section.
  await staff.visit(`/admin/members/${(await given.mentee()).member.id}`);
  expect(staff.has("heading", "Readiness")).toBe(false);
});

test("what a role in a programme needs is read before joining it, and what of it one has", async () => {
  const [staff, mentor, mentee, now] = [await given.staff(), await given.mentor(), await given.mentee(), await readNow()];
  const name = `Before joining ${mentor.number}`;
  const id = await openProgramme(viewerOf(staff.member), now, { name });
  const link = "https://training.example.org/";
  const training = { programmeId: id, kind: "training", name: "Listening well", link, validMonths: 12 } as const;
  const condition = await askCondition(viewerOf(staff.member), now, { ...training, text: "It takes twenty minutes." });
  await mentee.visit(`/programmes/${id}`);
  expect(mentee.main.text).not.toContain("Listening well");
  await mentor.visit(`/programmes/${id}`);
  mentor.unfold(/^More about it/);
  for (const part of [
    "What you need as a mentor",
    `Until you have all of it, mentees cannot find you in ${name}.`,
    "You read or watch something to the end, and again after a year.",
    "It takes twenty minutes.",
  ])
    expect(mentor.main.text).toContain(part);
  await mentor.press("Join as a mentor");
  await mentor.follow("What you need as a mentor");
  await mentor.follow("Listening well");
  mentor.tick("I have read or watched this to the end");
  await mentor.press("Confirm");
  expect(mentor.main.text).toContain("valid until");
  await mentor.visit(`/programmes/${id}`);
  await mentor.press("Leave this programme");
  await mentor.visit(`/programmes/${id}`);
  expect(mentor.main.text).toContain("You have this already, valid until");

  // A month before it expires it can be done again, and stays valid.
  await joining.join(viewerOf(mentor.member), id, "mentor", now);
  const where = { conditionId_memberId: { conditionId: condition, memberId: mentor.member.id } };
  await db().readinessItem.update({ where, data: { expiresAt: addDays(now, 20, ZONE), dueAt: now } });
  await sweep(readinessSweepStep, now);
  await mentor.visit("/");
  await mentor.follow(/^Listening well expires on .* Please do it again\.$/);
  expect(mentor.main.text).toContain("Do it again before then, and it stays valid without a break.");
  mentor.tick("I have read or watched this to the end");
  await mentor.press("Confirm");
  const { expiresAt, warnedDays } = await db().readinessItem.findUniqueOrThrow({ where });
  expect([warnedDays, Number(expiresAt) > +addDays(now, 300, ZONE)]).toEqual([null, true]);
});

test("what the society asks of a role is read where somebody chooses it", async () => {
  const [staff, newcomer, mentee, now] = [await given.staff(), await given.member(), await given.mentee(), await readNow()];
  // Nobody who is there is asked for it, so that no other story meets it.
  const asked = { programmeId: SOCIETY_SCHEME, role: "mentor", kind: "approval", name: `Approval ${staff.number}` };
  const times = { countsAt: addDays(now, 300, ZONE), createdAt: now, changedAt: now };
  const data = { id: randomUUID(), ...asked, ...times, text: "Staff look at everybody." };
  await db().readinessCondition.create({ data, select: { id: true } });
  await newcomer.visit("/join");
  expect(newcomer.main.text).toContain(data.name);
  expect(newcomer.main.text).toContain("The society approves you. You do not have to do anything. It is needed from");
  await mentee.visit("/account");
  expect(mentee.main.text).toContain("What you need as a mentor");
  await db().readinessCondition.update({ where: { id: data.id }, data: { retiredAt: now }, select: { id: true } });
  for (const [one, page] of [
    [newcomer, "/join"],
    [mentee, "/account"],
  ] as const) {
    await one.visit(page);
    expect(one.main.text).not.toContain("What you need as a mentor");
  }
});
