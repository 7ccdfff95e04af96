import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";

/** A file of the product. An empty page would be of another site, and the browser would begin a new process for the next one. */
const WITHOUT_SCRIPTS = "/empty-page.css";

/**
 * The browser contexts of one worker. Making one takes longer than opening a page, so a test sits down in those that earlier tests
 * have left, each emptied of cookies and of what pages keep in the browser.
 */
export class Seats {
  private readonly contexts: BrowserContext[] = [];
  private taken = 0;
  private kept: Page | undefined;

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
    await this.empty(page);
    return page;
  }

  /**
   * The same page for one test after the other, emptied each time, for tests that only look at something. It keeps the process
   * that has the product's scripts already. `prepare` is done to it once.
   */
  async keep(prepare: (page: Page) => Page): Promise<Page> {
    this.kept ??= prepare(await (await this.browser.newContext(this.options)).newPage());
    await this.empty(this.kept);
    return this.kept;
  }

  /** Closes what the test has opened. */
  async leave(): Promise<void> {
    await this.kept?.goto(WITHOUT_SCRIPTS);
    await this.kept?.evaluate(() => sessionStorage.clear());
    for (const context of this.contexts.slice(0, this.taken)) for (const page of context.pages()) await page.close();
    this.taken = 0;
  }

  private async empty(page: Page): Promise<void> {
    const protocol = await page.context().newCDPSession(page);
    await protocol.send("Storage.clearDataForOrigin", { origin: this.options.baseURL, storageTypes: "all" });
    await protocol.detach();
    await page.context().clearCookies();
  }
}
