import { SOCIETY_NAME } from "@/demo/settings";
import type { Environment } from "@/lib/foundation/env";
import type { SealCheck } from "@/lib/foundation/sealing/check";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { findFaults } from "@/lib/staff/health/system";
import { listWarnings, sayFault } from "@/lib/staff/health/wording";
import type { Advice, Asked, Facts, SocietyFacts } from "./diagnosis";

/** Checks the product's own tables: the same as the page System, and whatever matters before the first visitor. */
export function adviseOnSociety({ society }: Facts, environment: Environment): Advice[] {
  if (!society) return [];
  if ("failure" in society) {
    const remedy = "Check the server's log, and that the role can read all tables.";
    return [{ level: "wrong", what: `The tables could not be read: ${society.failure}`, remedy }];
  }
  const facts = society.answer;
  return [
    ...adviseOnSeals(facts.seals),
    ...adviseOnAilments(facts),
    ...adviseOnAdmins(facts, environment),
    ...adviseOnSettings(facts, environment),
  ];
}

function adviseOnSeals(seals: Asked<SealCheck[]>): Advice[] {
  if ("failure" in seals) {
    const what = `Could not check whether WORDS_KEYS can decrypt everything: ${seals.failure}`;
    return [{ level: "warning", what, remedy: "Run the doctor again when the database is less busy." }];
  }
  return seals.answer
    .filter(({ opens }) => !opens)
    .map(({ column, key, texts }) => ({
      level: "wrong",
      what: `WORDS_KEYS cannot decrypt ${column}: ${texts} encrypted with the key "${key}".`,
      remedy: "Add that old key at the end of WORDS_KEYS. Without it, those texts are lost.",
    }));
}

function adviseOnAilments({ system, setup, now }: SocietyFacts): Advice[] {
  // This command has only just started, so its own scheduler says nothing about the product's.
  const asServed = { ...setup, startedAt: new Date(0) };
  return findFaults(system, asServed, now)
    .filter((fault) => fault === "sweep-late" || fault === "mail-stuck")
    .map((fault) => ({
      level: fault === "sweep-late" && setup.scheduler === "external" ? "wrong" : "warning",
      what: sayFault(fault),
      remedy: setup.scheduler === "internal" ? "Is the product running?" : "See the last runs on /admin/system.",
    }));
}

function adviseOnAdmins({ admins }: SocietyFacts, { isDemonstration }: Environment): Advice[] {
  if (admins > 0 || isDemonstration) return [];
  const what = "There is no administrator yet, so nobody can change the settings.";
  const remedy = "Run npm run staff -- 100006 admin with the membership number of the first one, before or after they sign in.";
  return [{ level: "warning", what, remedy }];
}

function adviseOnSettings({ settings, setup }: SocietyFacts, { isDemonstration }: Environment): Advice[] {
  if (!settings) {
    const remedy = "They were saved by another version, or edited by hand. Look at the row in the table settings.";
    return [{ level: "wrong", what: "The stored settings cannot be read.", remedy }];
  }
  const advice: Advice[] = listWarnings(setup, settings).map((what) => ({
    level: what.startsWith("APP_URL") ? "wrong" : "warning",
    what,
    remedy: what.includes("_") ? ".env.example says more." : "An administrator can change it under Settings.",
  }));
  const { name } = settings.society;
  if (!isDemonstration && name === SOCIETY_NAME) {
    const what = `The society is still called ${name}: this is the demonstration database, whose passwords are public.`;
    advice.push({ level: "wrong", what, remedy: "Start with an empty database." });
  }
  if (!isDemonstration && name === DEFAULT_SETTINGS.society.name) {
    advice.push({
      level: "warning",
      what: `The society is called "${name}".`,
      remedy: "An administrator can change it under Settings.",
    });
  }
  return advice;
}
