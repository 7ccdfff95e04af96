import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { findFreePort } from "./postgres";

export interface RunningProduct {
  url: string;
  /** All that it has written so far, its log among it. */
  said(): string;
  stop(): Promise<void>;
}

export const PRODUCT_SECRET = "a secret for the scheduler of the failures";

/** Starts the production build at hand on this database, as `npm start` does. `env` says what shall be otherwise. */
export async function startBuiltProduct(databaseUrl: string, env: Record<string, string> = {}): Promise<RunningProduct> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("There is no build. Run npm run build first.");
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  let said = "";
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "127.0.0.1"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: databaseUrl,
      APP_URL: url,
      AUTH_SECRET: "a secret that only the failures know, and nobody else",
      WORDS_KEYS: `failures:${Buffer.alloc(32, 7).toString("base64")}`,
      MAIL_TRANSPORT: "capture",
      SCHEDULER: "external",
      CRON_SECRET: PRODUCT_SECRET,
      LOG_LEVEL: "info",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  await untilListening(child, url, () => said);
  return { url, said: () => said, stop: () => end(child) };
}

async function untilListening(child: ChildProcess, url: string, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const answer = await fetch(`${url}/icon.svg`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const what = child.exitCode === null ? "did not answer" : "ended";
  await end(child);
  throw new Error(`The product ${what}.\n${said()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
