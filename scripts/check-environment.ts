/**
 * Reads the environment as the product will and tries its database, before anything starts. Prints what `npm start` needs to know,
 * or everything that is wrong at once. The
 * embedded database and the demonstration's secrets may still be missing, because `npm start` provides them.
 */
import { EnvironmentError, isForDemonstration, readEnvironment } from "@/lib/foundation/env";
import { isWholeUrl } from "@/lib/foundation/service-url";
import { findDatabaseFault } from "./try-database";

const given = process.env;
/** On this machine, as the embedded database will be: one elsewhere would have to have TLS. */
const EMBEDDED = "postgresql://localhost/embedded";
const UNNAMED_SECRET = "the start makes a secret for the demonstration";
const UNNAMED_KEYS = `start:${Buffer.alloc(32).toString("base64")}`;

/** The database is tried even if other variables are wrong. */
const isTried = given.DATABASE_URL?.startsWith("postgres") && isWholeUrl(given.DATABASE_URL);
const fault = isTried ? await findDatabaseFault(given.DATABASE_URL ?? "") : null;

try {
  const { PORT, SOCIETY_PORT, APP_URL, SIGN_IN, isDemonstration } = readEnvironment({
    ...given,
    DATABASE_URL: given.DATABASE_URL || EMBEDDED,
    ...(isForDemonstration(given)
      ? { AUTH_SECRET: given.AUTH_SECRET || UNNAMED_SECRET, WORDS_KEYS: given.WORDS_KEYS || UNNAMED_KEYS }
      : {}),
  });
  if (fault) throw new EnvironmentError([]);
  console.log(JSON.stringify({ PORT, SOCIETY_PORT, APP_URL, SIGN_IN, isDemonstration }));
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(new EnvironmentError(fault ? [fault, ...error.problems] : error.problems).message);
  process.exitCode = 1;
}
