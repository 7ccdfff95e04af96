import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";

/**
 * The browser contexts of one worker. Making one takes longer than opening a page, so a test sits down in those that earlier tests
 * have left, each emptied of cookies and of what pages keep in the browser.
 */
export class Seats {
  private readonly contexts: BrowserContext[] = [];
  private taken = 0;

  constructor(
    private readonly browser: Browser,
    private readonly options: BrowserContextOptions & { baseURL: string },
  ) {}

  /** An empty page in a context that nobody else in this test has. */
  async take(): Promise<Page> {
    const seat = this.taken++;
    const context = this.contexts[seat] ?? (await this.browser.newContext(this.options));
    this.contexts[seat] = context;
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send("Storage.clearDataForOrigin", { origin: this.options.baseURL, storageTypes: "all" });
    await protocol.detach();
    await context.clearCookies();
    return page;
  }

  /** Closes what the test has opened. */
  async leave(): Promise<void> {
    for (const context of this.contexts.slice(0, this.taken)) for (const page of context.pages()) await page.close();
    this.taken = 0;
  }
}
