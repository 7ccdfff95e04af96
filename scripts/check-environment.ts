/**
 * Reads the environment as the product will, before anything starts, and prints what `npm start` needs to know. The embedded
 * database and the demonstration's secrets may still be missing, because `npm start` provides them.
 */
import { EnvironmentError, readEnvironment } from "@/lib/foundation/env";

const given = process.env;
const EMBEDDED = "postgresql://embedded";
const UNNAMED_SECRET = "the start makes a secret for the demonstration";
const UNNAMED_KEYS = `start:${Buffer.alloc(32).toString("base64")}`;

try {
  const variables = { ...given, DATABASE_URL: given.DATABASE_URL || EMBEDDED };
  const withSecret = readEnvironment({
    ...variables,
    AUTH_SECRET: given.AUTH_SECRET || UNNAMED_SECRET,
    WORDS_KEYS: given.WORDS_KEYS || UNNAMED_KEYS,
  });
  const { PORT, SOCIETY_PORT, APP_URL, SIGN_IN, isDemonstration } = withSecret.isDemonstration
    ? withSecret
    : readEnvironment(variables);
  console.log(JSON.stringify({ PORT, SOCIETY_PORT, APP_URL, SIGN_IN, isDemonstration }));
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
