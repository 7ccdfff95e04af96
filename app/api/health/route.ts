import { isBearer } from "@/lib/entrypoints/secret";
import { countedSteps } from "@/lib/entrypoints/sweep-steps";
import { env } from "@/lib/foundation/env";
import { readSetup, readSystem } from "@/lib/staff/health/queries";
import { findFaults, pendingMigrations } from "@/lib/staff/health/system";

/** For a monitor: 200, or 503 when something is wrong. A stranger learns no more; with the scheduler's secret, what and why. */
export async function GET(request: Request): Promise<Response> {
  const system = await readSystem(countedSteps);
  // Without the database only the machine's clock is left, which is good enough here.
  const now = system?.now ?? new Date();
  const setup = await readSetup(now);
  const facts = system?.facts ?? null;
  const faults = findFaults(facts, setup, now);
  const ok = faults.length === 0;
  const details = isBearer(request, env().CRON_SECRET)
    ? { faults, now, setup, ...facts, pending: facts && pendingMigrations(facts, setup), findings: facts?.findings.length }
    : {};
  return Response.json({ ok, ...details }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
