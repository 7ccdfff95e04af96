import { findFreePort } from "./ports.mjs";
import { startNext } from "./product.mjs";

const MACHINES = 2;

/**
 * The product as on several machines: processes that share nothing but the database, which they reach through PgBouncer, and a
 * balancer at APP_URL that gives each request to the next of them.
 */
export async function startMachines(children, facts, env) {
  const pooled = await children.start("The pooler", ["scripts/pooler.mjs"], env, findPooler);
  const ports = [];
  for (let i = 0; i < MACHINES; i++) {
    const port = await findFreePort();
    await startNext(children, { ...facts, PORT: port }, { ...env, PORT: String(port), DATABASE_URL: pooled });
    ports.push(port);
  }
  await children.start("The balancer", ["scripts/balancer.mjs", facts.PORT, ...ports], {}, isAnnounced);
}

function findPooler(said) {
  return /is ready at (postgresql:\S+)/.exec(said)?.[1];
}

function isAnnounced(said) {
  return said.includes("is ready at");
}
