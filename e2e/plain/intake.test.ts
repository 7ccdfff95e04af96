import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { getSettings } from "@/lib/society/settings/queries";
import { tellReaders } from "@/lib/staff/board/commands";
import { choosePeriod, sayRange } from "@/lib/staff/board/period";
import type { TestMember } from "@/testing/people";
import { everybodyIn, type Intake, makeIntake, matchingHasBegun, menteesIn, type Pair } from "../intake";
import { backdate } from "../partners";
import { people } from "../people";
import { wordsIn } from "./files";
import { given, type Member, openMail, signIn, sweepNow } from "./given";
import { Mails } from "./mails";
import { addRule, compare, draftIntake, lockAndSwap, publishAll } from "./matching";

// A year's intake, as an administrator brings it together and looks after it, and as a coordinator does the matching.

const ZONE = "Europe/London";

test("Helen matches an intake, writes to those left over, edits a reminder, reads a survey, and has the board told", async () => {
  const [helen, colleague] = [await given.admin(), await given.staff()];
  const intake = await makeIntake(helen.member);
  const everybody = everybodyIn(intake);
  const readers = [await boardReader(), await boardReader()];
  const mails = new Mails();
  mails.watch(everybody, matchingHasBegun(intake));
  mails.watch(readers);

  const run = await draftIntake(helen, intake);
  await expectLeftOver(helen, run, intake);
  await helen.visit(run);
  const pairs = await lockAndSwap(helen, run);
  await sweepNow();
  await mails.expectAll();

  await colleague.visit(`${run}/publish`);
  await publishAll(helen, run, pairs, mails);
  await colleague.press("Publish all 6 pairs");
  expect(colleague.main.text).toContain("There is nothing to publish");
  await sweepTwice();

  const [byHand, refused, ...unanswered] = [
    ...pairs.filter(({ menteeId }) => menteeId === intake.mentee.id),
    ...pairs.filter(({ menteeId }) => menteeId !== intake.mentee.id),
  ];
  if (!byHand || !refused) throw new Error("There are no pairs.");
  await accept(intake.mentor, byHand, mails);
  await reject(memberOf(everybody, refused.mentorId), refused, mails);
  await sweepTwice();
  await helen.visit(`${run}?view=published`);
  for (const said of ["They are partners", "The mentor said no", "Both asked, no answer yet"])
    expect(helen.main.text).toContain(said);

  await writeToLeftOver(helen, run, [intake.late, intake.alone, memberOf(everybody, refused.menteeId)], mails);
  await sweepTwice();

  await changeReminder(helen, intake);
  await backdate(
    unanswered.map(({ id }) => id),
    3,
  );
  await sweepTwice();
  for (const { mentorId, menteeName } of unanswered) mails.add(mentorId, `${menteeName} still hopes to hear from you`);

  await survey(helen, intake, mails);
  await tellBoard(helen, readers, mails);
  await sweepTwice();
  await mails.expectAll();
  await helen.visit(`/admin/mails/proposal-reminder?programme=${intake.id}`);
  await helen.press("Stop using these words");
  expect(helen.status).toContain("no longer use those words");
});

test("a coordinator matches the intake that they look after, and nothing of another one is there", async () => {
  const staff = await given.staff();
  const [intake, other] = [await makeIntake(staff.member), await makeIntake(staff.member)];
  await addRule(staff, other.name, "Sector", "It must be the same");
  await compare(staff, other.name, other.mentee, other.mentor);
  await staff.press("Suggest as a draft");
  const elsewhere = staff.path;
  const coordinator = await given.holder("coordinator", intake.id);
  const mails = new Mails();
  for (const one of [intake, other]) mails.watch(everybodyIn(one), matchingHasBegun(one));

  const run = await draftIntake(coordinator, intake);
  expect(coordinator.main.text).not.toContain(other.name);
  await coordinator.visit("/admin/matching/rules");
  expect(coordinator.main.text).not.toContain("the same sector");
  await expectLeftOver(coordinator, run, intake);
  await coordinator.visit("/admin/matching");
  expect(coordinator.main.text).toContain(intake.name);
  expect(coordinator.main.text).not.toContain(other.name);
  await coordinator.visit(`/admin/matching/pair?programme=${other.id}&mentee=${other.late.number}&mentor=${other.near.number}`);
  for (const { name } of [other.late, other.near]) expect(coordinator.main.text).not.toContain(name);
  const theirs = ["", "/publish", `/${other.mentee.id}`].map((page) => `${elsewhere}${page}`);
  const ofOthers = [
    `/admin/members/${other.mentee.id}`,
    `/admin/programmes/${other.id}`,
    `/admin/letters/new?to=${other.late.id}`,
  ];
  // A list of members is there for them, and the run of another intake finds nobody for it.
  await coordinator.visit(`/admin/members?leftOverMentees=${elsewhere.split("/").at(-1)}`);
  expect(coordinator.main.text).toContain("No members match");
  expect(coordinator.main.text).not.toContain(other.name);
  await coordinator.visit(`/admin/members?leftOverMentees=${run.split("/").at(-1)}`);
  for (const { name } of [intake.late, intake.alone]) expect(coordinator.has("link", name)).toBe(true);
  for (const path of [...theirs, ...ofOthers, "/admin/mails", "/admin/surveys", "/admin/board", "/admin/settings/board"])
    expect((await coordinator.get(path)).status, path).toBe(404);

  // Their own button, with the run of the other intake in it.
  await coordinator.visit(`${run}/publish`);
  for (const field of coordinator.main.select("input[name=id]")) field.setAttribute("value", elsewhere.split("/").at(-1) ?? "");
  await coordinator.press("Publish all 6 pairs");
  expect(coordinator.browser.page.status).toBe(404);
  await staff.visit(elsewhere);
  expect(staff.has("link", "Locked (1)")).toBe(true);

  await coordinator.visit(run);
  await publishAll(coordinator, run, await lockAndSwap(coordinator, run), mails);
  await sweepTwice();
  await mails.expectAll();
});

/** Twice, as a scheduler does that was late: what has been sent is not sent again. */
async function sweepTwice(): Promise<void> {
  await sweepNow();
  await sweepNow();
}

function memberOf(members: readonly TestMember[], id: string): TestMember {
  const found = members.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is nobody of them.`);
  return found;
}

/** One is left over by a rule, and one because the others have waited longer. */
async function expectLeftOver(staff: Member, run: string, { alone, late, near }: Intake): Promise<void> {
  await staff.visit(`${run}?view=left`);
  expect(staff.around("row", alone.name).text).toContain("No mentor with a free place may be matched with them.");
  expect(staff.around("row", late.name).text).toContain("the places went to others who fit better or have waited longer");
  expect(staff.main.text).not.toContain(near.name);
}

async function accept(mentor: TestMember, { id, menteeId }: Pair, mails: Mails): Promise<void> {
  const one = await signIn(mentor);
  await one.visit(`/relationships/${id}/details`);
  await one.press("Accept");
  expect(one.status).toContain("You have accepted.");
  mails.add(menteeId, `${mentor.name} has accepted your proposal`);
}

async function reject(mentor: TestMember, { id, menteeId }: Pair, mails: Mails): Promise<void> {
  const one = await signIn(mentor);
  await one.visit(`/relationships/${id}/details`);
  await one.follow("Reject");
  await one.press(/Reject/);
  expect(one.status).toContain("rejected");
  mails.add(menteeId, `${mentor.name} cannot take up your proposal`);
}

/** All three in one letter, by the number on the page of the run. Those without a mentee are another list. */
async function writeToLeftOver(staff: Member, run: string, members: readonly TestMember[], mails: Mails): Promise<void> {
  await staff.visit(run);
  await staff.follow(/^2 mentors$/);
  expect(staff.main.text).toContain("Mentors left over in the matching of ");
  await staff.visit(run);
  await staff.follow(/^3 mentees$/);
  expect(staff.main.text).toContain("Mentees left over in the matching of ");
  const [, ...lines] = wordsIn(await staff.save("Download this list as CSV"))
    .trim()
    .split("\n");
  expect(lines).toHaveLength(members.length);
  for (const { number } of members) expect(lines.join()).toContain(number);
  await staff.follow("Write to these members");
  expect(staff.text).toContain("To: Mentees left over in the matching of ");
  staff.fill("Subject", "A mentor for {{name}}");
  staff.fill("Letter", "Dear {{name}},\n\nwe are still looking for a mentor for you.");
  await staff.press("Save draft and preview");
  expect(staff.has("heading", "3 members on the list")).toBe(true);
  for (const { name } of members) expect(staff.has("heading", `A mentor for ${name}`)).toBe(true);
  await staff.press("Send the letter");
  expect(staff.status).toContain("Your letter is on its way.");
  for (const { id, name } of members) mails.add(id, `A mentor for ${name}`);
}

/** For this intake alone, so that everybody else's reminders stay as they are. */
async function changeReminder(admin: Member, { name }: Intake): Promise<void> {
  await admin.visit("/admin/mails");
  await admin.follow("Proposal reminder");
  await admin.follow(name);
  admin.fill("Subject", "{{partner}} still hopes to hear from you");
  await admin.press("Save draft and preview");
  expect(admin.status).toContain("No e-mail uses these words yet.");
  await admin.follow("Change or publish it");
  await admin.press("Publish");
  expect(admin.status).toContain("Published.");
}

/** The mentees of the intake are asked, five answer from the mail without signing in, and their answers are read together. */
async function survey(staff: Member, intake: Intake, mails: Mails): Promise<void> {
  const [now, mentees] = [await readNow(), menteesIn(intake)];
  const title = `Your first weeks in ${intake.name}`;
  await staff.visit("/admin/surveys/new");
  staff.fill("Title", title);
  staff.choose("Who is asked", "Mentees");
  staff.choose("Programme", intake.name);
  staff.fill("First day", dayOf(now, ZONE));
  staff.fill("Last day", dayOf(addDays(now, 20, ZONE), ZONE));
  await staff.press("Save draft");
  for (const [question, kind] of [
    ["How did it begin?", "From 1 (very poor) to 5 (very good)"],
    ["What could we do better?", "A text"],
  ] as const) {
    staff.fill("Question", question);
    staff.choose("The answer is", kind);
    await staff.press("Add question");
  }
  await staff.press("Open the survey");
  expect(staff.status).toContain("The survey is open.");
  const page = staff.path;
  await sweepTwice();
  for (const { id } of mentees) mails.add(id, `Connect: ${title}`);

  for (const [i, { email }] of mentees.slice(0, 5).entries()) {
    const reader = given.stranger();
    await openMail(reader, email, new RegExp(title));
    await reader.visit((await reader.readFrame()).address("Answer the questions"));
    reader.tick("4: Good");
    reader.fill(/What could we do better/, `A longer first meeting, ${i + 1} of 5.`);
    await reader.press("Send my answer");
    expect(reader.status).toContain("We have noted your answer");
  }
  await staff.visit(page);
  expect(staff.main.text).toContain("Fewer than five answers have been counted here so far");
  // Until the day after, an answer can be changed.
  const answeredAt = addDays(now, -2, ZONE);
  await db().surveyAnswer.updateMany({ where: { survey: page.split("/").at(-1) ?? "" }, data: { answeredAt } });
  await sweepTwice();
  await staff.visit(page);
  expect(staff.main.text).toContain("5 answers counted.");
  expect(staff.part("table", "Answers to: How did it begin?").text).toMatch(/4: Good\s*5\s*100\s%/);
  expect(staff.main.text).toContain("A longer first meeting, 3 of 5.");
  for (const one of mentees) expect(staff.main.text).not.toContain(one.name);
}

/** Staff who are among the first by their names, as the settings list them. */
async function boardReader(): Promise<TestMember> {
  const { number } = await people.member();
  return people.member({ staff: "staff", name: `Ada ${number}` });
}

/** Who is told is named in the settings; a mail comes once for a month, and leads to the page. */
async function tellBoard(admin: Member, readers: readonly TestMember[], mails: Mails): Promise<void> {
  const now = await readNow();
  const set = async (day: string, isTold: boolean) => {
    await admin.visit("/admin/settings");
    await admin.main.follow("Change who is told");
    for (const { name } of readers) {
      if (isTold) admin.tick(new RegExp(name));
      else admin.untick(new RegExp(name));
    }
    admin.fill("On which day of the month", day);
    await admin.press("Save");
  };
  await set("29", true);
  expect(admin.alert).toContain("Enter a whole number from 1 to 28.");
  await set("1", true);
  expect(admin.path).toBe("/admin/settings");
  expect(admin.main.text).toContain("2 members of staff are told on day 1 of each month");
  const settings = await getSettings();
  // Two nights, of which the second finds nobody to tell.
  expect([await tellReaders(settings, now), await tellReaders(settings, now)]).toEqual([2, 0]);
  await set("3", false);
  expect(admin.main.text).toContain("Nobody is told");

  await sweepTwice();
  const { range } = choosePeriod({ period: "month" }, now, ZONE);
  for (const { id } of readers) mails.add(id, `Connect: the society’s board for ${sayRange(range)}`);
  const reader = await signIn(memberOf(readers, readers[0]?.id ?? ""));
  await openMail(reader, reader.email, /the society’s board for/);
  await reader.visit((await reader.readFrame()).address("Open the board"));
  expect(reader.heading).toBe("The society’s board");
  expect(reader.main.text).toContain(sayRange(range));
  const file = await reader.save("Download this board as PDF");
  expect(file.name).toBe(`board-${range.from}-to-${range.to}.pdf`);
  expect((await reader.get("/admin/settings/board")).status).toBe(404);
}
