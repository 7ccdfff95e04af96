/** Runs the benchmarks that the command line names, or all of them, and writes what they measured to bench/results.md. */
import { fork } from "node:child_process";
import { startPostgres } from "@/testing/postgres";
import { withDatabase } from "./database";
import { describeRun, writeResults } from "./results";
import { drawTable, type Table } from "./table";

/** In the order of the results. Each is a file beside this one. */
const BENCHMARKS = [
  "pages",
  "pause",
  "growth",
  "lighthouse",
  "phone",
  "mentor-search",
  "member-search",
  "lists",
  "letters",
  "matching",
  "register-import",
  "strangers",
  "sweep",
  "delivery",
  "year",
];

/** A society's product, as far as what is measured reads the environment. Nobody signs in there and nothing is sent. */
const ENVIRONMENT = {
  NODE_ENV: "production" as const,
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "a secret of no use to anybody, for measuring",
  WORDS_KEYS: `bench:${Buffer.alloc(32, 7).toString("base64")}`,
  SIGN_IN: "federated",
  OIDC_ISSUER: "http://localhost:3001",
  OIDC_CLIENT_ID: "bench",
  OIDC_CLIENT_SECRET: "a secret of no use to anybody",
  MAIL_TRANSPORT: "capture",
  SCHEDULER: "external",
  CRON_SECRET: "a secret for the scheduler that measures",
  LOG_LEVEL: "warn",
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !BENCHMARKS.includes(name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}. There are: ${BENCHMARKS.join(", ")}.`);

const given = process.env.DATABASE_URL;
const server = given ? { url: given, stop: async () => {} } : await startPostgres();
try {
  for (const name of BENCHMARKS.filter((one) => chosen.length === 0 || chosen.includes(one))) {
    console.log(`\nMeasuring: ${name} …`);
    try {
      const run = await describeRun(server.url);
      const tables = await withDatabase(server.url, (url) => measureApart(name, url));
      console.log(`\n${tables.map(drawTable).join("\n\n")}`);
      writeResults(name, run, tables, BENCHMARKS);
    } catch (error) {
      // The others may have something to say all the same.
      console.error(error);
      process.exitCode = 1;
    }
  }
} finally {
  await server.stop();
}

function measureApart(name: string, url: string): Promise<Table[]> {
  const child = fork("bench/measure.ts", [name], {
    execArgv: ["--import", "tsx", "--expose-gc"],
    env: { ...process.env, ...ENVIRONMENT, DATABASE_URL: url },
  });
  return new Promise((resolve, reject) => {
    let tables: Table[] | undefined;
    child.on("message", (message) => {
      tables = message as Table[];
    });
    child.once("exit", (code) => (tables ? resolve(tables) : reject(new Error(`${name} has ended with ${code}.`))));
  });
}
