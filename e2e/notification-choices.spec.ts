import type { Page } from "@playwright/test";
import type { TestMember } from "@/testing/people";
import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// A mail as it is shown, in a frame, and what its link stops.

const RELATIONSHIPS = "My relationships";
const _DAY = 86_400_000;

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
