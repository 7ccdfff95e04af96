/** The same pages, of the same people, in a society of ten thousand and in one of a million, each with five programmes. */
import { REPORTS } from "@/lib/staff/reports/report";
import { withDatabase } from "./database";
import { askInTurn, compare } from "./load";
import { load } from "./page-files";
import { listPages, type Page, prepareWatchers, type Served, serveProduct } from "./served-society";
import { fillSociety } from "./society";
import type { Table } from "./table";

const MANY = Number(process.env.BENCH_GROWTH ?? 1_000_000);
const FEW = Math.min(10_000, MANY / 10);
/** Keeps it to the pages with this in their names, and leaves out the reports. */
const PAGES = process.env.BENCH_PAGES ?? "";
/** How often each report is asked for. */
const REPORT_ROUNDS = 3;

export async function measure(databaseUrl: string): Promise<Table[]> {
  const now = new Date();
  const watchers = await prepareWatchers(now);
  const template = new URL(databaseUrl).pathname.slice(1);
  return withDatabase(
    databaseUrl,
    async (smallUrl) => {
      await fillSociety(smallUrl, FEW, now);
      const start = performance.now();
      await fillSociety(databaseUrl, MANY, now);
      console.log(`${sayNumber(MANY)} members are there after ${Math.round((performance.now() - start) / 1000)} s.`);
      const [small, large] = [await serveProduct(smallUrl), await serveProduct(databaseUrl)];
      try {
        const rows: Table["rows"] = [];
        const pages = await listPages(watchers);
        for (const page of pages.filter(({ name }) => name.includes(PAGES))) {
          const [few, many] = (await askInTurn([small.target(page), large.target(page)])).loads;
          if (!few || !many) continue;
          const [fewCpu, manyCpu] = [few.cpu + few.databaseCpu, many.cpu + many.databaseCpu];
          console.log(`${page.name}: ${few.rate.toFixed(0)} and ${many.rate.toFixed(0)} a second`);
          const rates = [few.rate.toFixed(0), many.rate.toFixed(0), compare(many.rates, few.rates).toFixed(2)];
          const cpu = [few.databaseCpu, many.databaseCpu, fewCpu, manyCpu].map((one) => one.toFixed(2));
          rows.push([page.name, ...rates, many.p50.toFixed(1), many.p99.toFixed(1), ...cpu, (fewCpu / manyCpu).toFixed(2)]);
        }
        const [a, b] = [sayNumber(FEW), sayNumber(MANY)];
        const cpu = [`database CPU ms, ${a}`, b, `all CPU ms, ${a}`, b, "ratio"];
        return [
          {
            title: `Pages at ${sayNumber(FEW)} and at ${sayNumber(MANY)} members`,
            columns: ["page", `a second, ${a}`, b, "ratio", `p50 ms, ${b}`, "p99 ms", ...cpu],
            rows,
            notes: [
              "The two in turn, a second at a time; ratio: of each pair of seconds, the middle. CPU ms: of the product's process and its database's for each request.",
            ],
          },
          ...(PAGES === "" ? [await timeReports(large, pages)] : []),
        ];
      } finally {
        await small.stop();
        await large.stop();
      }
    },
    template,
  );
}

function sayNumber(members: number): string {
  return members.toLocaleString("en-GB");
}

/** Reports are counted anew each time, over all there is: seconds, not a rate. */
async function timeReports(product: Served, pages: Page[]): Promise<Table> {
  const cookie = pages.find(({ path }) => path === "/admin")?.cookie ?? "";
  const rows: Table["rows"] = [];
  const timed = [...REPORTS.map((name) => [name, `reports/${name}?range=all`]), ["board, 12 months", "board?period=year"]];
  for (const [report = "", path] of timed) {
    const seconds: number[] = [];
    for (let i = 0; i < REPORT_ROUNDS; i++) {
      const before = performance.now();
      await load(`${product.url}/admin/${path}`, cookie);
      seconds.push((performance.now() - before) / 1000);
    }
    console.log(`report of ${report}: ${seconds.map((one) => one.toFixed(1)).join(", ")} s`);
    rows.push([report, (seconds[0] ?? 0).toFixed(2), Math.min(...seconds).toFixed(2)]);
  }
  return {
    title: `Reports at ${sayNumber(MANY)} members, of all their days`,
    columns: ["report", "the first time, s", "the quickest, s"],
    rows,
  };
}
