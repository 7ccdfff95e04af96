/**
 * `npm run staff -- 100006 admin`: makes the member with this number staff or an administrator, or, with none, neither any more,
 * in the database in DATABASE_URL. Somebody who has not signed in yet gets the rights when they do.
 * `npm run staff -- 100006 coordinator "Returners"` names a coordinator of one programme, `reader` somebody who reads figures: of a
 * programme, or of the whole society where none is given. `none` takes these rights away too.
 * `npm run staff -- 100006 without-second-step` takes away the second step of a member who has lost it.
 */
import { existsSync } from "node:fs";
import { env } from "@/lib/foundation/env";
import { readNow } from "@/lib/people/auth/now";
import { appoint, removeSecondStep } from "@/lib/staff/appointing/commands";
import { appointForProgramme, takeProgrammesAway } from "@/lib/staff/appointing/for-programmes";
import { type ProgrammeOrder, readOrder, readProgrammeOrder, readSecondStepOrder } from "@/lib/staff/appointing/input";
import {
  sayAppointed,
  sayAppointingRefusal,
  sayNamedForProgramme,
  sayProgrammeRefusal,
  sayProgrammesTaken,
  saySecondStepRefusal,
  sayWithoutSecondStep,
} from "@/lib/staff/appointing/wording";
import { findDatabaseFault } from "./try-database";

if (existsSync(".env")) process.loadEnvFile(".env");
process.exit(await run(process.argv.slice(2)));

async function run(words: string[]): Promise<number> {
  const without = readSecondStepOrder(words);
  if (without !== null) return removeSecondStepOf(without);
  const forProgramme = readProgrammeOrder(words);
  if (forProgramme) return "problem" in forProgramme ? fail(forProgramme.problem) : nameForProgramme(forProgramme);
  const order = readOrder(words);
  if ("problem" in order) return fail(order.problem);
  try {
    const fault = await findDatabaseFault(env().DATABASE_URL);
    if (fault) return fail(`${fault}.`);
    const now = await readNow();
    const result = await appoint(order, env().SIGN_IN === "local", now);
    const taken = order.staff === "none" ? await takeProgrammesAway(order.number, now) : 0;
    if (taken > 0) console.log(sayProgrammesTaken(taken, order.number));
    if (taken > 0 && !result.ok) return 0;
    if (!result.ok) return fail(sayAppointingRefusal(result.reason, order));
    console.log(sayAppointed(result.value, order));
    return 0;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function nameForProgramme(order: ProgrammeOrder): Promise<number> {
  try {
    const fault = await findDatabaseFault(env().DATABASE_URL);
    if (fault) return fail(`${fault}.`);
    const result = await appointForProgramme(order, await readNow());
    if (!result.ok) return fail(sayProgrammeRefusal(result.reason, order));
    console.log(sayNamedForProgramme(result.value, order));
    return 0;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function removeSecondStepOf(number: string): Promise<number> {
  try {
    const fault = await findDatabaseFault(env().DATABASE_URL);
    if (fault) return fail(`${fault}.`);
    const result = await removeSecondStep(number, await readNow());
    if (!result.ok) return fail(saySecondStepRefusal(result.reason, number));
    console.log(sayWithoutSecondStep(result.value, number));
    return 0;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}
