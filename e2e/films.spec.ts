import type { Page } from "@playwright/test";
import { largeFilm, realCaptions } from "./films";
import { expect, expectAccessible, people, test } from "./fixtures";

// What a player does, and a film that is sent in pieces.

const time = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
const hasCaptions = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length ?? 0);
/** How much of a voice has been decoded. */
const sound = (page: Page) =>
  page
    .locator("video")
    .evaluate((video) => (video as unknown as { webkitAudioDecodedByteCount: number }).webkitAudioDecodedByteCount);

test("the player switches films in its place, with the keyboard as well, and really plays them", async ({ as }) => {
  const page = await as(await people.mentee());
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto("/welcome");
  await expect(page.locator("video")).toHaveCount(1);
  expect(fetched.filter((path) => path.endsWith(".mp4"))).toEqual([]);
  await expectAccessible(page);
  const films = page.getByRole("navigation", { name: "Films" });
  const mark = await page.evaluateHandle(() => document.body);
  for (const [i, title] of ["How it works", "What is the role of a good mentor?"].entries()) {
    const link = films.getByRole("link", { name: title });
    if (i === 0) await link.click();
    else {
      await link.focus();
      await page.keyboard.press("Enter");
    }
    await expect(page.locator("video")).toHaveAttribute("aria-label", title);
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
    await expect(link).toHaveAttribute("aria-current", "true");
    await expect(link).toBeFocused();
    await expect.poll(() => time(page)).toBeGreaterThan(0.6);
    await expect.poll(() => sound(page)).toBeGreaterThan(0);
    await expect.poll(() => hasCaptions(page)).toBeGreaterThanOrEqual(6);
  }
  await expect(page).toHaveURL(/\/welcome\?film=2$/);
  // Still the same document: nothing was loaded but the films.
  expect(await mark.evaluate((body) => body.isConnected)).toBe(true);
  await page.reload();
  await expect(page.locator("video")).toHaveAttribute("aria-label", "What is the role of a good mentor?");
});

test("a film is sent in pieces, goes on where the line broke, and is played by members from any place", async ({ as }) => {
  const [page, mentor] = [await as(await people.member({ staff: "staff" })), await as(await people.mentor())];
  const title = `Sent in pieces ${(await people.member()).number}`;
  const pieces: string[] = [];
  let isBroken = true;
  await page.route("**/films/pieces/**", async (route) => {
    const number = route.request().url().split("/").at(-1) ?? "";
    pieces.push(number);
    if (isBroken && number === "1") await route.fulfill({ status: 404, body: "A proxy that has lost us." });
    else await route.continue();
  });
  await page.goto("/admin/content/films/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Film", { exact: true }).setInputFiles({ name: "a.mp4", mimeType: "video/mp4", buffer: largeFilm() });
  await page.getByLabel("Captions").setInputFiles({ name: "a.vtt", mimeType: "text/vtt", buffer: realCaptions() });
  await page.getByRole("button", { name: "Upload the film" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("per cent of the film is sent");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("sending goes on where it stopped", {
    timeout: 30_000,
  });
  isBroken = false;
  await page.getByRole("button", { name: "Upload the film" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("main").getByRole("status")).toContainText("The film is saved.");
  expect(pieces.filter((number) => number === "0")).toHaveLength(1);

  await page.getByRole("link", { name: "Write a resource with this film" }).click();
  await page.getByLabel("Summary").fill("Watch it.");
  await page.getByLabel("Article, or transcript of the film").fill("What is said in it.");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("Published.");
  await mentor.goto("/resources");
  await mentor.getByRole("link", { name: title }).click();
  await mentor.locator("video").evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    video.currentTime = 30;
    await video.play();
  });
  await expect.poll(() => time(mentor)).toBeGreaterThan(30.3);
  await expect.poll(() => hasCaptions(mentor)).toBe(7);
});
