import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

/** A file of the product. An empty page would be of another site, and the browser would begin a new process for the next one. */
const WITHOUT_SCRIPTS = "/empty-page.css";

/**
 * The pages of one worker, each in a browser context of its own. Making these takes longer than most of what tests do with them, so a
 * test sits down where earlier ones have sat, after everything that they left there is gone.
 */
export class Seats {
  private readonly pages: Page[] = [];
  private taken = 0;

  constructor(
    private readonly browser: Browser,
    private readonly options: BrowserContextOptions & { baseURL: string },
  ) {}

  /** An empty page in a context that nobody else in this test has. */
  async take(): Promise<Page> {
    const seat = this.taken++;
    const left = this.pages[seat];
    const context = left?.context() ?? (await this.browser.newContext(this.options));
    const page = left && !left.isClosed() ? left : await context.newPage();
    this.pages[seat] = page;
    const protocol = await context.newCDPSession(page);
    await protocol.send("Storage.clearDataForOrigin", { origin: this.options.baseURL, storageTypes: "all" });
    await protocol.detach();
    await context.clearCookies();
    return page;
  }

  /** Tidies up after the test. */
  async leave(): Promise<void> {
    for (const page of this.pages.slice(0, this.taken)) {
      for (const other of page.context().pages()) if (other !== page) await other.close();
      if (!page.isClosed()) await this.tidy(page);
    }
    this.taken = 0;
  }

  private async tidy(page: Page): Promise<void> {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    try {
      // First of all: a page that is left need not be laid out for another screen.
      await page.goto(WITHOUT_SCRIPTS);
      await page.evaluate(() => sessionStorage.clear());
    } catch {
      // Something of the test was still on its way to another page.
      await page.close();
      return;
    }
    await Promise.all([
      page.setExtraHTTPHeaders({}),
      page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null }),
      this.options.viewport && page.setViewportSize(this.options.viewport),
    ]);
  }
}
