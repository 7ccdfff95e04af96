import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { env } from "@/lib/foundation/env";
import type { TestMember } from "@/testing/people";
import { SESSION_COOKIE, sessionOf } from "./people";
import { Seats } from "./seats";

export { expectAccessible } from "./looks";
export { people } from "./people";
export { expect };

interface Fixtures {
  /** A page of its own, signed in as this member without the form. */
  as: (member: TestMember) => Promise<Page>;
  nothingComplains: undefined;
}

interface WorkerFixtures {
  seats: Seats;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  seats: [
    async ({ browser }, use, { project }) => {
      const { baseURL = "", viewport, hasTouch, isMobile, locale, timezoneId } = project.use;
      await use(new Seats(browser, { baseURL, viewport, hasTouch, isMobile, locale, timezoneId }));
    },
    { scope: "worker" },
  ],
  as: async ({ seats }, use) => {
    await use(async (member) => {
      const page = await seats.take();
      await signIn(page, member);
      return listening(page);
    });
    await seats.leave();
  },
  page: async ({ seats }, use) => {
    await use(listening(await seats.take()));
    await seats.leave();
  },
  nothingComplains: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern, even where nothing is asked for
    async ({}, use) => {
      complaints.length = 0;
      await use(undefined);
      expect(complaints, "the browser should have nothing to complain of").toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs this page's context in as a member, without the form. */
export async function signIn(page: Page, member: TestMember): Promise<void> {
  const cookie = { name: SESSION_COOKIE, value: await sessionOf(member), url: env().APP_URL, httpOnly: true };
  await page.context().addCookies([cookie]);
}

const complaints: string[] = [];
/** The pages that are listened to already, from earlier tests. */
const heard = new WeakSet<Page>();

/** A missing page and a refusal are answers, and a line may be cut on purpose, or a gateway answer; a mail's frame lets no script in, the driver's neither. */
const EXPECTED = /status of (401|404|422|502)|ERR_INTERNET_DISCONNECTED$|^Blocked script execution in '[^']*\/demo\/mailbox\//;

/**
 * Playwright waits for a document after a press. A link of ours fetches a page alone, and the journey goes on in that: what is filled
 * in before would be filled in on the page that goes away.
 */
function awaitPages(page: Page): void {
  const locator = Object.getPrototypeOf(page.locator("html")) as { click: Locator["click"]; isPatient?: boolean };
  if (locator.isPatient) return;
  const { click } = locator;
  locator.isPatient = true;
  locator.click = async function (this: Locator, ...how: Parameters<Locator["click"]>) {
    await click.apply(this, how);
    await this.page().locator("html:not([data-waiting])").waitFor({ state: "attached" });
  };
}

/** Errors of scripts, and what the Content-Security-Policy stops, fail the test. */
export function listening(page: Page): Page {
  awaitPages(page);
  if (heard.has(page)) return page;
  heard.add(page);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  return page;
}

/** Scripts have taken this over from the page as it came: only from then on does anything happen by itself. */
export async function takenOver(part: Locator): Promise<void> {
  // React leaves its mark on what it takes over.
  const isMarked = () => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")));
  await expect.poll(isMarked).toBe(true);
}
