import type { Page } from "@playwright/test";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { saveChoices } from "@/lib/notify/notices/commands";
import { CHOOSABLE_GROUPS } from "@/lib/notify/notices/groups";
import { readNow } from "@/lib/people/auth/now";
import { type TestMember, viewerOf } from "@/testing/people";
import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// What is mailed, when, and how it is stopped: in Edit Account, by a link in a mail, by a mail program.

const RELATIONSHIPS = "My relationships";
const DAY = 86_400_000;

/** The partner leaves, so that the other one's relationship ends; what follows from it is mailed as the other has chosen. */
async function leave(page: Page): Promise<void> {
  await page.goto("/account/delete");
  await page.getByRole("button", { name: "Delete Account" }).click();
  await expect(page.getByRole("status")).toContainText("Your account is deleted");
}

async function choose(page: Page, group: string, way: string): Promise<void> {
  await page.goto("/account");
  await page.getByLabel(group).selectOption(way);
  await page.getByRole("button", { name: "Save e-mail choices" }).click();
  await expect(page.getByRole("status")).toContainText("We send you e-mails as you have chosen");
  await expect(page.getByLabel(group).locator("option:checked")).toHaveText(way);
}

/** Opens a mail in the demonstration's mailbox. */
async function openMail(page: Page, to: TestMember, name: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(to.name)}`);
    await expect(page.getByRole("link", { name }).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { name: "As plain text" })).toBeVisible();
}

/** The address behind words of the mail that is open. */
async function hrefOf(page: Page, words: string): Promise<string> {
  const href = await page.frameLocator("iframe").getByRole("link", { name: words }).getAttribute("href");
  return href ?? "";
}

test("Mei Tanaka sees what is mailed to her; what waits for an answer cannot be switched off", async ({ as }) => {
  const page = await as(await people.numbered("100008"));
  await page.goto("/notifications");
  await expect(page.locator("main")).toContainText("We mail you at once: My proposals");
  await page.getByRole("link", { name: "Choose what is mailed to you" }).click();
  const section = page.getByRole("region", { name: "What is mailed to you" });
  await expect(section.getByRole("combobox")).toHaveCount(CHOOSABLE_GROUPS.length);
  await expect(section).toContainText("My proposals: always at once, because somebody waits for an answer");
  await expect(section).toContainText("The safety of my account: always at once");
  await expect(page.getByLabel("My proposals")).toHaveCount(0);
});

test("the daily digest holds what has come about and brings it in one mail", async ({ as, request }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  const [page, partner] = [await as(mentee), await as(mentor)];
  await choose(page, RELATIONSHIPS, "In a daily digest");
  await leave(partner);
  await page.goto("/notifications");
  await expect(page.locator("main")).toContainText("In a daily digest: My relationships.");
  await expect(page.locator("main")).toContainText("so your relationship has ended");
  await page.goto(`/demo/mailbox?to=${encodeURIComponent(mentee.name)}`);
  await expect(page.locator("main")).toContainText("Held for the daily digest");
  await expect(page.getByRole("link", { name: /has ended/ })).toHaveCount(0);

  // As if it had been held since the day before yesterday: nobody else's clock has to be moved.
  const since = new Date((await readNow()).getTime() - 2 * DAY);
  await db().mail.updateMany({ where: { memberId: mentee.id, status: "held" }, data: { createdAt: since } });
  const swept = await request.get("/api/cron/sweep", { headers: { authorization: `Bearer ${env().CRON_SECRET}` } });
  expect(swept.status()).toBe(200);
  await openMail(page, mentee, /Your daily digest from .*: one thing is new/);
  await expect(page.locator("pre")).toContainText(`${mentor.name} is no longer on Connect, so your relationship has ended.`);
  await expect(page.locator("main")).toContainText("List-Unsubscribe=One-Click");
  expect(await hrefOf(page, "Stop the daily digest")).toContain("/unsubscribe/");
});

test("a mail's link stops its kind, signed out, by a page that asks first and says how to undo it", async ({ as, page }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  await leave(await as(mentor));
  await openMail(page, mentee, /has ended/);
  const href = await hrefOf(page, "Stop mails of this kind");
  await page.goto(href);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Stop mails of the kind “${RELATIONSHIPS}”?`);
  const own = await as(mentee);
  await own.goto("/account");
  await expect(own.getByLabel(RELATIONSHIPS).locator("option:checked")).toHaveText("At once");

  await page.getByRole("button", { name: "Stop these e-mails" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You no longer get these e-mails");
  await expect(page.locator("main")).toContainText("To get them again");
  await own.goto("/account");
  await expect(own.getByLabel(RELATIONSHIPS).locator("option:checked")).toHaveText("Not at all");
  await choose(own, RELATIONSHIPS, "At once");
  await page.goto(href);
  await expect(page.getByRole("button", { name: "Stop these e-mails" })).toBeVisible();
});

test("a mail program stops them with one request, as the mail's headers say", async ({ as, page, playwright }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  await leave(await as(mentor));
  await openMail(page, mentee, /has ended/);
  const header = (await page.getByText(/^<http.*\/api\/unsubscribe\/.*>$/).textContent()) ?? "";
  const address = header.slice(1, -1);
  const program = await playwright.request.newContext();
  const form = { "List-Unsubscribe": "One-Click" };
  for (const answer of [await program.post(address, { form }), await program.post(address, { form })]) {
    expect([answer.status(), answer.url(), await answer.text()]).toEqual([200, address, "Done."]);
  }
  expect((await program.post(`${address}x`, { form })).status()).toBe(404);
  await program.dispose();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You no longer get these e-mails");
  const own = await as(mentee);
  await own.goto("/notifications");
  await expect(own.locator("main")).toContainText("Only here, without a mail: My relationships.");
});

test("a link that is not whole is answered kindly, and tells nothing", async ({ page }) => {
  for (const token of ["nonsense", "0b8c6d4e-0000-4000-8000-000000000001.relationships.mark"]) {
    await page.goto(`/unsubscribe/${token}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
    await expect(page.getByRole("button", { name: "Stop these e-mails" })).toHaveCount(0);
  }
});

test("with every mail switched off, a proposal still arrives by mail", async ({ as, page }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await saveChoices(viewerOf(mentor), { relationships: "none", account: "none" }, await readNow());
  const own = await as(mentee);
  await own.goto(`/mentors/${mentor.id}/proposal`);
  await own.getByLabel("Objectives").fill("A plan for the next three years.");
  await own.getByRole("group", { name: "Topics" }).getByLabel("Career planning").check();
  await own.getByRole("group", { name: "How you would like to meet" }).getByLabel("Video call").check();
  await own.getByRole("button", { name: "Send proposal" }).click();
  await expect(own.getByRole("status")).toContainText("Your proposal is on its way");
  await openMail(page, mentor, /asks you to be their mentor/);
  await expect(page.locator("main")).not.toContainText("List-Unsubscribe");
});
