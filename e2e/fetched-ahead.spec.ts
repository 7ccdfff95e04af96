import type { Browser, Page } from "@playwright/test";
import { expect, people, signIn, takenOver, test } from "./fixtures";

// A page comes shortly before it is asked for, where that costs little, and what is seen of it first is painted first.

const main = (page: Page) => page.getByRole("navigation", { name: "Main" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The addresses of pages that the browser asks for, in this list from now on. */
function listPages(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.headers().rsc) asked.push(new URL(request.url()).pathname);
  });
  return asked;
}

test("a page is fetched ahead when the pointer rests on its link, and never one that searches", async ({ as }) => {
  const page = await as(await people.mentee());
  const ahead = listPages(page);
  await page.goto("/resources");
  await main(page).getByRole("link", { name: "Mentors" }).hover();
  await main(page).getByRole("link", { name: "Profile" }).hover();
  await expect.poll(() => ahead.filter((path) => path === "/profile").length).toBe(2);
  await main(page).getByRole("link", { name: "Profile" }).click();
  await expect(heading(page)).toContainText("profile");
  expect(new Set(ahead)).toEqual(new Set(["/profile"]));
});

async function takePhone(browser: Browser, baseURL = "", width = 390): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, isMobile: true, hasTouch: true, baseURL });
  return context.newPage();
}

test("on a phone the main path is fetched while it is in sight", async ({ browser, baseURL }) => {
  const page = await takePhone(browser, baseURL);
  await signIn(page, await people.mentee());
  const ahead = listPages(page);
  await page.goto("/resources");
  await expect.poll(() => new Set(ahead)).toEqual(new Set(["/", "/relationships"]));
  await page.context().close();
});

test("after a tap the first screen is painted first; then everything is as high as it is, also on the way back", async ({
  browser,
  baseURL,
}) => {
  await Promise.all(Array.from({ length: 8 }, () => people.mentor()));
  const page = await takePhone(browser, baseURL);
  await signIn(page, await people.mentee());
  await page.goto("/resources");
  await page.evaluate(() => {
    const heard = { leftOut: 0 };
    document.addEventListener("contentvisibilityautostatechange", (event) => {
      heard.leftOut += Number((event as ContentVisibilityAutoStateChangeEvent).skipped);
    });
    Object.assign(window, { heard });
  });
  const mentors = main(page).getByRole("link", { name: "Mentors" });
  await takenOver(mentors);
  await mentors.tap();
  await expect(heading(page)).toContainText("Mentors");
  const read = () =>
    page.evaluate(() => {
      const { heard } = window as unknown as { heard: { leftOut: number } };
      const rows = [...document.querySelectorAll("article")];
      return {
        isAnyLeftOut: heard.leftOut > 0,
        areAllLaidOut: rows.every((row) => row.checkVisibility({ contentVisibilityAuto: true })),
      };
    });
  await expect.poll(read).toEqual({ isAnyLeftOut: true, areAllLaidOut: true });
  const last = page.getByRole("article").last().getByRole("link").first();
  await last.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  await last.tap();
  await expect(page).toHaveURL(/mentors\/[0-9a-f-]+$/);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  await page.context().close();
});

test("staff on a phone have the pages fetched that they need most, and no others", async ({ browser, baseURL }) => {
  const page = await takePhone(browser, baseURL);
  await signIn(page, await people.member({ staff: "staff" }));
  const ahead = listPages(page);
  await page.goto("/admin/support");
  await expect
    .poll(() => new Set(ahead))
    .toEqual(new Set(["/admin", "/admin/members", "/admin/proposals", "/admin/relationships"]));
  await page.context().close();
});

test("once the bar is scrolled, what has come into sight is fetched too", async ({ browser, baseURL }) => {
  const page = await takePhone(browser, baseURL, 160);
  await signIn(page, await people.member({ staff: "staff" }));
  const ahead = listPages(page);
  await page.goto("/admin/support");
  await expect.poll(() => new Set(ahead)).toEqual(new Set(["/admin", "/admin/members", "/admin/proposals"]));
  const bar = page.getByRole("navigation", { name: "Staff" });
  await bar.getByRole("link", { name: "Relationships" }).scrollIntoViewIfNeeded();
  await expect.poll(() => ahead).toContain("/admin/relationships");
  await page.context().close();
});
