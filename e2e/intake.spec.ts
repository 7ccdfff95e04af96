import type { Page } from "@playwright/test";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { answer } from "@/lib/mentoring/surveys/commands";
import { countingSweepStep, ownSurveySweepStep } from "@/lib/mentoring/surveys/sweep-step";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { readNow } from "@/lib/people/auth/now";
import { getSettings } from "@/lib/society/settings/queries";
import { tellReaders } from "@/lib/staff/board/commands";
import { letterSweepStep, recipientSweepStep } from "@/lib/staff/letters/sweep-step";
import type { TestMember } from "@/testing/people";
import { expect, people, test } from "./fixtures";
import { draftsOf, type Intake, makeIntake, matchingHasBegun, menteesIn, type Pair } from "./intake";
import { backdate } from "./partners";
import { sweepThese } from "./sweep";

// A year's intake, with scripts. Other journeys read the mails and settings of the same society while this one runs, so what is swept is
// its own, its words are for its own programme, and who is told of the board is not saved.

const ZONE = "Europe/London";
const SOCIETY = "Institute of Applied Practice";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const expectDone = (page: Page, words: string) => expect(page.getByRole("status").first()).toContainText(words);
/** The page that is open, without what follows the question mark. */
const pathOf = (page: Page) => new URL(page.url()).pathname;
const idIn = (page: Page) => pathOf(page).split("/").at(-1) ?? "";

test("Helen matches an intake, writes to one left over, edits a reminder, reads a survey, and has the board told", {
  tag: "@phone",
}, async ({ as, page: reader }) => {
  const [helen, colleague] = [await people.member({ staff: "admin" }), await people.member({ staff: "staff" })];
  const intake = await makeIntake(helen);
  const page = await as(helen);
  const run = await draft(page, intake);
  const pairs = await lockAndSwap(page, run);
  const begun = matchingHasBegun(intake);
  await expectMails(reader, intake.mentor, [begun]);

  await page.goto(run);
  await follow(page, "Publish");
  await press(page, "Publish all 6 pairs");
  await expectDone(page, "Published.");
  await expect(page.getByText("Both asked, no answer yet").first()).toBeVisible();
  await accept(await as(intake.mentor), intake);

  const letter = await write(page, run, intake.late);
  const survey = await ask(page, intake);
  for (let i = 0; i < 2; i++) {
    await sweepThese(letterSweepStep, [letter]);
    await sweepThese(recipientSweepStep, [letter]);
    await sweepThese(ownSurveySweepStep, [survey]);
  }
  const words = `/admin/mails/proposal-reminder?programme=${intake.id}`;
  await changeReminder(page, words);
  const unanswered = pairs.filter(({ menteeId }) => menteeId !== intake.mentee.id);
  const proposals = unanswered.map(({ id }) => id);
  await backdate(proposals, 3);
  for (let i = 0; i < 2; i++) await sweepThese(proposalSweepStep, proposals);

  await answerFromMail(reader, intake);
  const [one] = unanswered;
  const reminded = intake.mentors.find(({ id }) => id === one?.mentorId) ?? intake.near;
  await expectMails(reader, reminded, [begun, asks(one?.menteeName), `${one?.menteeName} still hopes to hear from you`]);
  await answerAsOthers(intake, survey);
  await readAnswers(page, intake, survey);

  const settings = { ...(await getSettings()), board: { readers: [colleague.id], day: 1 } };
  expect([await tellReaders(settings, await readNow()), await tellReaders(settings, await readNow())]).toEqual([1, 0]);
  await page.goto(words);
  await press(page, "Stop using these words");
  await expectDone(page, "no longer use those words");
  await readBoard(await as(colleague), colleague);

  const [{ mentee, mentor, late, alone, near }, asked] = [intake, `Connect: ${titleIn(intake)}`];
  const answered = [`${SOCIETY} suggests ${mentor.name} as your mentor`, `${mentor.name} has accepted your proposal`];
  await expectMails(reader, mentor, [begun, asks(mentee.name)]);
  await expectMails(reader, mentee, [begun, ...answered, asked]);
  await expectMails(reader, late, [begun, `A mentor for ${late.name}`, asked]);
  await expectMails(reader, alone, [begun, asked]);
  await expectMails(reader, near, [begun]);
});

const asks = (mentee = "") => `${SOCIETY} suggests that you could be the mentor of ${mentee}`;
const titleIn = ({ name }: Intake) => `Your first weeks in ${name}`;

/** What somebody has been mailed so far, in this order, and nothing besides. */
async function expectMails(page: Page, { email }: TestMember, subjects: readonly string[]): Promise<void> {
  const shown = page.getByRole("main").getByRole("listitem").getByRole("link");
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(email)}`);
    await expect(shown).toHaveText(subjects.toReversed(), { timeout: 500 });
  }).toPass();
}

/** Follows a link of the newest mail with this subject to somebody. */
async function followMail(page: Page, { email }: TestMember, subject: string, words: string): Promise<void> {
  const link = page.getByRole("link", { name: subject }).first();
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(email)}`);
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  await link.click();
  await page.goto((await page.frameLocator("iframe").getByRole("link", { name: words }).getAttribute("href")) ?? "");
}

async function addRule(page: Page, programme: string, fact: string, kind: string): Promise<void> {
  await page.goto("/admin/matching/rules/new");
  await page.getByLabel("Where it holds").selectOption(programme);
  await page.getByLabel("About the mentee").selectOption(fact);
  await page.getByLabel("About the mentor").selectOption(fact);
  await page.getByRole("radio", { name: kind }).check();
  await press(page, "Add rule");
  await expectDone(page, "The rule is saved");
}

/** Two rules, a pair by hand, and drafts for everybody. */
async function draft(page: Page, { name, mentee, mentor }: Intake): Promise<string> {
  await addRule(page, name, "Languages", "It must be the same");
  await addRule(page, name, "Region", "It must never be the same");
  await page.goto("/admin/matching/pair");
  await page.getByLabel("Mentee", { exact: true }).fill(mentee.number);
  await page.getByLabel("Mentor", { exact: true }).fill(mentor.number);
  await page.getByLabel("Programme").selectOption(name);
  await press(page, "Compare");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${mentee.name} and ${mentor.name}`);
  await expect(page.getByRole("main")).toContainText("Does not cover: ");
  await press(page, "Suggest as a draft");
  await expectDone(page, "Nobody has been told of it.");
  await press(page, "Match everybody again");
  await expect(page.getByRole("link", { name: "Drafts (6)" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Left over (2)" })).toBeVisible();
  return pathOf(page);
}

/** Locks three pairs, and gives one of the others the mentor of the other. */
async function lockAndSwap(page: Page, run: string): Promise<Pair[]> {
  const loose = (await draftsOf(run)).filter(({ isLocked }) => !isLocked);
  for (const { menteeName, mentorName } of loose.slice(0, 3))
    await page.getByRole("checkbox", { name: `${menteeName} and ${mentorName}` }).check();
  await press(page, "Lock those ticked");
  await expectDone(page, "Locked.");
  const [one, other] = loose.slice(3);
  await page.getByRole("link", { name: new RegExp(`^Swap.*${one?.menteeName}$`) }).click();
  await page.getByRole("radio", { name: new RegExp(`^${other?.mentorName}: no free place`) }).check();
  await press(page, "Match them");
  await expectDone(page, "The pair that had to make room now has the next best mentor.");
  const pairs = await draftsOf(run);
  expect(pairs.find(({ menteeId }) => menteeId === other?.menteeId)?.mentorId).toBe(one?.mentorId);
  return pairs;
}

async function accept(page: Page, { mentee }: Intake): Promise<void> {
  await page.goto("/notifications");
  await page.getByRole("button", { name: /suggests that you could be the mentor/ }).click();
  await expect(page.getByRole("main")).toContainText("The words below are from their profile.");
  await press(page, "Accept");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`You and ${mentee.name}`);
}

/** Returns the letter. */
async function write(page: Page, run: string, { name }: TestMember): Promise<string> {
  await page.goto(`${run}?view=left`);
  await expect(page.getByRole("row", { name })).toContainText("the places went to others");
  await follow(page, name);
  await follow(page, `Write to ${name}`);
  await page.getByLabel("Subject").fill("A mentor for {{name}}");
  await page.getByLabel("Letter", { exact: true }).fill("Dear {{name}},\n\nwe are still looking for a mentor for you.");
  await press(page, "Save draft and preview");
  await expect(page.getByRole("article").getByRole("heading")).toHaveText(`A mentor for ${name}`);
  await press(page, "Send the letter");
  await expectDone(page, "Your letter is on its way.");
  return idIn(page);
}

async function changeReminder(page: Page, words: string): Promise<void> {
  await page.goto(words);
  await page.getByLabel("Subject", { exact: true }).fill("{{partner}} still hopes to hear from you");
  await press(page, "Save draft and preview");
  await expectDone(page, "No e-mail uses these words yet.");
  await expect(page.frameLocator("iframe").getByRole("link", { name: "Accept or reject" })).toBeVisible();
  await follow(page, "Change or publish it");
  await press(page, "Publish");
  await expectDone(page, "Published.");
}

/** The mentees of the intake are asked. Returns the survey. */
async function ask(page: Page, intake: Intake): Promise<string> {
  const now = await readNow();
  await page.goto("/admin/surveys/new");
  await page.getByLabel("Title").fill(titleIn(intake));
  await page.getByLabel("Who is asked").selectOption("Mentees");
  await page.getByLabel("Programme").selectOption(intake.name);
  await page.getByLabel("First day").fill(dayOf(now, ZONE));
  await page.getByLabel("Last day").fill(dayOf(addDays(now, 20, ZONE), ZONE));
  await press(page, "Save draft");
  await page.getByLabel("Question", { exact: true }).fill("How did it begin?");
  await press(page, "Add question");
  await expect(page.getByRole("listitem").filter({ hasText: "How did it begin?" })).toBeVisible();
  await press(page, "Open the survey");
  await expectDone(page, "The survey is open.");
  return idIn(page);
}

/** One of the mentees, who does not sign in. */
async function answerFromMail(page: Page, intake: Intake): Promise<void> {
  await followMail(page, intake.mentee, titleIn(intake), "Answer the questions");
  await page.getByRole("radio", { name: "4: Good" }).check();
  await press(page, "Send my answer");
  await expectDone(page, "We have noted your answer");
}

/** Four others do the same, and a day goes by in which all could have changed their answers. */
async function answerAsOthers({ mentees }: Intake, survey: string): Promise<void> {
  const now = await readNow();
  for (const { id: memberId } of mentees.slice(0, 4)) {
    const { id } = await db().surveyAsking.findFirstOrThrow({ where: { survey, memberId }, select: { id: true } });
    const answered = await answer({ memberId }, id, { answer1: "4" }, now);
    if (!answered.ok) throw new Error(answered.reason);
  }
  await db().surveyAnswer.updateMany({ where: { survey }, data: { answeredAt: addDays(now, -2, ZONE) } });
  for (let i = 0; i < 2; i++) await sweepThese(countingSweepStep, [survey]);
}

async function readAnswers(page: Page, intake: Intake, survey: string): Promise<void> {
  await page.goto(`/admin/surveys/${survey}`);
  const main = page.getByRole("main");
  await expect(main).toContainText("5 answers counted.");
  await expect(main.getByRole("row", { name: "4: Good" })).toContainText(/5\s*100\s%/);
  for (const { name } of menteesIn(intake)) await expect(main).not.toContainText(name);
}

async function readBoard(page: Page, reader: TestMember): Promise<void> {
  await followMail(page, reader, "the society’s board for", "Open the board");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The society’s board");
  const coming = page.waitForEvent("download");
  await follow(page, "Download this board as PDF");
  expect((await coming).suggestedFilename()).toMatch(/^board-\d{4}-\d\d-01-to-.*\.pdf$/);
}
