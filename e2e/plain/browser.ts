import { CookieJar } from "jsdom";
import type { Ask } from "./form";
import { findStopped, openWindow, type Page, readPage, textOf } from "./page";

const HEADERS = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "accept-language": "en-GB,en;q=0.9",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
};
const MOST_REDIRECTS = 10;

/** What a server sends instead of a page, to be kept. */
export interface Saved {
  name: string;
  bytes: Uint8Array;
}

/** A browser without scripts: cookies, redirects, and the page that is open. */
export class Browser {
  readonly cookies = new CookieJar();
  readonly #window = openWindow();
  #page: Page | null = null;

  constructor(readonly home: string) {}

  get page(): Page {
    if (!this.#page) throw new Error("No page is open yet.");
    return this.#page;
  }

  /** Asks, follows where that leads, and shows the page that comes. */
  async open(ask: Ask): Promise<void> {
    const { answer, url } = await this.arrive(ask);
    if (!isPage(answer)) throw new Error(`${url} is no page.`);
    const page = readPage(await answer.text(), url, answer.status, this.#window);
    if (page.status >= 500) throw new Error(`${url} answers ${page.status}: ${textOf(page.document.body)}`);
    const stopped = findStopped(page, answer.headers.get("content-security-policy") ?? "");
    if (url.href.startsWith(this.home) && stopped.length > 0)
      throw new Error(`The policy of ${url} stops ${stopped.join("\n")}`);
    this.#page = page;
    const next = leadsAtOnceTo(page);
    if (next) await this.open({ url: next, method: "GET", from: url });
  }

  async save(ask: Ask): Promise<Saved> {
    const { answer, url } = await this.arrive(ask);
    if (isPage(answer)) throw new Error(`${url} is a page.`);
    const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
    return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  /** One question, and its answer as it is. */
  async ask({ url, method, body, from }: Ask, more: Record<string, string> = {}): Promise<Response> {
    const headers = new Headers({ ...HEADERS, ...more });
    const cookie = await this.cookies.getCookieString(url.href);
    if (cookie && !headers.has("cookie")) headers.set("cookie", cookie);
    // Our pages tell no other site where somebody was.
    if (from && from.origin === url.origin) headers.set("referer", from.href.replace(/#.*$/, ""));
    if (from && method === "POST") headers.set("origin", from.origin);
    const answer = await fetch(url, { method, headers, redirect: "manual", ...(body ? { body } : {}) });
    for (const one of answer.headers.getSetCookie()) await this.cookies.setCookie(one, url.href);
    return answer;
  }

  private async arrive(ask: Ask): Promise<{ answer: Response; url: URL }> {
    let next = ask;
    for (let i = 0; i < MOST_REDIRECTS; i++) {
      const answer = await this.ask(next);
      const location = answer.headers.get("location");
      if (!location) return { answer, url: next.url };
      await answer.body?.cancel();
      const url = new URL(location, next.url);
      const isKept = answer.status === 307 || answer.status === 308;
      next = isKept ? { ...next, url } : { url, method: "GET", ...(next.from ? { from: next.from } : {}) };
    }
    throw new Error(`${ask.url} leads round in a circle.`);
  }
}

function isPage({ headers }: Response): boolean {
  return headers.get("content-type")?.startsWith("text/html") ?? false;
}

/** Where a page goes on to by itself, which is how a redirect is said once the answer has begun. */
function leadsAtOnceTo({ document, url }: Page): URL | null {
  const content = document.querySelector("meta[http-equiv=refresh]")?.getAttribute("content") ?? "";
  const [, address] = /^\d+;\s*url=(.+)$/i.exec(content) ?? [];
  return address ? new URL(address, url) : null;
}
