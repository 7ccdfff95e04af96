import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Server, serve } from "./server";

const PACKAGES = ["next", "react", "react-dom", "pg"];

/**
 * Builds and serves bench/bare in a temporary folder with the packages of the framework and of the database alone, so that nothing of
 * ours is in it.
 */
export async function serveBare(databaseUrl: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "connect-bare-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync("bench/bare", folder, { recursive: true });
    for (const name of withDependencies(PACKAGES)) {
      cpSync(`node_modules/${name}`, join(folder, "node_modules", name), { recursive: true });
    }
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const args = ["node_modules/next/dist/bin/next", "build"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`The bare page cannot be built.\n${stdout}${stderr}`);
    const server = await serve(folder, { DATABASE_URL: databaseUrl });
    return { ...server, stop: () => server.stop().finally(clear) };
  } catch (error) {
    clear();
    throw error;
  }
}

function withDependencies(names: string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name) || !existsSync(`node_modules/${name}`)) continue;
    found.add(name);
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    withDependencies(Object.keys({ ...dependencies, ...optionalDependencies }), found);
  }
  return found;
}
