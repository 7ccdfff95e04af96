import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import pg from "pg";
import { drawTable, type Table } from "./table";

const FILE = "bench/results.md";
const HEAD = `# Results

Written by \`npm run bench\`. A run of some benchmarks replaces their sections alone, so each says when, on what and of which
commit it was measured.
`;

/** When, of which commit, and on what machine: a sentence for a section. */
export async function describeRun(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  await client.end();
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const machine = `${processors[0]?.model.trim()}, ${processors.length} cores, ${memory}`;
  const versions = `Node ${process.versions.node}, PostgreSQL ${rows[0]?.version}`;
  return `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, commit ${nameCommit()}. ${machine}; ${versions}.`;
}

/** The line of Node whose figures need no heading of their own. */
const USUAL_LINE = "20";

/**
 * Puts the section of the benchmark `name` in the place of the one that is there; sections stand in the order of `order`. Those of another
 * line of Node stand beside those of the usual one.
 */
export function writeResults(name: string, run: string, tables: Table[], order: string[]): void {
  const [line] = process.versions.node.split(".");
  const heading = line === USUAL_LINE ? name : `${name}, Node ${line}`;
  const written = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const sections = new Map(
    written
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.split("\n", 1)[0] ?? "", text.trim()]),
  );
  sections.set(heading, [heading, run, ...tables.map(drawTable)].join("\n\n"));
  const headings = order.flatMap((one) => [...sections.keys()].filter((key) => key.split(",")[0] === one).sort());
  const kept = headings.map((one) => `\n## ${sections.get(one)}\n`);
  writeFileSync(FILE, HEAD + kept.join(""));
}

function nameCommit(): string {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const isChanged = git("status", "--porcelain", "--", ".", `:!${FILE}`) !== "";
  return `${git("rev-parse", "--short", "HEAD")}${isChanged ? " with changes" : ""}`;
}
