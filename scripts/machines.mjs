import { findFreePort } from "./ports.mjs";
import { startNext } from "./product.mjs";
import { runTypeScript } from "./run.mjs";

const MACHINES = 2;
/** Stays on a server that TEST_DATABASE_URL names, with nothing to serve. */
const SERVING_ROLE = "connect_serving";

/**
 * The product as on several machines: processes that share nothing but the database, which they reach through PgBouncer, as a role
 * that may read and write rows alone; and a balancer at APP_URL that gives each request to the next of them.
 */
export async function startMachines(children, facts, env) {
  const serving = await permitServing(env);
  const pooled = await children.start("The pooler", ["scripts/pooler.mjs"], { DATABASE_URL: serving }, findAddress);
  const ports = [];
  for (let i = 0; i < MACHINES; i++) {
    const port = await findFreePort();
    await startNext(children, { ...facts, PORT: port }, { ...env, PORT: String(port), DATABASE_URL: pooled });
    ports.push(port);
  }
  await children.start("The balancer", ["scripts/balancer.mjs", facts.PORT, ...ports], {}, isAnnounced);
}

/** The database's address for a role that may serve and no more. */
async function permitServing(env) {
  const said = await runTypeScript("Creating the serving role", "testing/serving-role.ts", { env: { ...env, SERVING_ROLE } });
  return findAddress(said);
}

function findAddress(said) {
  return /is ready at (postgresql:\S+)/.exec(said)?.[1];
}

function isAnnounced(said) {
  return said.includes("is ready at");
}
