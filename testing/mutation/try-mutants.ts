import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { listPureFiles } from "@/testing/house/import-rules";
import { readSources } from "@/testing/house/source-file";

/** Where a wrong rule would do most harm. `npm run mutation -- mentoring/meetings` tries another one. */
const CONCEPTS = ["pairing/proposals", "foundation/deadlines", "pairing/relationships", "pairing/matching", "society/settings"];
/** The command fails if a concept's own tests notice fewer than this many of a hundred mutants. */
const LEAST_SCORE = 85;
/** Endless loops are stopped by a hit count. This timeout only has to allow for a busy machine. */
const PATIENCE_MS = 20_000;

// A fixed seed for the property tests, so that scores are reproducible.
process.env.FC_SEED ??= "1";
process.env.FC_RUNS ??= "20";

/** Breaks every pure file of a concept in many small ways, and counts what the tests beside it notice of that. */
async function tryMutants(concept: string): Promise<void> {
  const mutate = listPureFiles(readSources([".ts", ".tsx"], "lib"), `lib/${concept}/`);
  // Outside the project, so that type check, lint and house rules do not see the copy.
  const tempDirName = mkdtempSync(join(tmpdir(), "connect-mutation-"));
  try {
    await new Stryker({
      mutate,
      testRunner: "vitest",
      vitest: { configFile: "testing/mutation/vitest.config.ts", dir: `lib/${concept}`, related: false },
      concurrency: 1,
      timeoutMS: PATIENCE_MS,
      thresholds: { high: 95, low: LEAST_SCORE, break: LEAST_SCORE },
      reporters: ["clear-text", "html", "json"],
      clearTextReporter: { reportTests: false, logTests: false },
      htmlReporter: { fileName: `test-results/mutation/${concept.replace("/", "-")}.html` },
      jsonReporter: { fileName: `test-results/mutation/${concept.replace("/", "-")}.json` },
      ignorePatterns: [".next", ".data", "test-results", "playwright-report", "bench", "public"],
      // It would be read with what TypeScript 7 does not offer to programs any more; nothing here needs it.
      tsconfigFile: "none",
      tempDirName,
      cleanTempDir: "always",
    }).runMutationTest();
  } finally {
    rmSync(tempDirName, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
for (const concept of asked.length > 0 ? asked : CONCEPTS) await tryMutants(concept);
