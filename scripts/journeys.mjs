import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeChildren } from "./children.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ofPlaywright } from "./failed-tests.mjs";
import { planJourneys } from "./journey-plan.mjs";
import { startMachines } from "./machines.mjs";
import { runPlainJourneys } from "./plain-journeys.mjs";
import { findFreePort } from "./ports.mjs";
import { readEnvironment, startNext, startProduct } from "./product.mjs";
import { run, StepFailed } from "./run.mjs";
import { keepServedLog, sayDefects } from "./served-log.mjs";

const ON_MACHINES = "--machines";

/** The browser tests use the demonstration, no matter what society the shell has configured. Empty counts as unset. */
const NOTHING_OF_A_SOCIETY = Object.fromEntries(
  ["SIGN_IN", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_CLAIM_NUMBER", "OIDC_CLAIM_STANDING"]
    .concat(["OIDC_STANDING_CURRENT", "OIDC_STANDING_MISSING", "OIDC_SCOPE", "OIDC_CLIENT_AUTH", "OIDC_ORIGINS"])
    .concat(["RESEND_API_KEY", "SMTP_URL", "MAIL_FROM"])
    .map((name) => [name, ""]),
);

/**
 * Runs e2e, or what `given` names of it, against the production build on a real PostgreSQL: one process of it, or with `--machines`
 * two behind a balancer, on a pooler. Reports go to `folder`; `gallery` keeps the gallery to the pages of what it names.
 * How many passed and failed, and which failed.
 */
export async function runJourneys(folder, given = [], gallery = "") {
  const rest = given.filter((arg) => arg !== ON_MACHINES);
  const serve = given.includes(ON_MACHINES) ? startMachines : startNext;
  const plan = planJourneys(rest, gallery);
  const dataDir = mkdtempSync(join(tmpdir(), "connect-e2e-"));
  let death;
  const served = keepServedLog();
  const children = makeChildren((error) => {
    death = error;
  }, served.listen);
  const stopChildren = () => void children.stop();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stopChildren);
  try {
    const chromium = plan.browser || plan.alone ? await ensureChromium() : "";
    const products = await startProducts(children, dataDir, serve, plan);
    const machines = serve === startMachines ? "2" : "";
    const common = {
      CHROMIUM_PATH: chromium,
      MACHINES: machines,
      ...(gallery && { GALLERY: gallery }),
      LOCAL_APP_URL: products.local?.APP_URL,
    };
    const inBrowser = (name, env, args) => runPlaywright(name, `${folder}/${name}.json`, { ...common, ...env }, args);
    // Whoever changes something for everybody, or looks whether anything has changed, is on a product of their own, one after the other.
    const rows = [
      async () => [plan.browser && (await inBrowser("browser", products.main, plan.browser))],
      async () => [
        plan.plain && (await runPlainJourneys(`${folder}/plain.json`, { ...common, ...products.alone }, plan.plain)),
        plan.alone && (await inBrowser("alone", { ...products.alone, JOURNEYS: "alone" }, plan.alone)),
      ],
    ];
    const results = (await Promise.all(rows.map((row) => row()))).flat().filter(Boolean);
    if (death) throw death;
    const defects = sayDefects(served.defects);
    return addUp([...results, { passed: 0, failed: defects.length, isWell: defects.length === 0, tests: defects }]);
  } finally {
    await children.stop();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stopChildren);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** One after the other: each prepares its database, which keeps a machine busy by itself. */
async function startProducts(children, dataDir, serve, plan) {
  const products = {};
  let server;
  for (const [name, isWanted, more] of [
    ["main", Boolean(plan.browser), {}],
    ["local", plan.local, { SIGN_IN: "local" }],
    ["alone", Boolean(plan.plain || plan.alone), {}],
  ]) {
    if (!isWanted) continue;
    const env = { ...(await chooseEnvironment(join(dataDir, name))), ...more };
    const args = ["--import", "tsx", "testing/serve-postgres.ts"];
    env.DATABASE_URL = await children.start(
      `The database (${name})`,
      args,
      server ? { TEST_DATABASE_URL: server } : {},
      findUrl,
    );
    server ??= env.DATABASE_URL;
    await startProduct(children, await readEnvironment(env), { env, serve });
    products[name] = env;
  }
  return products;
}

/** The same build once more, with local accounts, on a database of its own beside the other one. */
export async function startLocal(children, first, serve) {
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

function addUp(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const isWell = results.every((result) => result.isWell);
  return { passed: sum("passed"), failed: sum("failed"), isWell, tests: results.flatMap(({ tests }) => tests) };
}

async function runPlaywright(name, report, given, rest) {
  const env = { ...given, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  // A folder for each run: it is emptied when one begins.
  const args = ["node_modules/@playwright/test/cli.js", "test", `--output=test-results/${name}`, ...rest];
  let isWell = true;
  await run(`Journeys (${name})`, process.execPath, args, { env, isLoud: true }).catch((error) => {
    if (!(error instanceof StepFailed)) throw error;
    isWell = false;
  });
  const said = JSON.parse(readFileSync(report, "utf8"));
  const { expected, unexpected, flaky } = said.stats;
  return { passed: expected, failed: unexpected + flaky, isWell: isWell && flaky === 0, tests: ofPlaywright(said) };
}
