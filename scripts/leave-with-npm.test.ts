import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";

/** A package whose `npm start` serves on a port of its own, and ends its children in good order, as ours does. */
async function startByNpm(): Promise<{ npm: ReturnType<typeof spawn>; port: number }> {
  const folder = mkdtempSync(join(tmpdir(), "connect-npm-"));
  const code = `
    import { createServer } from "node:http";
    import { leaveWithNpm } from ${JSON.stringify(resolve("scripts/leave-with-npm.mjs"))};
    leaveWithNpm();
    process.on("SIGTERM", () => setTimeout(() => process.exit(0), 100));
    const server = createServer((_, response) => response.end());
    server.listen(0, "127.0.0.1", () => console.log("pid " + process.pid + " port " + server.address().port + ";"));`;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "one", scripts: { start: "node server.mjs" } }));
  writeFileSync(join(folder, "server.mjs"), code);
  const npm = spawn("npm", ["start"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const [, pid, port] = await new Promise<string[]>((ready) => {
    let said = "";
    npm.stdout.on("data", (chunk) => {
      said += chunk;
      const found = /pid (\d+) port (\d+);/.exec(said);
      if (found) ready(found);
    });
  });
  onTestFinished(() => {
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended, as it should.
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return { npm, port: Number(port) };
}

const isFree = (port: number) =>
  new Promise<boolean>((tell) => {
    const server = createServer();
    server.once("error", () => tell(false));
    server.listen(port, "127.0.0.1", () => server.close(() => tell(true)));
  });

test.each(["SIGTERM", "SIGKILL"] as const)("%s for npm ends what npm started, and frees its port", async (signal) => {
  const { npm, port } = await startByNpm();
  expect(await isFree(port)).toBe(false);
  npm.kill(signal);
  await vi.waitFor(async () => expect(await isFree(port)).toBe(true), { timeout: 20_000, interval: 100 });
});
