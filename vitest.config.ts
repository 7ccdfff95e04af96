import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// One seed for every property of a run. A failure says it too; FC_SEED=<seed> plays the run again.
process.env.FC_SEED ??= String(Math.floor(Math.random() * 2 ** 31));

/** Journeys without scripts, on the product whose addresses the runner knows (scripts/plain-journeys.mjs). */
const PLAIN = {
  setupFiles: ["testing/every-test.setup.ts"],
  exclude: ["**/node_modules/**"],
  isolate: false,
  // Pages are thrown away by the thousand: with room for them, that takes a third of the time.
  execArgv: ["--max-semi-space-size=64"],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};
/** It looks at a society that has one programme alone, so nobody else may open another meanwhile. */
const UNSEEN = "e2e/plain/unseen-programme.test.ts";
/** It looks whether anything at all has changed in the society, so everybody else is done by then. */
const DOORS = "e2e/plain/doors.test.ts";
/** It goes through all that the others have left, and notes that it was there. */
const STATEMENTS = "e2e/plain/statements.test.ts";
/** It moves everybody's clock. */
const CLOCK = "e2e/plain/clock.test.ts";

/** What needs no database. Mutants are tried with it too, in testing/mutation/. */
export const RULES = {
  name: "rules",
  include: ["**/*.test.{ts,tsx}"],
  exclude: ["**/*.{db,failure}.test.{ts,tsx}", "**/node_modules/**", ".next/**", "e2e/**", "bench/**"],
  setupFiles: ["testing/every-test.setup.ts"],
  isolate: false,
  // Quick, but not to be judged by how busy the machine is.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here("./") },
      { find: "server-only", replacement: here("./testing/empty-module.ts") },
    ],
  },
  test: {
    // What was transformed once, by the content of each file. A file that says import.meta.glob( is left out, since it reads folders.
    experimental: { fsModuleCache: true },
    // On a machine of two cores the default is one worker, which mostly waits for the database.
    maxWorkers: "100%",
    // next-auth asks for next/server without its ending, which only a bundler forgives.
    server: { deps: { inline: ["next-auth", "@auth/core"] } },
    projects: [
      {
        extends: true,
        test: RULES,
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.db.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", ".next/**", "e2e/**"],
          globalSetup: ["testing/database.global.ts"],
          setupFiles: ["testing/every-test.setup.ts", "testing/database.setup.ts"],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...PLAIN,
          name: "plain",
          include: ["e2e/plain/*.test.ts"],
          exclude: [...PLAIN.exclude, UNSEEN, DOORS, STATEMENTS, CLOCK],
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { ...PLAIN, name: "plain-doors", include: [DOORS], sequence: { groupOrder: 2 } } },
      { extends: true, test: { ...PLAIN, name: "plain-unseen", include: [UNSEEN], sequence: { groupOrder: 3 } } },
      { extends: true, test: { ...PLAIN, name: "plain-statements", include: [STATEMENTS], sequence: { groupOrder: 4 } } },
      { extends: true, test: { ...PLAIN, name: "plain-clock", include: [CLOCK], sequence: { groupOrder: 5 } } },
      {
        extends: true,
        test: {
          // `npm run test:failure`: what takes minutes, on the production build.
          name: "failure",
          include: ["**/*.failure.test.ts"],
          exclude: ["**/node_modules/**", ".next/**"],
          setupFiles: ["testing/every-test.setup.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
