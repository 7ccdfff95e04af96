import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TAKE_ROOM } from "@/lib/staff/health/room/queries";

// The embedded database in a folder where it cannot write, or not much.

let folder: string;
let isMounted = false;
const running = new Set<ChildProcess>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-disk-"));
});

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  if (isMounted) execFileSync("umount", ["--lazy", folder]);
  isMounted = false;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts it there. Its address once it is ready, or null when it has ended instead. */
async function start() {
  const child = spawn(process.execPath, ["--import", "tsx", "demo/database.ts"], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = await new Promise<string | null>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const ready = /is ready at (postgresql:\S+)/.exec(said)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then(() => resolve(null));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    running.delete(child);
  };
  return { url, said: () => said, ended, stop };
}

async function connect(url: string | null): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url ?? "", query_timeout: 60_000 });
  client.on("error", () => {});
  await client.connect();
  return client;
}

const countRows = async (client: pg.Client) =>
  (await client.query("SELECT count(*)::integer AS count FROM words")).rows[0].count;
const write = (client: pg.Client) =>
  client.query("INSERT INTO words (word) SELECT repeat(md5(random()::text), 1000) FROM generate_series(1, 20)");

function mount(megabytes: number): boolean {
  try {
    const how = isMounted ? `remount,size=${megabytes}m` : `size=${megabytes}m`;
    execFileSync("mount", ["-t", "tmpfs", "-o", how, "tmpfs", folder], { stdio: "ignore" });
    isMounted = true;
    return true;
  } catch {
    return false;
  }
}

test("a full disk is said, nothing that was committed is lost, and with room it goes on", { timeout: 900_000 }, async ({
  skip,
}) => {
  if (!mount(96)) return skip("A small disk can only be made where mounting is allowed (as root).");
  const full = await start();
  const client = await connect(full.url);
  await client.query("CREATE TABLE words (id serial PRIMARY KEY, word text)");
  let committed = 0;
  const complaint = await (async () => {
    for (;;) {
      try {
        await write(client);
        committed += 20;
      } catch (error) {
        return error as Error;
      }
    }
  })();
  expect(committed).toBeGreaterThan(0);
  // Either the statement is told, or the whole of it has ended and says why.
  expect(`${complaint.message}\n${full.said()}`).toMatch(/No space left on device|disk is full|could not extend file/i);
  // By which health knows.
  await expect(client.query(`BEGIN; ${TAKE_ROOM.join("; ")}; ROLLBACK`)).rejects.toThrow();
  await client.end().catch(() => {});
  await full.stop();

  expect(mount(300)).toBe(true);
  const roomy = await start();
  const again = await connect(roomy.url);
  expect(await countRows(again)).toBe(committed);
  await write(again);
  expect(await countRows(again)).toBe(committed + 20);
  await again.end();
  await roomy.stop();
});

test("a folder that cannot be written is said in a sentence, with what to do", async () => {
  // Root may write anywhere: a file in the way stands for whatever keeps it from writing.
  if (process.getuid?.() === 0) writeFileSync(join(folder, "in-the-way"), "");
  else chmodSync(folder, 0o500);
  folder = process.getuid?.() === 0 ? join(folder, "in-the-way", "data") : folder;
  const { url, said, ended } = await start();
  expect([url, await ended]).toEqual([null, 1]);
  expect(said()).toContain(`The embedded database cannot write in ${folder}`);
  expect(said()).toContain("DATA_DIR");
  expect(said()).not.toMatch(/\n\s+at /);
  folder = process.getuid?.() === 0 ? join(folder, "../..") : folder;
});

test("a folder that another process has open is left alone, and the process is named", async () => {
  const first = await start();
  expect(first.url).not.toBeNull();
  const second = await start();
  expect([second.url, await second.ended]).toEqual([null, 1]);
  expect(second.said()).toMatch(
    /already running \(process \d+\)\. Stop the other one, or choose another folder with DATA_DIR\./,
  );
  const client = await connect(first.url);
  expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await client.end();
  await first.stop();
});
