import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import * as relationships from "@/lib/pairing/relationships/commands";
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

test("a meeting is changed and cancelled, in calendars too", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor, await tenDaysAgo());
  const [asMentee, asMentor] = [await as(mentee), await as(mentor)];
  await openMeetings(asMentee, mentor);
  await fill(asMentee, await at(7, "14:00"), await at(7, "15:00"));
  await asMentee.getByRole("button", { name: "Save", exact: true }).click();
  await expect(asMentee.getByRole("status")).toContainText("Saved");
  const { uid } = await download(asMentee, /Add to my calendar/);
  await asMentee.getByRole("link", { name: /^Change/ }).click();
  await expect(asMentee.getByLabel("Title")).toHaveValue("First conversation");
  await asMentee.getByLabel("Starts").fill(await at(8, "14:00"));
  await asMentee.getByLabel("Ends").fill(await at(8, "15:00"));
  await asMentee.getByRole("button", { name: "Save", exact: true }).click();
  await expect(asMentee.getByRole("status")).toContainText("Saved");
  await openMail(asMentor, mentor, /has changed your meeting/);
  expect(await download(asMentor, /meeting\.ics/)).toMatchObject({ method: "PUBLISH", uid, sequence: 1 });

  await openMeetings(asMentee, mentor);
  await asMentee.getByRole("link", { name: /^Cancel/ }).click();
  await expect(asMentee.locator("main")).toContainText(`We tell ${mentor.name} that it will not take place`);
  await asMentee.getByRole("button", { name: "Cancel the meeting" }).click();
  await expect(asMentee.getByRole("status")).toContainText("cancelled");
  await openMail(asMentor, mentor, /has cancelled your meeting/);
  expect(await download(asMentor, /meeting\.ics/)).toMatchObject({ method: "CANCEL", uid, sequence: 2 });
});

test("another time is suggested and taken, each by their own clock", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor({}, { timeZone: "America/New_York" })];
  await begin(mentee, mentor, await tenDaysAgo());
  const [asMentee, asMentor] = [await as(mentee), await as(mentor)];
  await openMeetings(asMentee, mentor);
  await fill(asMentee, await at(7, "15:00"), await at(7, "16:00"));
  await asMentee.getByRole("button", { name: "Save", exact: true }).click();
  await expect(asMentee.locator("main")).toContainText("15:00 to 16:00 (London time)");
  await expect(asMentee.locator("main")).toContainText(`For ${mentor.name}:`);

  await openMeetings(asMentor, mentee);
  await expect(asMentor.locator("main")).toContainText("(New York time)");
  await asMentor.getByRole("link", { name: /^Suggest another time/ }).click();
  await asMentor.getByLabel("Starts").fill(await at(9, "12:00"));
  await asMentor.getByLabel("Ends").fill(await at(9, "13:00"));
  await asMentor.getByRole("button", { name: "Suggest this time" }).click();
  await expect(asMentor.getByRole("status")).toContainText("which time you suggest");

  await openMeetings(asMentee, mentor);
  await expect(asMentee.locator("main")).toContainText(`${mentor.name} suggests`);
  await asMentee.getByRole("button", { name: "Accept this time" }).click();
  await expect(asMentee.locator("main")).toContainText(`${mentor.name} has accepted`);
  await openMail(asMentor, mentor, /agrees to the time you suggested/);
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

test("a meeting that has been is logged, and said to have been held or not", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor, await tenDaysAgo());
  const page = await as(mentor);
  await openMeetings(page, mentee);
  await page.getByRole("link", { name: "Log a meeting" }).click();
  await expect(page.getByRole("checkbox", { name: "Send details to mentee" })).toBeChecked();
  await fill(page, await at(-2, "14:00"), await at(-2, "15:30"), "Over coffee");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("logged");
  await expect(page.locator("main")).toContainText("1 h 30 min");
  await page.getByRole("button", { name: "It did not take place" }).click();
  await expect(page.locator("main")).toContainText("Did not take place");
  await page.getByRole("button", { name: "It took place after all" }).click();
  await expect(page.getByRole("status")).toContainText("held");
});

test("a calendar address shows the meetings, and nothing once it is renewed", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor, await tenDaysAgo());
  const page = await as(mentee);
  await openMeetings(page, mentor);
  await fill(page, await at(7, "14:00"), await at(7, "15:00"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Make a calendar address" }).click();
  await expect(page.getByRole("status")).toContainText("calendar address is ready");
  await expectAccessible(page);
  const region = page.getByRole("region", { name: "In your own calendar" });
  const address = (await region.getByRole("code").textContent()) ?? "";
  const path = new URL(address).pathname;
  const answer = await page.request.get(path);
  expect([answer.status(), answer.headers()["cache-control"]]).toEqual([200, "no-store"]);
  expect(await answer.text()).toContain("SUMMARY:First conversation");
  await page.getByRole("button", { name: "Make a new address" }).click();
  await expect(region.getByRole("code")).not.toHaveText(address);
  expect((await page.request.get(path)).status()).toBe(404);
});

test("an outsider finds nothing, and after the end there is nothing to press", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor, await tenDaysAgo());
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/meetings`);
  await fill(page, await at(7, "14:00"), await at(7, "15:00"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
  const meeting = await db().meeting.findFirstOrThrow({ where: { relationshipId: id } });
  const paths = ["", "/log", ...["meeting.ics", "change", "suggest", "cancel"].map((step) => `/${meeting.id}/${step}`)];
  const outsider = await as(await people.mentor());
  for (const path of paths) {
    expect((await outsider.request.get(`/relationships/${id}/meetings${path}`)).status(), path).toBe(404);
  }
  await relationships.closeAll(mentor.id, await readNow());
  await page.reload();
  await expect(page.locator("main")).toContainText("This relationship has ended.");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^(Change|Cancel|Log)/ })).toHaveCount(0);
});
