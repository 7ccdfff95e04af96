/** What a pause costs whoever comes after it: a page asked for at once after itself, and after a quarter of a minute in which nobody came. */
import { setTimeout } from "node:timers/promises";
import { listPages, type Page, prepareWatchers, type Served, serveProduct } from "./served-society";
import { fillSociety } from "./society";
import { quantile, type Table } from "./table";

const PAGES = ["home, mentee", "mentors", "relationships", "messages", "staff: today"];
const PAUSE_SECONDS = 15;
const ROUNDS = 5;
/** Until what a page runs has been compiled. */
const WARM_UP = 100;

export async function measure(databaseUrl: string): Promise<Table[]> {
  const now = new Date();
  const watchers = await prepareWatchers(now);
  await fillSociety(databaseUrl, 10_000, now);
  const product = await serveProduct(databaseUrl);
  try {
    const rows: Table["rows"] = [];
    for (const page of (await listPages(watchers)).filter(({ name }) => PAGES.includes(name))) {
      for (let i = 0; i < WARM_UP; i++) await ask(product, page);
      const [atOnce, later]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        for (let i = 0; i < ROUNDS; i++) atOnce.push(await ask(product, page));
        await setTimeout(PAUSE_SECONDS * 1000);
        later.push(await ask(product, page));
      }
      rows.push([page.name, say(atOnce), say(later), (quantile(later, 0.5) - quantile(atOnce, 0.5)).toFixed(1)]);
      console.log(`${page.name}: ${say(atOnce)} ms, after a pause ${say(later)}`);
    }
    const columns = ["page", "at once, ms", "after a pause", "more"];
    const notes = [
      `Medians, one request at a time, from the request to the last byte; a pause: ${PAUSE_SECONDS} seconds without any.`,
    ];
    return [{ title: "A page after a pause, at 10,000 members", columns, rows, notes }];
  } finally {
    await product.stop();
  }
}

/** Milliseconds until its last byte. */
async function ask(product: Served, page: Page): Promise<number> {
  const { url, cookie } = product.target(page);
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${page.name} answers ${answer.status}.`);
  return performance.now() - began;
}

function say(times: number[]): string {
  return quantile(times, 0.5).toFixed(1);
}
