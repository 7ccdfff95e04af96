/**
 * `npm run attack`: attacks the production build. First by tries of our own (scripts/attack/tries), against a product with the
 * society's sign-in and one with local accounts; then with wapiti, as nobody, as a member and as staff. A try that does not hold, a
 * defect in the log that no try provokes, or a finding of wapiti's that nobody has explained fails.
 * `-- --only=own` needs no wapiti; `-- --only=wapiti` leaves ours out; `-- --try=bodies` runs the tries of one file;
 * `-- --minutes=3` is how long wapiti may take for each person.
 */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leaveWithNpm } from "./leave-with-npm.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
leaveWithNpm();
const { makeChildren } = await import("./children.mjs");
const { ensureWapiti, runWapiti } = await import("./attack/wapiti.mjs");
const { chooseEnvironment, findUrl, startLocal } = await import("./journeys.mjs");
const { findFreePort } = await import("./ports.mjs");
const { readEnvironment, startNext, startProduct } = await import("./product.mjs");
const { ensureBuilt, ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
const { runTypeScript } = await import("./run.mjs");

const given = (name) => new RegExp(`--${name}=(\\S+)`).exec(process.argv.join(" "))?.[1];
const [only, chosen, minutes] = [given("only"), given("try"), Number(given("minutes") ?? 10)];
const hasOwn = only !== "wapiti";
const hasWapiti = only !== "own" && !chosen;

const dataDir = mkdtempSync(join(tmpdir(), "connect-attack-"));
const served = join(dataDir, "served.log");
const children = makeChildren(
  (death) => end(1, death.message),
  () => (chunk) => appendFileSync(served, chunk),
);
let isEnding = false;
async function end(code, words) {
  if (isEnding) return;
  isEnding = true;
  if (words) console.error(words);
  await children.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => end(1));

try {
  if (hasWapiti) ensureWapiti();
  writeFileSync(served, "");
  await ensureInstalled();
  await ensureGenerated();
  await ensureBuilt();
  const port = await findFreePort();
  const env = await chooseEnvironment(dataDir);
  // The scanner comes by a door of its own, whose address the product has to have for its own.
  if (hasWapiti) env.APP_URL = `http://localhost:${port}`;
  const serve = ["--import", "tsx", "testing/serve-postgres.ts"];
  env.DATABASE_URL = await children.start("The test database", serve, {}, findUrl);
  await startProduct(children, await readEnvironment(env), { env });
  let failed = 0;
  if (hasOwn) {
    failed += await runOwnTries(env);
    failed += await runOwnTries(await startLocal(children, env, startNext));
  }
  const unexplained = hasWapiti ? await runWapiti(env, port, minutes, dataDir) : 0;
  const words = [
    failed > 0 && "Something that we tried does not hold: see above.",
    unexplained > 0 && `${unexplained} findings of wapiti's wait for a word.`,
  ].filter(Boolean);
  await end(words.length > 0 ? 1 : 0, words.join("\n"));
} catch (error) {
  await end(1, error.said ? `${error.said}\n${error.message}` : (error.stack ?? error.message));
}

/** 1 when something did not hold. Straight to the product: what stands in front of it for wapiti changes what is sent. */
async function runOwnTries(product) {
  const own = {
    ...product,
    NODE_ENV: "production",
    SERVED_LOG: served,
    PRODUCT_PID: String(children.pidOf("The product")),
    TRY: chosen ?? "",
  };
  return runTypeScript(`Our own tries, ${product.SIGN_IN || "federated"}`, "scripts/attack/own.ts", {
    env: own,
    isLoud: true,
  }).then(
    () => 0,
    () => 1,
  );
}
