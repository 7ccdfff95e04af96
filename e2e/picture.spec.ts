import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectAccessible, people, test } from "./fixtures";

// Your profile picture: chosen, shown, replaced and removed.

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

test("a mentor's picture is chosen, seen by a mentee, replaced and removed", async ({ as, request }) => {
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

  const served = await other.request.get(first);
  expect(served.status()).toBe(200);
  expect(served.headers()).toMatchObject({
    "content-type": "image/webp",
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=31536000, immutable",
  });
  expect(await sharp(await served.body()).metadata()).toMatchObject({ format: "webp", width: 96, height: 96 });
  expect((await request.get(first)).status(), "nobody sees it").toBe(404);
  expect((await other.request.get(first.replace("-96.", "-97."))).status()).toBe(404);

  await page.goto("/profile");
  await file(page).setInputFiles(await photograph("#3050b0"));
  await save(page);
  await expect(page.getByRole("status")).toContainText("Your profile is saved.");
  await expect(mine(page)).not.toHaveAttribute("src", first);
  const second = await addressOf(mine(page));
  expect((await other.request.get(first)).status()).toBe(404);
  expect((await other.request.get(second)).status()).toBe(200);

  await page.getByRole("button", { name: "Remove picture" }).click();
  await expect(page.getByRole("status")).toContainText("Your picture is removed.");
  await expect(page.locator("img")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove picture" })).toHaveCount(0);
  expect((await other.request.get(second)).status()).toBe(404);
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
  await file(page).setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(12 * 1024 * 1024) });
  await expect(page.getByText("This picture is larger than 10 MB. Please choose a smaller one.").first()).toBeVisible();
  await expect(headline).toHaveValue("On my way");
  await expectAccessible(page);
});

test("the picture of somebody who has left is shown to nobody", async ({ as }) => {
  const [mentor, mentee] = [await people.mentor(), await people.mentee()];
  const [page, other] = [await as(mentor), await as(mentee)];
  await page.goto("/profile");
  await file(page).setInputFiles(await photograph("#806030"));
  await save(page);
  const address = await addressOf(mine(page));
  expect((await other.request.get(address)).status()).toBe(200);
  await page.goto("/account/delete");
  await page.getByRole("button", { name: "Delete Account" }).click();
  await expect(page.getByRole("status")).toContainText("Your account is deleted");
  for (const stranger of [page, other]) expect((await stranger.request.get(address)).status()).toBe(404);
});
