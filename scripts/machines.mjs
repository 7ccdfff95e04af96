import { findFreePort } from "./ports.mjs";
import { startNext } from "./product.mjs";
import { runTypeScript } from "./run.mjs";

const MACHINES = 2;
/** The role remains on the server in TEST_DATABASE_URL, but its database is gone. */
const SERVING_ROLE = "connect_serving";

/**
 * The product as on several machines: processes that share only the database, which they reach through PgBouncer with a serving
 * role, and a round-robin balancer at APP_URL.
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

/** The database's address for a role with only the rights to serve. */
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
