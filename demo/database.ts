/**
 * The embedded database: PostgreSQL compiled to WebAssembly behind an ordinary socket, as a process of its own, so that
 * the product talks to it as to any other server. `DATA_DIR` (.data) keeps what is in it; one process at a time.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { guardPipelines } from "./database-pipelines";
import { lockFolder } from "./folder-lock";

/** The product's pool of ten, and room for scripts beside it. */
const MAX_CONNECTIONS = 60;

const folder = process.env.DATA_DIR || ".data";
const lock = await takeFolder();
if (!lock.isOurs) {
  console.error(
    `The embedded database in ${folder} is already running (process ${lock.holder}). Stop the other one, or choose another folder with DATA_DIR.`,
  );
  process.exit(1);
}
const { release } = lock;

const database = await openFolder();
const server = new PGLiteSocketServer({
  db: guardPipelines(database, (error) => void stop(`The embedded database failed: ${error}`)),
  host: "127.0.0.1",
  port: 0,
  maxConnections: MAX_CONNECTIONS,
});
await server.start();

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// Whoever started us is gone.
process.on("disconnect", () => void stop());
console.log(`The embedded database is ready at postgresql://postgres@${server.getServerConn()}/postgres`);

let isStopping = false;

async function stop(reason?: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (reason) console.error(reason);
  await server.stop();
  if (!reason) await database.close();
  await release();
  process.exit(reason ? 1 : 0);
}

async function takeFolder() {
  try {
    await mkdir(folder, { recursive: true });
    return await lockFolder(join(folder, "database.lock"));
  } catch (error) {
    console.error(
      `The embedded database cannot write in ${folder} (${(error as Error).message}). Give this user the right to, or choose another folder with DATA_DIR.`,
    );
    process.exit(1);
  }
}

async function openFolder(): Promise<PGlite> {
  try {
    return await PGlite.create(join(folder, "database"));
  } catch (error) {
    console.error(
      `The embedded database in ${folder} does not start: ${(error as Error).message || error}. Is there room on the disk? The folder has been left as it was.`,
    );
    await release();
    process.exit(1);
  }
}
