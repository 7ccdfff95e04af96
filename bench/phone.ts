/** What a person feels with a phone of the middle class in their hand: taps, a first visit, and presses that save something. */
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { insertMentee, insertMentor } from "@/testing/people";
import { insertWatchers, propose } from "./people";
import { sayVisits, type Visit, visitFirst } from "./phone/first-visit";
import { takePhone } from "./phone/hand";
import { measureAccept, measureSave, measureSend } from "./phone/presses";
import { measureTaps } from "./phone/taps";
import { prepare, serveProduct, sessionOf } from "./served-society";
import { fillSociety } from "./society";
import type { Table } from "./table";

const TIMES = Number(process.env.BENCH_TAPS ?? 7);
const DAY = 86_400_000;
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

export async function measure(databaseUrl: string): Promise<Table[]> {
  const now = new Date();
  const people = await prepare(() => insertPeople(now));
  await fillSociety(databaseUrl, 10_000, now);
  const product = await serveProduct(databaseUrl);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ARGS });
  const sessions = await Promise.all([people.mentee, people.admin, people.asked].map(sessionOf));
  const [asMentee, asAdmin, asAsked] = sessions.map((cookie) => () => takePhone(browser, product.url, cookie));
  try {
    const visits: Visit[] = [];
    for (let i = 0; i < TIMES; i++) visits.push(await visitFirst(browser, product.url));
    console.log("Visited.");
    const taps: Table["rows"] = [];
    for (const [who, take] of [["member", asMentee] as const, ["staff", asAdmin] as const]) {
      const hand = await take?.();
      if (hand) taps.push(...(await measureTaps(hand, who, TIMES)));
      await hand?.leave();
    }
    console.log("Tapped.");
    const presses: Table["rows"] = [];
    const [mentee, asked] = [await asMentee?.(), await asAsked?.()];
    if (mentee && asked) {
      presses.push(...(await measureSend(mentee, `/relationships/${people.relationshipId}/messages`, TIMES)));
      presses.push(...(await measureSave(mentee, TIMES)));
      presses.push(...(await measureAccept(asked, people.proposals)));
    }
    return drawTables(taps, presses, visits, browser.version());
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** Those who look at the pages, and a mentor with as many proposals to accept as are accepted here. */
async function insertPeople(now: Date) {
  const watchers = await insertWatchers(now);
  const asked = await insertMentor({ capacity: TIMES + 1 }, { name: "Ines Moreau" });
  const proposals: string[] = [];
  for (let i = 0; i < TIMES; i++) {
    const mentee = await insertMentee({}, { name: `Kofi Boateng ${i}` });
    proposals.push(await propose(mentee, asked, null, new Date(+now - DAY)));
  }
  return { ...watchers, asked, proposals };
}

function drawTables(taps: Table["rows"], presses: Table["rows"], visits: Visit[], version: string): Table[] {
  const build = readFileSync(".next/BUILD_ID", "utf8").trim();
  return [
    {
      title: "From a tap on a link of the navigation to the next page painted",
      columns: ["who", "link", "soon, ms", "slowest", "bar", "goal", "in sight, ms", "slowest", "bar", "goal", "came ahead"],
      rows: taps.map(([who = "", link = "", soon = "", soonest = "", sight = "", slowest = "", ahead = ""]) => [
        ...[who, link, soon, soonest, 500, 300, sight, slowest, 300, 150, ahead],
      ]),
      notes: [
        "Medians. Soon: tapped 0.3 s after the page before was painted, and not fetched ahead; in sight: after 2.5 s, of the links of the main path, which are fetched then. Came ahead: nothing had to be asked for after the tap.",
      ],
    },
    {
      title: "From a press to its answer painted",
      columns: ["press", "ms", "slowest", "bar", "goal"],
      rows: presses.map((row) => [...row, 900, 600]),
    },
    {
      title: "First visit of the front page, nothing cached",
      columns: ["measure", "median", "most", "bar", "goal"],
      rows: sayVisits(visits),
      notes: [
        `Chromium ${version} with the processor slowed four times, 150 ms for a round trip and 1.6 Mbit/s, 390 by 844; ${TIMES} times each, in a society of 10,000 members. Build ${build}.`,
      ],
    },
  ];
}
