import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectAccessible, people, takenOver, test } from "./fixtures";

// Your profile picture, as browsers choose and show it.

const SHORT_OF_HEADLINE = "Write a headline: one line about yourself.";

async function photograph(colour: string, name = "me.jpg") {
  const create = { width: 640, height: 480, channels: 3, background: colour } as const;
  const buffer = await sharp({ create })
    .withExif({ IFD0: { Model: "Hidden" } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

function file(page: Page): Locator {
  return page.getByRole("group", { name: "Your profile picture" }).getByLabel(/Choose (a|another) picture/);
}

function save(page: Page): Promise<void> {
  return page.getByRole("button", { name: "Save Profile" }).click();
}

/** Where the picture beside this name is to be had, once it is really there. */
async function addressOf(picture: Locator): Promise<string> {
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveAttribute("src", /^\/pictures\/[0-9a-f-]{36}\/[0-9a-f]{32}-96\.webp$/);
  await expect(picture).toHaveJSProperty("complete", true);
  await expect(picture).toHaveJSProperty("naturalWidth", 96);
  return (await picture.getAttribute("src")) ?? "";
}

const mine = (page: Page) => page.getByRole("group", { name: "Your profile picture" }).locator("img");

test("a mentor's picture is chosen, and seen by a mentee", async ({ as }) => {
  const [mentor, mentee] = [await people.mentor(), await people.mentee()];
  const [page, other] = [await as(mentor), await as(mentee)];
  await page.goto("/profile");
  await expect(mine(page)).toHaveCount(0);
  await file(page).setInputFiles(await photograph("#b03030"));
  await save(page);
  await expect(page.getByRole("status")).toContainText("Your profile is saved.");
  const first = await addressOf(mine(page));
  await expect(page.getByRole("banner").locator("img")).toHaveAttribute("src", first);
  await expectAccessible(page);

  await other.goto(`/mentors?q=${encodeURIComponent(mentor.name)}`);
  const entry = other.getByRole("article").filter({ has: other.getByRole("link", { name: mentor.name, exact: true }) });
  expect(await addressOf(entry.locator("img"))).toBe(first);
  await other.goto(`/mentors/${mentor.id}`);
  expect(await addressOf(other.getByRole("heading", { level: 1 }).locator("img"))).toBe(first);
});

test("a file that is no picture is refused in words, and nothing that was typed is lost", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/profile");
  const headline = page.getByLabel("Headline");
  await headline.fill("On my way");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await file(page).setInputFiles({ name: "me.png", mimeType: "image/png", buffer: svg });
  await save(page);
  const summary = page.getByRole("alert").first();
  await expect(summary).toContainText("This file is not a JPEG, PNG or WebP picture.");
  await expect(summary.getByRole("link")).toHaveAttribute("href", "#picture");
  await expect(headline).toHaveValue("On my way");

  await headline.fill("");
  await file(page).setInputFiles(await photograph("#308050", "holiday.jpg"));
  await save(page);
  await expect(page.getByRole("alert").first()).toContainText(SHORT_OF_HEADLINE);
  await expect(page.getByText("You had chosen holiday.jpg. Please choose it once more.")).toBeVisible();
  await headline.fill("On my way");
  await file(page).setInputFiles(await photograph("#308050", "holiday.jpg"));
  await save(page);
  await expect(page.getByRole("status")).toContainText("Your profile is saved.");
  await addressOf(mine(page));
});

test("a file that is too large is refused in words", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/profile");
  const headline = page.getByLabel("Headline");
  await headline.fill("On my way");
  await takenOver(file(page));
  await file(page).setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(12 * 1024 * 1024) });
  await expect(page.getByText("This picture is larger than 10 MB. Please choose a smaller one.").first()).toBeVisible();
  await expect(headline).toHaveValue("On my way");
  await expectAccessible(page);
});
