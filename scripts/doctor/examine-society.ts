import { sweepSteps } from "@/lib/entrypoints/sweep-steps";
import { db } from "@/lib/foundation/db/client";
import { withLongStatements } from "@/lib/foundation/long-statements";
import { checkSeals } from "@/lib/foundation/sealing/check";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { readSetup, readSystem } from "@/lib/staff/health/queries";
import { ask } from "./ask";
import type { SocietyFacts } from "./diagnosis";

/** A monitor gives up sooner, but the doctor can wait for a database that has only just started. */
const PATIENCE_SECONDS = 30;
/** It reads all encrypted rows, of which an old society has many. */
const SEALS_MILLISECONDS = 120_000;

/** Facts from our own tables, which have to be those of this version. */
export async function examineSociety(): Promise<SocietyFacts> {
  const system = await readSystem(sweepSteps, { patience: PATIENCE_SECONDS });
  if (!system) throw new Error("the question of /api/health failed, or had no answer in time");
  const [setup, admins, stored, seals] = await Promise.all([
    readSetup(system.now),
    db().member.count({ where: { staff: "admin", status: "active" } }),
    db().settings.findUnique({ where: { id: 1 }, select: { values: true } }),
    ask(() => withLongStatements(checkSeals), SEALS_MILLISECONDS),
  ]);
  const settings = stored ? (Settings.safeParse(stored.values).data ?? null) : DEFAULT_SETTINGS;
  return { system: system.facts, setup, now: system.now, admins, settings, seals };
}
