/**
 * `npm run doctor`: checks the configuration before the first visitor arrives. `--online` also requests APP_URL; `--sign-in` instead
 * waits for one sign-in at the society and shows what came. Exits with 1 if something is wrong, but not for warnings and notes.
 */
import { existsSync } from "node:fs";
import { requireNode } from "./node-version.mjs";

requireNode();
const { ensureGenerated, ensureInstalled, stateOfBuild } = await import("./prerequisites.mjs");
await ensureInstalled();
await ensureGenerated();
if (existsSync(".env")) process.loadEnvFile(".env");
// Log lines are switched off, because the doctor reports what matters itself.
process.env.LOG_LEVEL ||= "silent";
const { register } = await import("tsx/esm/api");
register();
if (process.argv.includes("--sign-in")) {
  const { signInAtTerminal } = await import("./doctor/sign-in.ts");
  process.exit((await signInAtTerminal()) ? 0 : 1);
}
const { examine } = await import("./doctor/examine.ts");
const { diagnose } = await import("./doctor/diagnose.ts");

const facts = await examine(process.env, { build: stateOfBuild(), isOnline: process.argv.includes("--online") });
const advice = diagnose(facts);
const count = (level) => advice.filter((one) => one.level === level).length;
for (const { level, what, remedy } of advice) console.log(`${level}: ${what}\n  ${remedy}\n`);
const [wrong, warnings] = [count("wrong"), count("warning")];
console.log(
  `${wrong === 0 ? "No errors" : `${wrong} ${wrong === 1 ? "error" : "errors"}`}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}.`,
);
process.exit(wrong === 0 ? 0 : 1);
