import type { Page } from "@playwright/test";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { expect, people, takenOver, test } from "./fixtures";
import { begin } from "./partners";

// On a slow line a page is read, scrolled and typed into before its scripts are there. They take nothing of it back.

/** Keeps the scripts of `page` on their way. What lets them arrive. */
async function holdScripts(page: Page): Promise<() => void> {
  let letPass = () => {};
  const passing = new Promise<void>((resolve) => {
    letPass = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await passing;
    await route.continue();
  });
  return letPass;
}

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate((to) => window.scrollTo(0, to), top);
  await expect.poll(() => scrolled(page)).toBe(top);
}

test("what is typed and chosen stays", async ({ as }) => {
  const objectives = "Decide between two specialisms by the autumn.";
  const [mentee, mentor] = [await people.mentee({ aims: "What the box came with." }), await people.mentor()];
  const page = await as(mentee);
  const letScriptsPass = await holdScripts(page);
  await page.goto(`/mentors/${mentor.id}/proposal`, { waitUntil: "commit" });
  await page.getByLabel("Objectives").fill(objectives);
  await page.getByRole("group", { name: "Topics" }).getByLabel("Personal goals").check();
  letScriptsPass();
  await takenOver(page.getByLabel("Objectives"));
  await expect(page.getByLabel("Objectives")).toHaveValue(objectives);
  await expect(page.getByLabel("Personal goals")).toBeChecked();
  await page.getByRole("button", { name: "Send proposal" }).click();
  await expect(page.locator("main")).toContainText(objectives);
});

test("the place that was scrolled to stays, and what was done is still read out", async ({ as }) => {
  const page = await as(await people.mentee());
  const letScriptsPass = await holdScripts(page);
  await page.goto("/account?done=roles-saved", { waitUntil: "commit" });
  await expect(page.getByRole("contentinfo")).toBeVisible();
  await scrollTo(page, 500);
  letScriptsPass();
  await expect(page.getByText("Your roles are saved.")).toBeFocused();
  expect(await scrolled(page)).toBe(500);
});

test("whoever types goes on typing, although something was just done", async ({ as }) => {
  const page = await as(await people.mentee());
  const letScriptsPass = await holdScripts(page);
  await page.goto("/profile?done=profile-saved", { waitUntil: "commit" });
  const about = page.getByLabel(/^About/);
  await about.fill("I work in Cardiff");
  letScriptsPass();
  await takenOver(page.getByText("Your profile is saved."));
  await page.keyboard.press("End");
  await page.keyboard.type(", by the sea.");
  await expect(about).toHaveValue("I work in Cardiff, by the sea.");
});

test("the caret stays where it is in a box that came with words", async ({ as }) => {
  const page = await as(await people.mentee({ about: "I work by the sea." }));
  const letScriptsPass = await holdScripts(page);
  await page.goto("/profile", { waitUntil: "commit" });
  const about = page.getByLabel(/^About/);
  await about.press("Home");
  await page.keyboard.type("Now ");
  letScriptsPass();
  await takenOver(about);
  await page.keyboard.type("and then ");
  await expect(about).toHaveValue("Now and then I work by the sea.");
});

test("nothing is lost of what is typed while they arrive", async ({ as }) => {
  const page = await as(await people.mentee({ about: "I work by the sea." }));
  const words = "Now and then, when the weather allows it and the harbour is not full of boats, ";
  const letScriptsPass = await holdScripts(page);
  await page.goto("/profile?done=profile-saved", { waitUntil: "commit" });
  const about = page.getByLabel(/^About/);
  await about.press("Home");
  letScriptsPass();
  await page.keyboard.type(words, { delay: 15 });
  await takenOver(about);
  await expect(about).toHaveValue(`${words}I work by the sea.`);
});

test("what had been kept is not lost by what is typed now", async ({ as }) => {
  const page = await as(await people.mentee());
  const about = page.getByLabel(/^About/);
  await page.goto("/profile");
  await takenOver(about);
  await about.fill("A long text of last week.");
  await page.goto("/resources");
  const letScriptsPass = await holdScripts(page);
  await page.goto("/profile", { waitUntil: "commit" });
  await about.fill("T");
  letScriptsPass();
  const kept = page.getByRole("status").filter({ hasText: "We also kept what you had typed" });
  await expect(about).toHaveValue("T");
  await kept.getByRole("button", { name: "Put it back" }).click();
  await expect(about).toHaveValue("A long text of last week.");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(about).toHaveValue("T");
});

test("a menu that was opened stays open", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.setViewportSize({ width: 390, height: 844 });
  const letScriptsPass = await holdScripts(page);
  await page.goto("/resources", { waitUntil: "commit" });
  const banner = page.getByRole("banner");
  const account = banner.getByRole("link", { name: "Edit Account" });
  await banner.locator("summary", { hasText: "Account" }).click();
  await expect(account).toBeVisible();
  letScriptsPass();
  await takenOver(account);
  await account.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edit Account");
  await expect(account).toBeHidden();
});

test("whoever has begun to read a conversation is told what is new below", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const relationshipId = await begin(mentee, mentor);
  for (let i = 1; i <= 20; i++) {
    const words = `Number ${i}\n\nwith a second passage.`;
    await send(viewerOf(mentor), { relationshipId, key: crypto.randomUUID(), words }, await readNow());
  }
  const page = await as(mentee);
  const letScriptsPass = await holdScripts(page);
  await page.goto(`/relationships/${relationshipId}/messages`, { waitUntil: "commit" });
  await expect(page.getByText("Number 20")).toBeVisible();
  await scrollTo(page, 200);
  letScriptsPass();
  await expect(page.getByRole("link", { name: "There are new messages below" })).toBeAttached();
  expect(await scrolled(page)).toBe(200);
});
