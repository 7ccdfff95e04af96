import type { Page } from "@playwright/test";
import { PEOPLE } from "@/demo/people";
import { db } from "@/lib/foundation/db/client";
import { expect, expectAccessible, people, test } from "./fixtures";

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

test("a wrong password is refused at the society, in words", async ({ page }) => {
  await signIn(page, "100002", "guessing");
  await expect(page.locator("main")).toContainText(/not|wrong|match/i);
  await expect(page.getByLabel(/password/i)).toHaveValue("");
});

test("whoever presses Cancel at the society is back with us, and may try again", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: `Sign in with ${SOCIETY}` }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.getByRole("button", { name: `Sign in with ${SOCIETY}` })).toBeVisible();
  await expectAccessible(page);
});

// Each of them is a refusal: at the end of the run nothing of it may be a defect in the log.
test("a stranger at the address that the society sends people back to is shown the way in", async ({ request }) => {
  const strays = [
    "",
    "?code=1&state=2",
    "?error=access_denied",
    "?error=server_error&state=1",
    "?callbackUrl=nonsense",
    "?code=%00",
  ];
  for (const query of strays) {
    const answer = await request.get(`/api/auth/callback/society${query}`);
    expect([answer.status(), new URL(answer.url()).pathname], query).toEqual([200, "/sign-in"]);
  }
  expect((await request.head("/api/auth/callback/society")).status()).toBe(200);
});

test("Ruth's membership has lapsed: she is refused, and told what to do", async ({ page }) => {
  await signIn(page, "100005");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your membership has lapsed");
  await expect(page.getByRole("link", { name: "Renew your membership" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/relationships");
  await expect(page).toHaveURL(/\/sign-in/);
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

test("a link leads on after signing in and the choice of account, and offers the switch to the role it is for", async ({
  page,
}) => {
  await page.goto("/mentors?q=Pugh");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await enter(page, "100003");
  await page.getByRole("button", { name: "Continue as a mentor" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Switch to mentee to open this page");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Switch to mentee and open it" }).click();
  await expect(page).toHaveURL(/\/mentors\?q=Pugh/);
  await expect(page.getByRole("article").first()).toContainText("Gareth Pugh");
});

test("Priya chooses the account to use, and switches in the header", async ({ page }) => {
  await signIn(page, "100003");
  await expect(page).toHaveURL(/\/choose-account$/);
  await page.getByRole("button", { name: /mentor/i }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mentors" })).toHaveCount(0);
  await page.getByRole("button", { name: "Switch to mentee" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mentors" })).toBeVisible();
});

test("a session ends at its next request when it is ended everywhere, or the member may not be here", async ({ as }) => {
  const changes = [
    { sessionEpoch: 1 },
    { status: "suspended" },
    { status: "deleted", sessionEpoch: 1 },
    { standing: "lapsed" },
  ];
  for (const change of changes) {
    const member = await people.mentee();
    const page = await as(member);
    await page.goto("/relationships");
    await expect(page).toHaveURL(/\/relationships$/);
    await db().member.update({ where: { id: member.id }, data: change, select: { id: true } });
    await page.goto("/relationships");
    await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  }
});
