import { existsSync, readFileSync } from "node:fs";
import { makeChildren } from "./children.mjs";
import { ensureBuilt, ensureGenerated, ensureInstalled } from "./prerequisites.mjs";
import { readEnvironment, startProduct } from "./product.mjs";
import { StepFailed, stopRunning } from "./run.mjs";

/** The same list as on the front page. */
const PEOPLE = JSON.parse(readFileSync(new URL("../components/auth/demonstration-people.json", import.meta.url), "utf8"));

/** Everything from a bare clone to the running product; stops everything on a signal, or when one part stops. */
export async function serve({ isDevelopment }) {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const started = Date.now();
  const children = makeChildren((death) => end(1, death.message));
  let isEnding = false;
  async function end(code, words) {
    if (isEnding) return;
    isEnding = true;
    if (words) console.error(`\n${words}`);
    stopRunning();
    await children.stop();
    process.exit(code);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));

  try {
    await ensureInstalled();
    const facts = await readEnvironment();
    await ensureGenerated();
    if (!isDevelopment) await ensureBuilt();
    await startProduct(children, facts, { isDevelopment });
    sayWhere(facts, Math.round((Date.now() - started) / 1000));
    children.speak();
  } catch (error) {
    await end(1, error instanceof StepFailed ? `${error.said}\n\n${error.message}` : (error.message ?? String(error)));
  }
}

function sayWhere({ APP_URL, SOCIETY_PORT, SIGN_IN, isDemonstration }, seconds) {
  console.log(`\nConnect is ready at ${APP_URL} after ${seconds} s. Ctrl-C stops it.`);
  if (!isDemonstration) return;
  const isLocal = SIGN_IN === "local";
  const where = isLocal ? "" : ` at the membership website, http://localhost:${SOCIETY_PORT}`;
  const what = isLocal ? "numbers, or e-mail addresses," : "numbers";
  console.log(`\nThis is the demonstration. Sign in${where} with one of these ${what} and the password mentoring:\n`);
  for (const { number, name, email, what: who } of PEOPLE) {
    console.log(`  ${number}  ${isLocal ? email.padEnd(25) : ""}${name.padEnd(13)} ${who}`);
  }
  console.log("");
}
