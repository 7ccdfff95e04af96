import type { Environment } from "@/lib/foundation/env";
import type { Advice } from "./diagnosis";

/** A random secret of 32 characters or bytes hardly ever has fewer distinct ones. */
const FEWEST_SIGNS = 12;

/** Finds secrets in the right format that are still easy to guess, or used twice. */
export function adviseOnSecrets(environment: Environment): Advice[] {
  const { AUTH_SECRET, AUTH_SECRET_BEFORE, CRON_SECRET, REGISTER_TOKEN, REGISTER_URL_TOKEN, wordsKeys } = environment;
  const secrets = Object.entries({ AUTH_SECRET, AUTH_SECRET_BEFORE, CRON_SECRET, REGISTER_TOKEN, REGISTER_URL_TOKEN }).filter(
    ([, value]) => value !== undefined,
  );
  const advice: Advice[] = secrets
    .filter(
      ([, value = ""]) =>
        new Set(value).size < Math.min(FEWEST_SIGNS, value.length / 2) || /changeme|secret|password/i.test(value),
    )
    .map(([name]) => ({
      level: "wrong",
      what: `${name} is easy to guess.`,
      remedy: `Generate a random one: openssl rand -base64 33.`,
    }));
  for (const [name, key] of wordsKeys.keys) {
    if (new Set(key).size >= FEWEST_SIGNS) continue;
    const what = `The key "${name}" of WORDS_KEYS is not random.`;
    const remedy = `Put a random one in front (openssl rand -base64 32) and run npm run words:rotate.`;
    advice.push({ level: "wrong", what, remedy });
  }
  if (new Set(secrets.map(([, value]) => value)).size < secrets.length) {
    const what = `Two of ${secrets.map(([name]) => name).join(", ")} are the same.`;
    advice.push({
      level: "wrong",
      what,
      remedy: "Use a different secret for each, so that a leak of one does not expose the other.",
    });
  }
  return advice;
}
