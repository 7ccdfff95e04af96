/**
 * The sweep over a backlog: a million open proposals of which 300,000 are past their last day and 100,000 have come to a reminder,
 * with their lines in the audit trail, notifications and mails; against the same work as one statement by hand. A tenth of that
 * beside it shows whether memory grows with the backlog, and two sweeps at once whether each thing is done once.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { withClient } from "./client";
import { withDatabase } from "./database";
import { fillSociety } from "./society";
import { dueOf, fillBacklog, NOW } from "./sweep/backlog";
import { sweepByHand } from "./sweep/by-hand";
import type { StepReport } from "./sweep/every-step";
import type { SweepReport } from "./sweep/one-sweep";
import { tellsOf } from "./sweep/tells";
import type { Table } from "./table";

const OPEN = Number(process.env.BENCH_OPEN ?? 1_000_000);

export async function measure(databaseUrl: string): Promise<Table[]> {
  const alone: Table = {
    title: "The sweep, against one statement by hand",
    columns: [
      "open",
      "expired",
      "reminded",
      "by hand, s",
      "sweep, s",
      "ratio",
      "allowed",
      "same rows",
      "heap, MB",
      "process, MB",
    ],
    rows: [],
    notes: [
      "Heap: the most that was of use after a collection, every ten batches; it should not grow with the backlog. Process: the most " +
        "it took, which grows until there is reason to collect.",
    ],
  };
  const together: Table = {
    title: "Two sweeps at once, in two processes",
    columns: ["open", "seconds", "expired by each", "reminded by each", "same rows", "process, MB"],
    rows: [],
    notes: ["Same rows as the statement by hand leaves: every proposal was moved once, and each key was written once."],
  };
  const trigger: Table = {
    title: "What it costs that an expired proposal makes its mentor due",
    columns: ["open", "expired", "with, s", "without, s", "ratio"],
    rows: [],
    notes: ["The same sweep with the trigger proposals_expire and with it disabled."],
  };
  for (const open of [OPEN / 10, OPEN]) {
    await withDatabase(
      databaseUrl,
      async (backlog) => {
        await fillBacklog(backlog, open);
        const byHand = await onCopy(backlog, sweepByHand);
        const one = await onCopy(backlog, sweepInProcess);
        const two = await onCopy(backlog, (url) => Promise.all([sweepInProcess(url), sweepInProcess(url)]));
        const without = await onCopy(backlog, async (url) => {
          await withClient(url, (client) => client.query('ALTER TABLE "proposals" DISABLE TRIGGER "proposals_expire"'));
          return sweepInProcess(url);
        });
        const { counts, seconds, heap, resident } = one.result;
        const bare = without.result.seconds;
        trigger.rows.push([open, counts.expired ?? 0, seconds.toFixed(2), bare.toFixed(2), (seconds / bare).toFixed(2)]);
        alone.rows.push([
          open,
          expected(counts.expired, dueOf(open).expired),
          expected(counts.reminded, dueOf(open).reminded),
          byHand.result.toFixed(1),
          seconds.toFixed(1),
          (seconds / byHand.result).toFixed(2),
          1.5,
          one.tells === byHand.tells ? "yes" : "NO",
          Math.round(heap),
          Math.round(resident),
        ]);
        together.rows.push([
          open,
          Math.max(...two.result.map((report) => report.seconds)).toFixed(1),
          two.result.map((report) => report.counts.expired ?? 0).join(" + "),
          two.result.map((report) => report.counts.reminded ?? 0).join(" + "),
          two.tells === byHand.tells ? "yes" : "NO",
          two.result.map((report) => Math.round(report.resident)).join(" + "),
        ]);
      },
      nameIn(databaseUrl),
    );
  }
  return [alone, together, trigger, await sweepEverything(databaseUrl)];
}

/** Three days without a sweep, in a society of a fifth as many members as there are open proposals above. */
async function sweepEverything(databaseUrl: string): Promise<Table> {
  const later = new Date(NOW.getTime() + 3 * 86_400_000);
  return withDatabase(
    databaseUrl,
    async (url) => {
      await fillSociety(url, OPEN / 5, NOW);
      const reports = await inProcess<StepReport[]>("bench/sweep/every-step.ts", url, later.toISOString());
      return {
        title: "Every step of the sweep after three days without one",
        columns: ["step", "overdue", "done", "seconds", "ms for each"],
        rows: reports.map(({ name, overdue, counts, seconds }) => [
          name,
          overdue ?? "",
          Object.entries(counts)
            .map(([what, count]) => `${count} ${what}`)
            .join(", "),
          seconds.toFixed(2),
          overdue ? ((seconds * 1000) / overdue).toFixed(2) : "",
        ]),
        notes: [`A society of ${OPEN / 5} members. Overdue: as System counts it before the step.`],
      };
    },
    nameIn(databaseUrl),
  );
}

function expected(found: number | undefined, wanted: number): number {
  if (found !== wanted) throw new Error(`The sweep did ${found} where ${wanted} were due.`);
  return found;
}

/** Does it to a copy of the backlog, with nothing of that copy left to be written to disk; what came of it, and what the tables tell then. */
function onCopy<Result>(backlog: string, work: (url: string) => Promise<Result>) {
  return withDatabase(
    backlog,
    async (url) => {
      await withClient(url, (client) => client.query("CHECKPOINT"));
      const result = await work(url);
      return { result, tells: await tellsOf(url) };
    },
    nameIn(backlog),
  );
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

function sweepInProcess(url: string): Promise<SweepReport> {
  return inProcess("bench/sweep/one-sweep.ts", url);
}

async function inProcess<Report>(script: string, url: string, ...args: string[]): Promise<Report> {
  const env = { ...process.env, DATABASE_URL: url };
  const child = spawn(process.execPath, ["--import", "tsx", "--expose-gc", script, ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`The sweep ended with ${code}: ${said}`);
  // Before its report stands what the product has logged: a step that broke off, for one.
  const lines = said.trimEnd().split("\n");
  for (const line of lines.slice(0, -1)) console.log(line);
  return JSON.parse(lines.at(-1) ?? "") as Report;
}
