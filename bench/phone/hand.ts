import type { Browser, BrowserContext, CDPSession, Locator, Page } from "@playwright/test";

/** A phone of the middle class on a mobile network. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const SLOWER = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  // 1.6 Mbit/s, in bytes.
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
};
/** Far beyond any answer: what takes longer is broken. */
const PATIENCE_MILLISECONDS = 30_000;

/** By which a person sees that the answer is there: an element that was not there before. */
export interface Sign {
  selector: string;
  /** What is written in it. */
  text?: string;
  /** The address by then. */
  path?: string;
}

/** Somebody with a phone in their hand. */
export interface Hand {
  page: Page;
  protocol: CDPSession;
  /** From now on at the phone's pace. */
  slowDown(): Promise<void>;
  /** Presses it, and says after how many milliseconds each sign was painted; null, with a line in the terminal, if one never was. */
  press(what: Locator, signs: Sign[]): Promise<number[] | null>;
  leave(): Promise<void>;
}

/** A phone with an empty cache. `cookie`: the session's, or empty. */
export async function takePhone(browser: Browser, url: string, cookie: string): Promise<Hand> {
  const context = await browser.newContext({ ...PHONE, baseURL: url, locale: "en-GB", timezoneId: "Europe/London" });
  await signIn(context, url, cookie);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  let hear: (i: number, milliseconds: number) => void = () => {};
  await page.exposeFunction("reportPainted", (i: number, milliseconds: number) => hear(i, milliseconds));
  await page.addInitScript({ path: "bench/phone/in-page.js" });

  const press = async (what: Locator, signs: Sign[]) => {
    try {
      return await watch(what, signs);
    } catch (error) {
      console.error(`${what}: ${error}`);
      return null;
    }
  };
  const watch = async (what: Locator, signs: Sign[]) => {
    await page.evaluate((all) => (globalThis as unknown as InPage).awaitSigns(all), signs);
    const times: number[] = [];
    const areAllThere = new Promise<void>((resolve, reject) => {
      const give = () =>
        reject(new Error(`Not painted: ${signs.filter((_, i) => times[i] === undefined).map(({ selector }) => selector)}`));
      const timer = setTimeout(give, PATIENCE_MILLISECONDS);
      hear = (i, milliseconds) => {
        times[i] = milliseconds;
        if (signs.some((_, one) => times[one] === undefined)) return;
        clearTimeout(timer);
        resolve();
      };
    });
    await Promise.all([what.tap(), areAllThere]);
    return times;
  };
  const slowDown = async () => {
    await protocol.send("Network.emulateNetworkConditions", NETWORK);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  };
  return { page, protocol, slowDown, press, leave: () => context.close() };
}

/** What in-page.js puts into every document. */
interface InPage {
  awaitSigns(signs: Sign[]): void;
}

async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  if (!cookie) return;
  const [name = "", value = ""] = cookie.split("=", 2);
  await context.addCookies([{ name, value, url }]);
}
