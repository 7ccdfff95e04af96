import type { Page } from "@playwright/test";
import { db } from "@/lib/foundation/db/client";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { expect, people, takenOver, test } from "./fixtures";
import { begin } from "./partners";
import { SESSION_COOKIE } from "./people";

// A link changes the page and keeps the frame; everything else is as if a document had been loaded.

const main = (page: Page) => page.getByRole("navigation", { name: "Main" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** What is pressed begins a new document, and it is all there: what a test does next is done in it. */
async function newDocument(page: Page, press: () => Promise<void>) {
  const loaded = page.waitForEvent("load");
  await press();
  await loaded;
}

/** Remembered by the document alone. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }));
const isSameDocument = (page: Page) => page.evaluate(() => "isMarked" in window);

test("a link keeps the document, moves the focus to the heading and gives the page its title; back and forth as ever", async ({
  as,
}) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto("/");
  await mark(page);
  await main(page)
    .getByRole("link", { name: /^Relationships/ })
    .click();
  await expect(heading(page)).toHaveText("Relationships");
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Relationships/);
  await page.getByRole("link", { name: mentor.name, exact: true }).click();
  await expect(heading(page)).toHaveText(`You and ${mentor.name}`);
  await page.evaluate(() => scrollTo(0, 300));
  await page.goBack();
  await expect(heading(page)).toHaveText("Relationships");
  await page.goForward();
  await expect(heading(page)).toHaveText(`You and ${mentor.name}`);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  expect(await isSameDocument(page)).toBe(true);
});

test("with Ctrl a link opens a window of its own; with Enter it is followed here", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/profile");
  await mark(page);
  const resources = main(page).getByRole("link", { name: "Resources" });
  const [opened] = await Promise.all([page.context().waitForEvent("page"), resources.click({ modifiers: ["ControlOrMeta"] })]);
  await expect(heading(opened)).toContainText("Resources");
  await opened.close();
  await expect(page).toHaveURL("/profile");
  await resources.press("Enter");
  await expect(heading(page)).toContainText("Resources");
  expect(await isSameDocument(page)).toBe(true);
});

test("the frame says what is unread now, although it stays", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto("/");
  await mark(page);
  const now = await readNow();
  const sent = await send(viewerOf(mentor), { relationshipId: id, key: crypto.randomUUID(), words: "Good morning." }, now);
  expect(sent.ok).toBe(true);
  await main(page).getByRole("link", { name: "Resources" }).click();
  await expect(heading(page)).toContainText("Resources");
  await expect(main(page).getByRole("link", { name: "Relationships 1 unread message" })).toBeVisible();
  await main(page)
    .getByRole("link", { name: /^Relationships/ })
    .click();
  await page.getByRole("link", { name: /^Messages \(1 unread\)/ }).click();
  await expect(page.getByRole("log").getByText("New", { exact: true })).toBeVisible();
  await expect(main(page).getByRole("link", { name: "Relationships", exact: true })).toBeVisible();
  expect(await isSameDocument(page)).toBe(true);
});

test("from a page to which one had gone on from a place within another, the way leads back", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/resources");
  await takenOver(main(page).getByRole("link", { name: "Profile" }));
  await page.getByRole("link", { name: "Skip to the main content" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await main(page).getByRole("link", { name: "Profile" }).click();
  await expect(heading(page)).toContainText("profile");
  await page.goBack();
  await expect(heading(page)).toHaveText("Resources");
});

test("a page whose query alone changes begins afresh", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/mentors?q=nobody-has-this-name");
  await mark(page);
  await expect(page.getByLabel("Search")).toHaveValue("nobody-has-this-name");
  await page.getByRole("link", { name: "Show all mentors" }).first().click();
  await expect(page).toHaveURL("/mentors");
  await expect(page.getByLabel("Search")).toHaveValue("");
  await expect(heading(page)).toBeFocused();
  expect(await isSameDocument(page)).toBe(true);
});

test("narrowing a list keeps the document; the fields say what it is narrowed to, also on the way back", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/mentors");
  await mark(page);
  const words = page.getByLabel("Search");
  await words.fill("nobody-has-this-name");
  await page.getByLabel("Region").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Show mentors" }).click();
  await expect(page).toHaveURL(/\/mentors\?q=nobody-has-this-name&region=\d+/);
  await expect(page.getByRole("heading", { name: "No mentor matches all of that" })).toBeVisible();
  await expect(words).toHaveValue("nobody-has-this-name");
  await expect(page.getByLabel("Region")).not.toHaveValue("");
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Mentors/);
  await page.goBack();
  await expect(page).toHaveURL("/mentors");
  await expect(words).toHaveValue("");
  await expect(page.getByLabel("Region")).toHaveValue("");
  expect(await isSameDocument(page)).toBe(true);
});

test("what is typed and not saved is there again after a link was followed", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/goals/new`);
  await page.getByLabel("What", { exact: true }).fill("Lead a meeting");
  await main(page).getByRole("link", { name: "Home" }).click();
  await expect(heading(page)).not.toHaveText("New goal");
  await page.goBack();
  await expect(page.getByLabel("What", { exact: true })).toHaveValue("Lead a meeting");
  await expect(page.getByText("We kept what you had typed on")).toBeVisible();
});

test("a link to what is not there any more says so in the same frame, and leads home", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const page = await as(mentee);
  await page.goto(`/mentors?q=${mentor.name.split(" ").at(-1)}`);
  await mark(page);
  await db().member.update({ where: { id: mentor.id }, data: { status: "suspended" } });
  await page.getByRole("link", { name: mentor.name, exact: true }).click();
  await expect(heading(page)).toHaveText("We cannot find this page");
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Page not found – Connect – /);
  await expect(page.locator("html[data-waiting]")).toHaveCount(0);
  await page.getByRole("link", { name: "Go to Home" }).click();
  await expect(heading(page)).toHaveText(`Welcome, ${mentee.name}`);
  expect(await isSameDocument(page)).toBe(true);
});

test("a session that has ended, and another role, begin a new document", async ({ as }) => {
  const page = await as(await people.both());
  await page.goto("/");
  await newDocument(page, () => page.getByRole("button", { name: "Continue as a mentee" }).click());
  await expect(main(page).getByRole("link", { name: "Mentors" })).toBeVisible();
  await mark(page);
  await newDocument(page, () => page.getByRole("button", { name: "Switch to mentor" }).click());
  await expect(page.getByRole("button", { name: "Switch to mentee" })).toBeVisible();
  await expect(main(page).getByRole("link", { name: "Mentors" })).toHaveCount(0);
  expect(await isSameDocument(page)).toBe(false);
  await mark(page);
  await page.context().clearCookies({ name: SESSION_COOKIE });
  await main(page).getByRole("link", { name: "Resources" }).click();
  await expect(page).toHaveURL("/sign-in?to=%2Fresources");
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
  await expect.poll(() => isSameDocument(page)).toBe(false);
});

test("menus close with Escape, by a press elsewhere, and once something is chosen", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  const page = await as(mentee);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/relationships");
  const tools = page.getByRole("navigation", { name: `You and ${mentor.name}` });
  const goals = tools.getByRole("link", { name: /^Goals/ });
  await tools.getByText("Tools").click();
  await expect(goals).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(goals).toBeHidden();
  await expect(tools.locator("summary")).toBeFocused();
  await tools.getByText("Tools").click();
  const banner = page.getByRole("banner");
  await banner.locator("summary", { hasText: "Account" }).click();
  await expect(goals).toBeHidden();
  await expect(banner.getByRole("button", { name: "Log Out" })).toBeVisible();
  // At its edge: the menu lies over the rest.
  await heading(page).click({ position: { x: 4, y: 4 } });
  await expect(banner.getByRole("button", { name: "Log Out" })).toBeHidden();
  await banner.locator("summary", { hasText: "Account" }).click();
  await banner.getByRole("link", { name: "Edit Account" }).click();
  await expect(heading(page)).toContainText("Edit Account");
  await expect(banner.getByRole("button", { name: "Log Out" })).toBeHidden();
});
