/** What Lighthouse says of five pages, as on a phone of the middle class: the median of three runs. */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { listPages, type Page, prepareWatchers, serveProduct } from "./served-society";
import { fillSociety } from "./society";
import { quantile, type Table } from "./table";

const PAGES = ["welcome", "mentors", "dashboard", "messages", "staff: today"];
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const RUNS = 3;
/** Root may not use Chromium's sandbox, and what is visited is ours. */
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

export async function measure(databaseUrl: string): Promise<Table[]> {
  const now = new Date();
  const watchers = await prepareWatchers(now);
  await fillSociety(databaseUrl, 10_000, now);
  const product = await serveProduct(databaseUrl);
  const chromium = await launch({ chromePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", chromeFlags: FLAGS });
  try {
    const rows: Table["rows"] = [];
    for (const page of (await listPages(watchers)).filter(({ name }) => PAGES.includes(name))) {
      const runs: Verdict[] = [];
      for (let i = 0; i < RUNS; i++) runs.push(await judge(product.url, page, chromium.port));
      const scores = CATEGORIES.map((_, i) =>
        quantile(
          runs.map(({ scores: all }) => all[i] ?? 0),
          0.5,
        ),
      );
      const lost = new Set(runs.flatMap(({ lost: each }) => each));
      rows.push([page.name, ...scores, [...lost].join(", ") || "–"]);
      console.log(`${page.name}: ${scores.join(", ")}`);
    }
    return [{ title: "Lighthouse", columns: ["page", "performance", "accessibility", "best practices", "not passed"], rows }];
  } finally {
    chromium.kill();
    await product.stop();
  }
}

interface Verdict {
  /** Of 100, in the order of CATEGORIES. */
  scores: number[];
  /** The audits that cost something in accessibility and best practices. */
  lost: string[];
}

async function judge(url: string, { path, cookie }: Page, port: number): Promise<Verdict> {
  const extraHeaders: Record<string, string> = cookie ? { Cookie: cookie } : {};
  const options = { port, onlyCategories: CATEGORIES, extraHeaders, disableStorageReset: true, logLevel: "error" } as const;
  const found = await lighthouse(url + path, options);
  if (!found || found.lhr.runtimeError) throw new Error(`${path}: ${found?.lhr.runtimeError?.message ?? "nothing was found"}`);
  const { categories, audits, finalDisplayedUrl } = found.lhr;
  if (new URL(finalDisplayedUrl).pathname !== path) throw new Error(`${path} has led to ${finalDisplayedUrl}`);
  const lost = ["accessibility", "best-practices"].flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && audits[id]?.scoreDisplayMode === "binary" && audits[id]?.score === 0)
      .map(({ id }) => id),
  );
  return { scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)), lost };
}
