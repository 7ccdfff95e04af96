import { expect, people, test } from "./fixtures";

// What a browser adds to the society's texts: places in them to go to, and films.

test("a part of a text is gone to, from its list and by an address", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("contentinfo").getByRole("link", { name: "Privacy", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Privacy policy");
  const last = page.getByRole("navigation", { name: "On this page" }).getByRole("link").last();
  const name = (await last.textContent()) ?? "";
  await last.click();
  await expect(page.getByRole("heading", { level: 2, name })).toBeInViewport();
  await page.goto("/faq#how-long-do-i-wait-for-an-answer");
  await expect(page.getByRole("heading", { name: "How long do I wait for an answer?" })).toBeInViewport();
});

test("each film plays, with captions, and nothing of it is loaded before", async ({ as }) => {
  const page = await as(await people.mentee());
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto("/welcome");
  const films = page.locator("video");
  await expect(films).toHaveCount(3);
  expect(fetched.filter((path) => path.endsWith(".mp4"))).toEqual([]);
  for (const film of await films.all()) {
    await film.evaluate((video: HTMLVideoElement) => {
      video.muted = true;
      return video.play();
    });
    const time = () => film.evaluate((video: HTMLVideoElement) => video.currentTime);
    await expect.poll(time).toBeGreaterThan(0.3);
    const cues = () => film.evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length ?? 0);
    await expect.poll(cues).toBeGreaterThanOrEqual(6);
    await film.evaluate((video: HTMLVideoElement) => video.pause());
  }
});
