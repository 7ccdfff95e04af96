import type { Request } from "@playwright/test";
import { quantile, type Table } from "../table";
import type { Hand } from "./hand";

/** The links of the two navigations, in the order in which they are tapped, round after round. */
export const NAVIGATIONS = {
  member: {
    bar: "header",
    links: ["/resources", "/profile", "/mentors", "/relationships", "/", "/notifications"],
  },
  staff: {
    bar: 'nav[aria-label="Staff"]',
    links: ["/admin/members", "/admin/proposals", "/admin/relationships", "/admin/support", "/admin/reports", "/admin"],
  },
};
const AT_ONCE = 300;
/** A link has to be in sight for a second, and its page takes a moment. */
const IN_SIGHT = 2500;

interface Tap {
  link: string;
  milliseconds: number;
  /** Of the main path: such links are fetched when they stay in sight. */
  isMain: boolean;
  /** The page had come before. It may be made anew once it is there. */
  isAhead: boolean;
}

/** From a tap on each link of a navigation to the next page painted: soon after the page before, and after a look at it. */
export async function measureTaps(hand: Hand, who: keyof typeof NAVIGATIONS, rounds: number): Promise<Table["rows"]> {
  const { links } = NAVIGATIONS[who];
  for (const link of links) await hand.page.goto(link);
  await hand.slowDown();
  // Until what a page runs has been compiled.
  await tapAll(hand, who, AT_ONCE);
  const [atOnce, inSight]: Tap[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    atOnce?.push(...(await tapAll(hand, who, AT_ONCE)));
    inSight?.push(...(await tapAll(hand, who, IN_SIGHT)));
  }
  // A link that was in sight during a slow answer may have been fetched ahead in the quick rounds too.
  const asked = (atOnce ?? []).filter(({ isAhead }) => !isAhead);
  const seen = (inSight ?? []).filter(({ isMain }) => isMain);
  return [...links, "all"].map((link) => {
    const ofLink = (taps: Tap[]) => taps.filter((tap) => link === "all" || tap.link === link);
    const ahead = ofLink(seen).filter(({ isAhead }) => isAhead).length;
    return [who, link, ...sayTimes(ofLink(asked)), ...sayTimes(ofLink(seen)), `${ahead} of ${ofLink(seen).length}`];
  });
}

async function tapAll(hand: Hand, who: keyof typeof NAVIGATIONS, pause: number): Promise<Tap[]> {
  const { bar, links } = NAVIGATIONS[who];
  const { page } = hand;
  const taps: Tap[] = [];
  for (const link of links) {
    const place = page.locator(`${bar} a.nav-link[href="${link}"]`);
    // A bar that scrolls by itself is at another place after the page before.
    if (pause === IN_SIGHT) await place.scrollIntoViewIfNeeded();
    await page.waitForTimeout(pause);
    let isAhead = true;
    const hear = (request: Request) => {
      const [from = "", to] = [request.headers().referer, request.url()].map((url) => url && new URL(url).pathname);
      if (to === link && from !== link) isAhead = false;
    };
    page.on("request", hear);
    const times = await hand.press(place, [{ selector: "main h1", path: link }]);
    page.off("request", hear);
    const isMain = (await place.getAttribute("data-page")) === "main";
    if (times?.[0]) taps.push({ link, milliseconds: times[0], isMain, isAhead });
  }
  return taps;
}

/** The middle, and the slowest. */
export function sayTimes(taps: { milliseconds: number }[]): string[] {
  if (taps.length === 0) return ["–", "–"];
  const times = taps.map(({ milliseconds }) => milliseconds);
  return [quantile(times, 0.5).toFixed(0), Math.max(...times).toFixed(0)];
}
