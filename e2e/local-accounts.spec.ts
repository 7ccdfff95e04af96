import type { Page } from "@playwright/test";
import { PEOPLE } from "@/demo/people";
import { expect, expectAccessible, test } from "./fixtures";

// Local accounts, as the society's FAQ describes them word by word; on a server of its own.

/** On the register, without an account: each test has one of its own. */
const NEVER_HERE = PEOPLE.filter(
  ({ hasJoined, standing, number }) => !hasJoined && standing === "current" && number !== "100004",
);
const PASSWORD = "three quiet green lamps";
const NEXT = "a bicycle with square wheels";

function newcomer(which: 0 | 1) {
  const person = NEVER_HERE[which];
  if (!person) throw new Error("nobody is left");
  return person;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const panel = (page: Page) => page.getByRole("region", { name: "Account Login" });

/** c) and d) of the FAQ: who they are, with all six digits. */
async function fillIn(page: Page, { name, email, number }: { name: string; email: string; number: string }, role: string) {
  await page.getByRole("radio", { name: new RegExp(`^${role}`) }).check();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Membership number").fill(number);
  await page.getByRole("checkbox", { name: /I agree/ }).check();
  await button(page, "Create account").click();
}

/** The newest mail with this subject to somebody is there. */
async function expectMail(page: Page, to: string, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(to)}`);
    await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
}

/** The link in the newest mail with this subject to somebody, as the mailbox has it. */
async function linkIn(page: Page, to: string, subject: RegExp): Promise<string> {
  await expectMail(page, to, subject);
  await page.getByRole("link", { name: subject }).first().click();
  const text = await page.locator("pre").textContent();
  const link = /<(http\S+token=\S+)>/.exec(text ?? "")?.[1];
  if (!link) throw new Error(`no link in ${text}`);
  return link;
}

async function createAccount(page: Page, which: 0 | 1) {
  const person = newcomer(which);
  await page.goto("/create-account");
  await fillIn(page, person, "Mentee");
  await expect(heading(page)).toHaveText("We have sent you an e-mail");
  await page.goto(await linkIn(page, person.name, /Confirm your e-mail address/));
  await page.getByLabel("Password").fill(PASSWORD);
  await button(page, "Confirm").click();
  await expect(heading(page)).toContainText("Getting the most from mentoring");
  return person;
}

async function logIn(page: Page, identifier: string, password: string) {
  await page.goto("/");
  await panel(page).getByLabel("E-mail address or membership number").fill(identifier);
  await panel(page).getByLabel("Password").fill(password);
  await panel(page).getByRole("button", { name: "Log in" }).click();
}

test("How do I register as a Mentor or Mentee?", async ({ page }) => {
  const person = newcomer(0);
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Create account" }).click();
  await expect(heading(page)).toHaveText("Create account");
  await fillIn(page, { ...person, number: person.number.slice(0, 5) }, "Mentor");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByText("Enter all six digits of your membership number.").first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue(person.name);
  await expectAccessible(page);
  await fillIn(page, { ...person, name: "Somebody Else", email: "somebody.else@example.org" }, "Mentor");
  await expect(page.getByText(/We could not find a member .* with this number and this surname/).first()).toBeVisible();
  // Somebody who knows number and surname gives an address of their own: the link goes to the one that the register has.
  await fillIn(page, { ...person, email: `mallory.${test.info().project.name}@example.org` }, "Mentee");
  await expect(heading(page)).toHaveText("We have sent you an e-mail");
  const toStranger = (await page.locator("main").textContent()) ?? "";
  await page.goto("/create-account");
  await fillIn(page, person, "Mentor");
  await expect(heading(page)).toHaveText("We have sent you an e-mail");
  await expect(page.locator("main")).toHaveText(toStranger);
  await expectAccessible(page);
  await page.getByLabel("E-mail address or membership number").fill(person.email.toUpperCase());
  await button(page, "Send the link again").click();
  await expect(page.getByRole("status")).toContainText("we have sent the link again");
  const link = await linkIn(page, person.name, /Confirm your e-mail address/);
  await expect(page.locator("main")).toContainText(`${person.name}, ${person.email}`);
  await page.goto(link);
  await expect(page.locator("main")).toContainText(`${person.name}, membership number ${person.number}, to be a mentor`);
  await expectAccessible(page);
  await page.getByLabel("Password").fill(person.email);
  await button(page, "Confirm").click();
  await expect(
    page.getByText("Choose a password that is not your name, e-mail address or membership number.").first(),
  ).toBeVisible();
  await expect(page.getByLabel("Password")).toHaveValue("");
  await expectAccessible(page);
  await page.getByLabel("Password").fill(PASSWORD);
  await button(page, "Confirm").click();
  await expect(heading(page)).toContainText("Getting the most from mentoring");
  await expect(page.getByRole("banner")).toContainText(`${person.name}, mentor`);
  await page.getByRole("link", { name: "Create Profile" }).click();
  await expect(heading(page)).toContainText("Your profile as a mentor");
  await page.goto(link);
  await expect(heading(page)).toHaveText("This link does not work any more");
});

test("a password is forgotten, changed, and the address with it; each page on the way can be used by everybody", async ({
  page,
}) => {
  const person = await createAccount(page, 1);
  // "If you are already logged in to the system then please log out first."
  await page.goto("/forgotten-password");
  await expect(page.locator("main")).toContainText("Please sign out first");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("button", { name: "Log Out" }).click();
  await panel(page).getByRole("link", { name: "Forgotten password?" }).click();
  await page.getByLabel("E-mail address or membership number").fill(person.email);
  await button(page, "Send the link").click();
  await expect(page.getByRole("status")).toBeVisible();
  await page.goto(await linkIn(page, person.name, /Choose a new password/));
  await expectAccessible(page);
  await page.getByLabel("New password").fill("password123");
  await button(page, "Save the password").click();
  await expect(page.getByText(/Too many people use this password/).first()).toBeVisible();
  await page.getByLabel("New password").fill(NEXT);
  await button(page, "Save the password").click();
  await expect(page.getByRole("status")).toContainText("Your password has been changed. Please sign in with the new one.");
  await logIn(page, person.email, PASSWORD);
  await expect(page.getByRole("alert").first()).toContainText("That is not the right password");
  await expectAccessible(page);
  await logIn(page, person.email, NEXT);
  await expect(heading(page)).toContainText(`Welcome, ${person.name}`);

  await page.getByRole("link", { name: "Edit Account" }).click();
  await page.getByLabel("Your current password").fill("a wrong guess");
  await page.getByLabel("New password").fill(PASSWORD);
  await button(page, "Change password").click();
  await expect(page.getByText("That is not your current password.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("New e-mail address").fill(`new.${person.email}`);
  await page.getByLabel("Your password").fill(NEXT);
  await button(page, "Change e-mail address").click();
  await expect(page.getByRole("status")).toContainText("We have sent a link to the new address.");
  await page.goto(await linkIn(page, person.name, /Confirm your new e-mail address/));
  await expectAccessible(page);
  await button(page, "Confirm").click();
  await expect(page.getByRole("status")).toContainText("Your e-mail address has been changed.");
});

test("an account that waits is approved by staff", async ({ page }) => {
  await logIn(page, "100006", "mentoring");
  await expect(page.getByRole("banner")).toContainText("Helen Marsh");
  await page.goto("/admin/members");
  await page.getByRole("link", { name: /new accounts? (is|are) waiting for approval/ }).click();
  await page.getByRole("link", { name: "Josephine Abara" }).click();
  await page.getByRole("link", { name: "Approve" }).click();
  await expectAccessible(page);
  await button(page, "Approve").click();
  await expect(page.getByRole("status")).toContainText("The account is approved.");
});

test("Ruth's membership has lapsed", async ({ page }) => {
  await logIn(page, "100005", "mentoring");
  await expect(heading(page)).toHaveText("Your membership has lapsed");
  await expectAccessible(page);
});

test("a passkey is added, asked for after the password, and removed", async ({ page }) => {
  const authenticator = await page.context().newCDPSession(page);
  await authenticator.send("WebAuthn.enable");
  const device = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true } as const;
  await authenticator.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...device, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await logIn(page, "100008", "mentoring");
  await expect(page.getByRole("banner")).toContainText("Mei Tanaka");
  await page.goto("/account/security");
  await expectAccessible(page);
  await page.getByLabel("Your password").fill("mentoring");
  await button(page, "Go on").click();
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await expect(heading(page)).toHaveText("Add a passkey");
  await page.getByLabel("Name").fill("The desk at the office");
  await button(page, "Add a passkey").click();
  await expect(heading(page)).toHaveText("Your recovery codes");
  await expectAccessible(page);
  await page.getByRole("link", { name: "I have kept them" }).click();
  await expect(page.locator("main")).toContainText("The desk at the office");
  await expectAccessible(page);
  await page.getByRole("banner").getByRole("button", { name: "Log Out" }).click();
  await expect(panel(page)).toBeVisible();
  await logIn(page, "100008", "mentoring");
  await expect(heading(page)).toHaveText("One more step");
  await expectAccessible(page);
  await button(page, "Use a passkey").click();
  await expect(page.getByRole("banner")).toContainText("Mei Tanaka");
  await page.goto("/account/security");
  await page.getByText("Rename or remove").click();
  await page.getByRole("button", { name: "Remove The desk at the office" }).click();
  await expect(page.getByRole("status")).toContainText("Removed. We have told you by e-mail too.");
});
