import type { Page } from "@playwright/test";
import { PEOPLE } from "@/demo/people";
import { expect, expectAccessible, test } from "./fixtures";

// Through the society's own sign-in page, as a person would.

const SOCIETY = "Institute of Applied Practice";
/** On the register, never here; journeys without scripts join with those at the other end. */
const NEVER_HERE = PEOPLE.filter(({ hasJoined, standing }) => !hasJoined && standing === "current").map(({ number }) => number);

async function signIn(page: Page, number: string, password = "mentoring"): Promise<void> {
  await page.goto("/");
  await enter(page, number, password);
}

/** From the page that is open. */
async function enter(page: Page, number: string, password = "mentoring"): Promise<void> {
  await page.getByRole("button", { name: `Sign in with ${SOCIETY}` }).click();
  await page.getByLabel(/membership number/i).fill(number);
  await page.getByLabel(/password/i).fill(password);
  await page.getByRole("button", { name: /sign in/i }).click();
}

test("Amina signs in, is shown Gareth first with reasons, and logs out of both", async ({ page }) => {
  await page.goto("/");
  await signIn(page, "100001");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Amina Okafor");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mentors" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mentors who fit");
  const first = page.getByRole("article").first();
  await expect(first).toContainText("Gareth Pugh");
  await expect(first).toContainText("Covers both your topics: Career planning, Personal confidence");
  await expect(page.getByText("Owen Hart")).toHaveCount(0);
  await page.getByRole("button", { name: "Log Out" }).click();
  await expect(page.getByRole("button", { name: `Sign in with ${SOCIETY}` })).toBeVisible();
  await page.goto("/mentors");
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  // The society has forgotten her too: it asks for the password again.
  await page.getByRole("button", { name: `Sign in with ${SOCIETY}` }).click();
  await expect(page.getByLabel(/password/i)).toBeVisible();
});

test("a first sign-in leads to joining, a profile and the mentors", async ({ page }) => {
  const number = NEVER_HERE[0] ?? "";
  await signIn(page, number);
  await expect(page).toHaveURL(/\/join$/);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByText("Choose at least one").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "I want to be a mentee" }).check();
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).not.toHaveURL(/\/join$/);
  await page.goto("/profile");
  await page.getByRole("button", { name: "Save Profile" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expectAccessible(page);
  await page.getByLabel("Headline").fill("Ready for the next step");
  await page.getByLabel(/^About/).fill("Six years in practice, and wondering about leading a team.");
  await page.getByLabel(/^(Your )?aims/i).fill("To decide, and to be able to say why.");
  await page
    .getByRole("group", { name: /topics/i })
    .getByLabel("Career planning")
    .check();
  await page.getByRole("group", { name: /meet/i }).getByLabel("Video call").check();
  await page
    .getByRole("group", { name: /languages/i })
    .getByLabel("English")
    .check();
  await page.getByRole("button", { name: "Save Profile" }).click();
  await expect(page.getByRole("status")).toContainText("saved");
  await page.goto("/mentors");
  await expect(page.getByRole("article").first()).toContainText("Career planning");
});
