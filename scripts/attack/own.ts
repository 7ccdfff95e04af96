/** Runs the tries in scripts/attack/tries against the product that the environment names; `npm run attack` starts it. */
import { readdirSync, readFileSync } from "node:fs";
import { env } from "@/lib/foundation/env";
import { log } from "@/lib/foundation/log";
import type { Try } from "./try";

const FOLDER = new URL("tries/", import.meta.url);
/** What pino calls an error, and worse: a defect, which nobody should be able to bring about from outside. */
const DEFECT = /^\{"level":[56]0.*$/gm;

const chosen = process.env.TRY || null;
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ts") && (chosen === null || name === `${chosen}.ts`));
if (files.length === 0) throw new Error(`There are no tries ${chosen}.`);
// What the commands say that prepare a try is not the product's.
log().level = "silent";

const failed: string[] = [];
for (const file of files.sort()) {
  const { TRIES } = (await import(new URL(file, FOLDER).href)) as { TRIES: Try[] };
  for (const one of TRIES) if ((one.signIn ?? "federated") === env().SIGN_IN) await attempt(one);
}
console.log(failed.length === 0 ? "Everything that we tried holds." : `${failed.length} do not hold: ${failed.join("; ")}`);
process.exit(failed.length === 0 ? 0 : 1);

async function attempt({ name, provokes = [], run }: Try): Promise<void> {
  const before = served().length;
  try {
    const measured = await run();
    const defects = (served().slice(before).match(DEFECT) ?? []).filter(
      (line) => !provokes.some((says) => line.includes(says)),
    );
    if (defects.length > 0) throw new Error(`the log has ${defects.length} defects, the first: ${defects[0]?.slice(0, 600)}`);
    console.log(`holds: ${name}${measured ? `: ${measured}` : ""}`);
  } catch (error) {
    failed.push(name);
    console.error(`DOES NOT HOLD: ${name}: ${error instanceof Error ? error.stack : error}`);
  }
}

/** All that the product has said. */
function served(): string {
  return readFileSync(process.env.SERVED_LOG ?? "", "utf8");
}
