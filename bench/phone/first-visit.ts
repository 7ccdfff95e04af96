import type { Browser } from "@playwright/test";
import { quantile } from "../table";
import { takePhone } from "./hand";

/** How long nothing more may come before the visit counts as over. */
const QUIET_MILLISECONDS = 1500;

/** One visit of the front page by a stranger with an empty cache: bytes by kind of file, and the largest content. */
export interface Visit {
  bytes: Map<string, number>;
  largestPaintMilliseconds: number;
}

export async function visitFirst(browser: Browser, url: string): Promise<Visit> {
  const hand = await takePhone(browser, url, "");
  const { page, protocol } = hand;
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  let lastAt = performance.now();
  protocol.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
    lastAt = performance.now();
  });
  await hand.slowDown();
  await page.goto("/");
  while (performance.now() - lastAt < QUIET_MILLISECONDS) await page.waitForTimeout(100);
  const largestPaintMilliseconds = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
  await hand.leave();
  return { bytes, largestPaintMilliseconds };
}

/** Rows of a table: the middle of all visits, and the most. */
export function sayVisits(visits: Visit[]) {
  const kilo = (kind: string) => visits.map(({ bytes }) => (bytes.get(kind) ?? 0) / 1000);
  const all = visits.map(({ bytes }) => [...bytes.values()].reduce((sum, one) => sum + one, 0) / 1000);
  const paints = visits.map(({ largestPaintMilliseconds }) => largestPaintMilliseconds / 1000);
  const row = (name: string, values: number[], digits: number, bar = "–", goal = "–") => [
    name,
    quantile(values, 0.5).toFixed(digits),
    Math.max(...values).toFixed(digits),
    bar,
    goal,
  ];
  return [
    row("everything, kB", all, 0, "250", "200"),
    row("of that scripts, kB", kilo("Script"), 0),
    row("of that fonts, kB", kilo("Font"), 0),
    row("largest content painted after, s", paints, 2, "2.5", "1.5"),
  ];
}
