import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { addDays, localOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import type { TestMember } from "@/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin } from "./partners";

// "How do I organise a meeting?", as the FAQ tells it, and what follows.

const ZONE = "Europe/London";
const DETAILS = "Bring the plan for the spring; by video.";

/** Partners for long enough that meetings may have been. */
async function tenDaysAgo(): Promise<Date> {
  return addDays(await readNow(), -10, ZONE);
}

/** A time of day in some days, as browsers write it. */
async function at(days: number, time: string): Promise<string> {
  return `${localOf(addDays(await readNow(), days, ZONE), ZONE).slice(0, 10)}T${time}`;
}

/** Relationships, Tools, Meetings. */
async function openMeetings(page: Page, partner: TestMember): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Relationships" }).click();
  const item = page.getByRole("listitem").filter({ hasText: partner.name });
  await item.first().getByText("Tools").first().click();
  await item
    .first()
    .getByRole("link", { name: /^Meetings/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Meetings");
}

async function fill(page: Page, starts: string, ends: string, title = "First conversation"): Promise<void> {
  await page.getByLabel("Starts").fill(starts);
  await page.getByLabel("Ends").fill(ends);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Method").selectOption("Video call");
  await page.getByLabel("Enter meeting details").fill(DETAILS);
}

async function openMail(page: Page, to: TestMember, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(to.name)}`);
    await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByRole("link", { name: subject }).first().click();
  await expect(page.getByRole("heading", { name: "As plain text" })).toBeVisible();
}

async function download(page: Page, name: RegExp) {
  const href = await page.getByRole("link", { name }).first().getAttribute("href");
  const file = await (await page.request.get(href ?? "")).text();
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent("vevent");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event?.getFirstPropertyValue("uid"),
    sequence: event?.getFirstPropertyValue("sequence"),
    summary: event?.getFirstPropertyValue("summary"),
  };
}

test("a meeting is arranged and accepted, in calendars too", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor, await tenDaysAgo());
  const [asMentee, asMentor] = [await as(mentee), await as(mentor)];
  await openMeetings(asMentee, mentor);
  await expect(asMentee.getByLabel("Method").locator("option").first()).toHaveText("Please select a method");
  await expect(asMentee.getByRole("checkbox", { name: "Send details to mentor" })).toBeChecked();
  await fill(asMentee, await at(7, "14:00"), await at(7, "15:00"));
  await asMentee.getByRole("button", { name: "Save", exact: true }).click();
  await expect(asMentee.getByRole("status")).toContainText("Saved");
  await expect(asMentee.locator("main")).toContainText(`Waiting for ${mentor.name} to answer`);

  await asMentor.goto("/notifications");
  await expect(asMentor.locator("main")).toContainText(`${mentee.name} would like to meet you on`);
  await openMail(asMentor, mentor, /would like to meet you/);
  await expect(asMentor.locator("main")).toContainText(DETAILS);
  const invited = await download(asMentor, /meeting\.ics/);
  expect(invited).toMatchObject({ method: "PUBLISH", sequence: 0, summary: "First conversation" });
  await expectAccessible(asMentor);

  await openMeetings(asMentor, mentee);
  await asMentor.getByRole("button", { name: "Accept" }).click();
  await expect(asMentor.getByRole("status")).toContainText("You have accepted");
  await expectAccessible(asMentor);
  await openMail(asMentee, mentee, /has accepted your meeting/);
  expect(await download(asMentee, /meeting\.ics/)).toMatchObject({ method: "PUBLISH", uid: invited.uid, sequence: 1 });

  await openMeetings(asMentee, mentor);
  await expect(asMentee.locator("main")).toContainText(`${mentor.name} has accepted`);
  expect(await download(asMentee, /Add to my calendar/)).toMatchObject({ method: "PUBLISH", uid: invited.uid });
});

test("what is wrong with a time is said, what speaks against it is pointed out once", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor({}, { timeZone: "Asia/Tokyo" })];
  await begin(mentee, mentor, await tenDaysAgo());
  const page = await as(mentee);
  await openMeetings(page, mentor);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const summary = page.getByRole("main").getByRole("alert");
  for (const sentence of ["Enter when it starts.", "Give the meeting a title.", "Please select a method."]) {
    await expect(summary).toContainText(sentence);
  }
  await fill(page, await at(-2, "14:00"), await at(-2, "15:00"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(summary).toContainText("If you have met already, choose Log a meeting.");
  await expect(page.getByLabel("Title")).toHaveValue("First conversation");
  await fill(page, await at(7, "14:00"), await at(7, "13:00"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(summary).toContainText("The meeting must end after it starts.");
  await fill(page, await at(7, "14:00"), await at(7, "15:00"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(summary).toContainText(`That is before 07:00 or after 21:00 where ${mentor.name} is.`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save all the same" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
});
