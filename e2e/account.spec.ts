import type { Page } from "@playwright/test";
import { PEOPLE } from "@/demo/people";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import type { TestMember } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin, propose } from "./partners";

// Both roles, pauses, leaving and coming back, as Edit Account has them.

const SOCIETY = "Institute of Applied Practice";
const UNAVAILABLE = "You are currently unavailable to mentees";
const NEVER_HERE = PEOPLE.filter(({ hasJoined, standing }) => !hasJoined && standing === "current").map(({ number }) => number);

async function editAccount(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Edit Account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Edit Account");
}

async function inDays(days: number): Promise<string> {
  return dayOf(addDays(await readNow(), days, "Europe/London"), "Europe/London");
}

async function expectMail(page: Page, to: TestMember, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(to.name)}`);
    await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
}

test("a mentee becomes a mentor as well, and gives up a role only when nobody waits", async ({ as }) => {
  const member = await people.mentee();
  await propose(member, await people.mentor());
  const page = await as(member);
  await editAccount(page);
  await page.getByRole("checkbox", { name: /I want to be a mentor/ }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your profile as a mentor");
  await expect(page.getByRole("status")).toContainText("Saved. Please fill in your profile.");
  await expect(page.getByRole("button", { name: "Switch to mentee" })).toBeVisible();

  await editAccount(page);
  await page.getByRole("checkbox", { name: /I want to be a mentee/ }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText(
    "You cannot stop being a mentee while you still have 1 open proposal",
  );
  await expect(page).toHaveTitle(/^Error: Edit Account/);
  await expectAccessible(page);

  await editAccount(page);
  await expect(page).toHaveTitle(/^Edit Account/);
  await page.getByRole("checkbox", { name: /I want to be a mentor/ }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Your roles are saved.");
  await expect(page.getByRole("button", { name: /Switch to/ })).toHaveCount(0);
});

test("Make Unavailable and Make Available, with the sentence on every screen between", async ({ as }) => {
  const [mentor, mentee] = [await people.mentor(), await people.mentee()];
  const [page, other] = [await as(mentor), await as(mentee)];
  await editAccount(page);
  await page.getByLabel(/Available again from/).fill(await inDays(0));
  await page.getByRole("button", { name: "Make Unavailable" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose a day after today.");
  await page.getByLabel(/Available again from/).fill(await inDays(10));
  await page.getByRole("button", { name: "Make Unavailable" }).click();
  await expect(page.getByRole("status")).toContainText("You are now unavailable to mentees");
  await expect(page.locator("main")).toContainText("We will make you available again on");
  for (const path of ["/", "/relationships", "/profile", "/account", "/notifications"]) {
    await page.goto(path);
    await expect(page.getByRole("banner")).toContainText(UNAVAILABLE);
  }
  await other.goto(`/mentors/${mentor.id}`);
  await expect(other.locator("main")).toContainText("They plan to be back on");
  await expect(other.getByRole("link", { name: "Send proposal" })).toHaveCount(0);
  await page.goto("/relationships");
  await page.getByRole("banner").getByRole("button", { name: "Make Available" }).click();
  await expect(page.getByRole("status")).toContainText("You are available again");
  await expect(page.getByText(UNAVAILABLE)).toHaveCount(0);
  await other.goto(`/mentors/${mentor.id}`);
  await expect(other.getByRole("link", { name: "Send proposal" })).toBeVisible();
});

test("where a proposal is rejected, the mentor may ask for a pause", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await propose(mentee, mentor);
  const page = await as(mentor);
  await page.goto(`/relationships/${id}/details/reject`);
  await page.getByRole("radio", { name: "Pause until the day below" }).check();
  await page.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter the day from which you are available again.");
  await expect(page.getByRole("radio", { name: "Pause until the day below" })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Pause until I say otherwise" }).check();
  await page.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByRole("status")).toContainText("You are now unavailable to mentees");
  await expect(page.getByRole("banner")).toContainText(UNAVAILABLE);
});

test("Log Out Everywhere ends every session, here and elsewhere, for good", async ({ as }) => {
  const member = await people.mentee();
  const [page, lost] = [await as(member), await as(member)];
  await editAccount(page);
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: "Log Out Everywhere" }).click();
  await expect(page.getByRole("status")).toContainText("You are signed out here and everywhere else");
  await page.context().addCookies(cookies);
  for (const old of [page, lost]) {
    await old.goto("/relationships");
    await expect(old).toHaveURL(/\/sign-in(\?|$)/);
  }
  const again = await as(await db().member.findUniqueOrThrow({ where: { id: member.id } }));
  await again.goto("/relationships");
  await expect(again).toHaveURL(/\/relationships$/);
});

test("Delete Account says what it will do, does it, and tells the partner; the old cookie is worth nothing", async ({ as }) => {
  const [mentor, mentee, asker] = [await people.mentor({ capacity: 2 }), await people.mentee(), await people.mentee()];
  const id = await begin(mentee, mentor);
  const asked = await propose(asker, mentor);
  const [page, second, partner] = [await as(mentor), await as(mentor), await as(mentee)];
  await editAccount(page);
  await page.getByRole("link", { name: "Delete Account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Delete your account?");
  await expect(page.locator("main")).toContainText("Your relationship with 1 mentee ends.");
  await expect(page.locator("main")).toContainText("1 open proposal that you received is withdrawn.");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: "Delete Account" }).click();
  await expect(page.getByRole("status")).toContainText("Your account is deleted");

  await page.context().addCookies(cookies);
  for (const old of [page, second]) {
    await old.goto("/relationships");
    await expect(old).toHaveURL(/\/sign-in(\?|$)/);
    await old.goto("/come-back");
    await expect(old).toHaveURL(/\/sign-in(\?|$)/);
  }

  await partner.goto("/notifications");
  await expect(partner.locator("main")).toContainText(
    `${mentor.name} is no longer on Connect, so your relationship has ended.`,
  );
  await partner.goto(`/relationships/${id}`);
  await expect(partner.locator("main")).toContainText(WORDS.objectives);
  await expectAccessible(partner);
  const askers = await as(asker);
  await askers.goto(`/relationships/${asked}/details`);
  await expect(askers.locator("main")).toContainText(`Withdrawn: ${mentor.name} is no longer taking part`);
  await expectMail(partner, mentor, /Your account on .* has been deleted/);
  await expectMail(partner, mentee, /has ended/);
});

test("after Delete Account, signing in again at the society offers to come back", async ({ page }) => {
  const number = NEVER_HERE[1] ?? "";
  await signIn(page, number);
  await page.getByRole("checkbox", { name: /I want to be a mentee/ }).check();
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL(/\/welcome/);
  await editAccount(page);
  await page.getByRole("link", { name: "Delete Account" }).click();
  await page.getByRole("button", { name: "Delete Account" }).click();
  await expect(page.getByRole("status")).toContainText("Your account is deleted");

  // The society has forgotten them too, so it asks for the password.
  await signIn(page, number);
  await expect(page).toHaveURL(/\/come-back(\?|$)/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Come back to Connect?");
  await page.getByRole("button", { name: "Come back" }).click();
  await expect(page.getByRole("status")).toContainText("Welcome back");
});

test("who has left can do nothing but come back, in the roles they choose", async ({ as }) => {
  const page = await as(await people.mentee({}, { status: "deleted" }));
  for (const path of ["/", "/mentors", "/relationships", "/account", "/account/delete", "/join", "/sign-in"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/come-back(\?|$)/);
  }
  await page.getByRole("checkbox", { name: /I want to be a mentee/ }).uncheck();
  await page.getByRole("button", { name: "Come back" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose at least one.");
  await page.getByRole("checkbox", { name: /I want to be a mentee/ }).uncheck();
  await page.getByRole("checkbox", { name: /I want to be a mentor/ }).check();
  await page.getByRole("button", { name: "Come back" }).click();
  await expect(page.getByRole("status")).toContainText("Welcome back");
  await expect(page.getByRole("banner")).toContainText("mentor");
});

async function signIn(page: Page, number: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: `Sign in with ${SOCIETY}` }).click();
  await page.getByLabel(/membership number/i).fill(number);
  await page.getByLabel(/password/i).fill("mentoring");
  await page.getByRole("button", { name: /sign in/i }).click();
}
