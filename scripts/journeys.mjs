import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeChildren } from "./children.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ofPlaywright } from "./failed-tests.mjs";
import { startMachines } from "./machines.mjs";
import { findFreePort } from "./ports.mjs";
import { readEnvironment, startNext, startProduct } from "./product.mjs";
import { run, StepFailed } from "./run.mjs";
import { keepServedLog, sayDefects } from "./served-log.mjs";

const ON_MACHINES = "--machines";

/** The browser tests use the demonstration, no matter what society the shell has configured. Empty counts as unset. */
const NOTHING_OF_A_SOCIETY = Object.fromEntries(
  ["SIGN_IN", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_CLAIM_NUMBER", "OIDC_CLAIM_STANDING"]
    .concat(["OIDC_STANDING_CURRENT", "RESEND_API_KEY", "MAIL_FROM"])
    .map((name) => [name, ""]),
);

/**
 * Runs e2e/*.spec.ts, or whatever `rest` tells Playwright, against the production build on a real PostgreSQL: one process, or
 * with `--machines` two behind a balancer and a pooler. Returns how many passed and failed, and which failed.
 */
export async function runJourneys(report, given = []) {
  const rest = given.filter((arg) => arg !== ON_MACHINES);
  const serve = given.includes(ON_MACHINES) ? startMachines : startNext;
  const specs = existsSync("e2e") ? readdirSync("e2e").filter((name) => name.endsWith(".spec.ts")) : [];
  if (specs.length === 0) {
    console.log("There are no journeys in e2e yet.");
    return { passed: 0, failed: 0, isWell: true, tests: [] };
  }
  const dataDir = mkdtempSync(join(tmpdir(), "connect-e2e-"));
  let death;
  const served = keepServedLog();
  const children = makeChildren((error) => {
    death = error;
  }, served.listen);
  const stopChildren = () => void children.stop();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stopChildren);
  try {
    const chromium = await ensureChromium();
    const env = await chooseEnvironment(dataDir);
    env.DATABASE_URL = await children.start("The test database", ["--import", "tsx", "testing/serve-postgres.ts"], {}, findUrl);
    await startProduct(children, await readEnvironment(env), { env, serve });
    const local = await startLocal(children, env, serve);
    const isWell = await runPlaywright(
      {
        ...env,
        LOCAL_APP_URL: local.APP_URL,
        CHROMIUM_PATH: chromium,
        MACHINES: serve === startMachines ? "2" : "",
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
      rest,
    );
    if (death) throw death;
    const said = JSON.parse(readFileSync(report, "utf8"));
    const { expected, unexpected, flaky } = said.stats;
    const defects = sayDefects(served.defects);
    return {
      passed: expected,
      failed: unexpected + flaky + defects.length,
      isWell: isWell && flaky === 0 && defects.length === 0,
      tests: [...ofPlaywright(said), ...defects],
    };
  } finally {
    await children.stop();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stopChildren);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A second instance of the same build, with local accounts and a database of its own. */
async function startLocal(children, first, serve) {
  const database = { TEST_DATABASE_URL: first.DATABASE_URL };
  const server = ["--import", "tsx", "testing/serve-postgres.ts"];
  const env = { ...(await chooseEnvironment(join(first.DATA_DIR, "local"))), SIGN_IN: "local" };
  env.DATABASE_URL = await children.start("The database for local accounts", server, database, findUrl);
  await startProduct(children, await readEnvironment(env), { env, serve });
  return env;
}

/** Ports, secrets and an address for an instance that only the tests use. */
export async function chooseEnvironment(dataDir) {
  const port = await findFreePort();
  return {
    ...NOTHING_OF_A_SOCIETY,
    PORT: String(port),
    SOCIETY_PORT: String(await findFreePort()),
    APP_URL: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    AUTH_SECRET: "a secret that only the journeys know, and nobody else",
    WORDS_KEYS: `journeys:${Buffer.alloc(32, 7).toString("base64")}`,
    MAIL_TRANSPORT: "capture",
    SCHEDULER: "external",
    CRON_SECRET: "a secret for the journeys' scheduler",
    LOG_LEVEL: "warn",
  };
}

/** Finds the address that testing/serve-postgres.ts prints. */
export function findUrl(said) {
  return /is ready at (postgresql:\S+)/.exec(said)?.[1];
}

async function runPlaywright(env, rest) {
  try {
    await run("Journeys", process.execPath, ["node_modules/@playwright/test/cli.js", "test", ...rest], { env, isLoud: true });
    return true;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return false;
  }
}
