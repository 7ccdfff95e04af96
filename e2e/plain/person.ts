import { Browser } from "./browser";
import { type Page, readPage } from "./page";
import { Part } from "./part";

/** Somebody at a browser of their own. */
export class Person extends Part {
  constructor(
    home: string,
    readonly browser = new Browser(home),
  ) {
    super(browser, () => browser.page.document.documentElement);
  }

  private get page(): Page {
    return this.browser.page;
  }
  get title(): string {
    return this.page.document.title;
  }
  /** The path of the page that is open. */
  get path(): string {
    return this.page.url.pathname;
  }

  /** Opens an address, and tells the status of its answer. */
  async visit(address: string | URL): Promise<number> {
    await this.browser.open({ url: new URL(address, this.browser.home), method: "GET" });
    return this.page.status;
  }
  async reload(): Promise<number> {
    return this.visit(this.page.url);
  }
  /** A copy of this browser's cookies as they are now, at another browser. */
  async keepCookies(): Promise<Person> {
    const { home, cookies } = this.browser;
    const copy = new Person(home);
    for (const cookie of await cookies.getCookies(home)) await copy.browser.cookies.setCookie(String(cookie), home);
    return copy;
  }
  /** Asks for something beside the page, and takes the answer as it is. */
  get(address: string | URL, headers: Record<string, string> = {}): Promise<Response> {
    return this.browser.ask({ url: new URL(address, this.browser.home), method: "GET" }, headers);
  }
  /** The page in a frame of this one, as a part that can be read. */
  async readFrame(): Promise<Part> {
    const [frame] = this.select("iframe");
    const url = new URL(frame?.getAttribute("src") ?? "", this.page.url);
    const answer = await this.get(url);
    const page = readPage(await answer.text(), url, answer.status);
    const { browser } = this;
    const holder = { page, open: browser.open.bind(browser), save: browser.save.bind(browser) };
    return new Part(holder, () => page.document.documentElement);
  }
}
