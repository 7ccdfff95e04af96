import { spawn } from "node:child_process";
import { findFreePort } from "@/testing/postgres";

export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 180_000;

/** `next start` of what was built in `folder`; `env` is given the address that it will have. */
export async function serve(folder: string, env: Record<string, string> = {}): Promise<Server> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), APP_URL: url, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (child.exitCode === null && performance.now() < end) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => null,
    );
    if (status === 200 && child.pid) return { url, pid: child.pid, stop };
    // It listens, and will not do better by itself.
    if (status !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`What is in ${folder} does not answer.`);
}
