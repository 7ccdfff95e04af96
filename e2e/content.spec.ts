import type { Page } from "@playwright/test";
import { expect, expectAccessible, people, test } from "./fixtures";

const TEXTS = [
  { link: "FAQ", heading: "Frequently asked questions" },
  { link: "Privacy", heading: "Privacy policy" },
  { link: "Accessibility", heading: "Accessibility statement" },
  { link: "Complaints", heading: "How to complain" },
];

for (const { link, heading } of TEXTS) {
  test(`${heading}: at the foot of every page, for everybody`, async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("contentinfo").getByRole("link", { name: link, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.locator("main")).not.toContainText("{{");
    const parts = page.getByRole("navigation", { name: "On this page" }).getByRole("link");
    const last = (await parts.last().textContent()) ?? "";
    await parts.last().click();
    await expect(page.getByRole("heading", { level: 2, name: last })).toBeInViewport();
  });
}

test("the FAQ speaks of the society’s own days, and its answers can be pointed to", async ({ page }) => {
  await page.goto("/faq#how-long-do-i-wait-for-an-answer");
  await expect(page.getByRole("heading", { name: "How long do I wait for an answer?" })).toBeInViewport();
  await expect(page.locator("main")).toContainText("We remind them on day 3, 7 and 15 after you sent it.");
  await expect(page.locator("main")).toContainText("still no answer on day 21");
  expect(await page.getByRole("heading", { level: 3 }).count()).toBeGreaterThanOrEqual(20);
});

async function joinAs(page: Page, ...roles: string[]): Promise<void> {
  await page.goto("/join");
  for (const role of roles) await page.getByLabel(`I want to be a ${role}`).check();
  await page.getByRole("button", { name: "Join" }).click();
}

test("after joining come the films, and then Create Profile", async ({ as }) => {
  const page = await as(await people.member());
  await joinAs(page, "mentee");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Getting the most from mentoring");
  const films = page.getByRole("navigation", { name: "Films" });
  for (const title of ["What is mentoring?", "What is the role of a good mentor?", "How it works"]) {
    await expect(films.getByRole("link", { name: title })).toBeVisible();
  }
  await expect(page.locator("video")).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Create Profile" }).click();
  await expect(page.getByRole("button", { name: "Save Profile" })).toBeVisible();
  await page.getByRole("link", { name: "Getting the most from mentoring" }).click();
  await expect(page.getByRole("link", { name: "Create Profile" })).toBeVisible();
});

test("who joins as both chooses an account first", async ({ as }) => {
  const page = await as(await people.member());
  await joinAs(page, "mentee", "mentor");
  await page.getByRole("button", { name: "Continue as a mentor" }).click();
  await expect(page).toHaveURL(/\/welcome$/);
  await page.getByRole("link", { name: "Create Profile" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your profile as a mentor");
});

test("who has a profile already can watch the films again", async ({ as }) => {
  const page = await as(await people.mentor());
  await page.goto("/welcome");
  await expect(page.getByRole("link", { name: "Create Profile" })).toHaveCount(0);
  await page.getByRole("link", { name: "Edit your profile" }).click();
  await expect(page).toHaveURL(/\/profile$/);
});
