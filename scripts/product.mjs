import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isFree } from "./ports.mjs";
import { ensurePrepared } from "./prerequisites.mjs";
import { runTypeScript } from "./run.mjs";

/**
 * The environment as the product understands it: { PORT, SOCIETY_PORT, APP_URL, SIGN_IN, isDemonstration }. Throws before
 * anything slow starts if a variable is wrong or a port is in use.
 */
export async function readEnvironment(env = {}) {
  const output = await runTypeScript("Reading the environment", "scripts/check-environment.ts", { env }).catch((error) => {
    throw new Error(error.said);
  });
  const facts = JSON.parse(output.trim().split("\n").at(-1));
  await refuseBusyPorts(facts);
  return facts;
}

/**
 * Starts all parts of the product, beginning with the database unless `env` or the environment names one. `facts` are
 * those of readEnvironment. `serve` starts what answers at APP_URL.
 */
export async function startProduct(children, facts, { env = {}, isDevelopment = false, serve = startNext } = {}) {
  const dataDir = env.DATA_DIR || process.env.DATA_DIR || ".data";
  const given = { DATA_DIR: dataDir, PORT: String(facts.PORT), SOCIETY_PORT: String(facts.SOCIETY_PORT), ...env };
  if (facts.isDemonstration) {
    for (const [name, make] of Object.entries(SECRETS)) {
      if (!(env[name] || process.env[name])) given[name] = keepSecret(dataDir, name, make);
    }
  }
  const isEmbedded = !(env.DATABASE_URL || process.env.DATABASE_URL);
  await Promise.all([
    startDatabase(children, given, isEmbedded ? join(dataDir, "database") : null),
    hasSociety(facts) && children.start("The membership website", own("demo/society/main.ts"), given, isAnnounced),
  ]);
  console.log("Starting the product …");
  await serve(children, facts, given, isDevelopment);
}

/** Starts the embedded database if it is used, and prepares the database for this version. */
async function startDatabase(children, env, embeddedFolder) {
  if (embeddedFolder !== null) {
    console.log("Starting the embedded database …");
    env.DATABASE_URL = await children.start("The embedded database", own("demo/database.ts"), env, findDatabase);
  }
  await ensurePrepared(env, embeddedFolder);
}

function hasSociety({ isDemonstration, SIGN_IN }) {
  return isDemonstration && SIGN_IN === "federated";
}

function own(file) {
  return ["--import", "tsx", file];
}

function isAnnounced(said) {
  return said.includes("is ready at");
}

function findDatabase(said) {
  return /is ready at (postgresql:\S+)/.exec(said)?.[1];
}

/**
 * Longer than the keep-alive of proxies, which is usually a minute. Otherwise a proxy could send a request on a connection that
 * we are just closing, and answer 502. Next's default of five seconds is too short.
 */
const KEPT_OPEN_MS = 75_000;

/** The demonstration has public passwords, so it only answers this machine. */
export function startNext(children, facts, env, isDevelopment) {
  const place = facts.isDemonstration || isDevelopment ? ["-H", "127.0.0.1"] : [];
  const command = isDevelopment ? ["dev"] : ["start", "--keepAliveTimeout", String(KEPT_OPEN_MS)];
  const args = ["node_modules/next/dist/bin/next", ...command, "-p", String(facts.PORT), ...place];
  const mode = { NODE_ENV: isDevelopment ? "development" : "production" };
  return children.start("The product", args, { ...env, ...mode }, async () => !(await isFree(facts.PORT)));
}

async function refuseBusyPorts(facts) {
  const ports = { PORT: facts.PORT };
  if (hasSociety(facts)) ports.SOCIETY_PORT = facts.SOCIETY_PORT;
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new Error(
      `Port ${port} is in use by another program. Stop that program, or choose another port: ${name}=${port + 10} npm start`,
    );
  }
}

/** The demonstration's secrets, generated once, so that people stay signed in and their texts stay readable. */
const SECRETS = {
  AUTH_SECRET: () => randomBytes(33).toString("base64"),
  WORDS_KEYS: () => `first:${randomBytes(32).toString("base64")}`,
};

/** The secret in a file next to the data, readable only by this user. */
function keepSecret(dataDir, name, make) {
  const file = join(dataDir, name.toLowerCase().replaceAll("_", "-"));
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8");
}
