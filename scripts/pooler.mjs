/** PgBouncer in front of DATABASE_URL's server, with transaction pooling, until this process ends. Only for tests. */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort, isFree } from "./ports.mjs";

/** Far fewer than the connections of two processes, so that session state left by one would be noticed by another. */
const SERVER_CONNECTIONS = 4;
const PLACES = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"];

const program = PLACES.find((path) => existsSync(path));
if (!program) {
  console.error(
    "Several machines need PgBouncer. Install it (Debian: apt-get install pgbouncer; macOS: brew install pgbouncer).",
  );
  process.exit(1);
}
const database = new URL(process.env.DATABASE_URL);
const port = await findFreePort();
const folder = mkdtempSync(join(tmpdir(), "connect-pooler-"));
// Read by another user, where we are root.
chmodSync(folder, 0o755);
const settings = join(folder, "pgbouncer.ini");
writeFileSync(settings, configuration());
const pooler = spawn(program, ["-q", settings], { stdio: ["ignore", "inherit", "inherit"], ...findUser() });
pooler.once("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => pooler.kill("SIGTERM"));
while (await isFree(port)) await new Promise((resolve) => setTimeout(resolve, 50));
const pooled = new URL(database);
pooled.host = `127.0.0.1:${port}`;
console.log(`The pooler is ready at ${pooled.href}`);

function configuration() {
  const user = decodeURIComponent(database.username);
  const password = database.password ? ` password='${decodeURIComponent(database.password).replaceAll("'", "''")}'` : "";
  return `[databases]
* = host=${database.hostname} port=${database.port || 5432} user=${user}${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${SERVER_CONNECTIONS}
max_client_conn = 500
`;
}

/** PgBouncer refuses to be root. */
function findUser() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (of) => Number(execFileSync("id", [of, "nobody"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}
