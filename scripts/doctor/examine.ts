import { type Environment, EnvironmentError, readEnvironment } from "@/lib/foundation/env";
import { ask } from "./ask";
import { type Discovery, type Facts, isEnvironment } from "./diagnosis";
import { examineDatabase } from "./examine-database";
import { examineAddress, examineResend, examineSignIn } from "./examine-elsewhere";
import { examineSmtp } from "./examine-smtp";

type Variables = Record<string, string | undefined>;
type Asking = { build: Facts["build"]; isOnline: boolean };

/**
 * Collects all facts that can be collected: a wrong environment does not prevent checking the database, nor a missing database
 * the sign-in. `isOnline` also requests APP_URL.
 */
export async function examine(variables: Variables, { build, isOnline }: Asking): Promise<Facts> {
  const environment = readVariables(variables);
  const given = isEnvironment(environment) ? environment : null;
  const [reached, signIn, resend, smtp, online] = await Promise.all([
    reachDatabase(variables.DATABASE_URL),
    given && given.SIGN_IN === "federated" && !given.isDemonstration ? reachSignIn(given) : null,
    given?.MAIL_TRANSPORT === "resend" ? ask(() => examineResend(given.RESEND_API_KEY ?? "")) : null,
    given?.MAIL_TRANSPORT === "smtp" ? ask(() => examineSmtp(given.SMTP_URL ?? "")) : null,
    given && isOnline ? ask(() => examineAddress(given.APP_URL)) : null,
  ]);
  const database = reached && ("answer" in reached ? { answer: reached.answer.facts } : reached);
  const migrations = reached && "answer" in reached ? reached.answer.migrations : null;
  const society = given && migrations && isComplete(migrations) ? await askSociety() : null;
  return {
    environment,
    node: process.versions.node,
    today: new Date().toISOString().slice(0, 10),
    build,
    database,
    migrations,
    society,
    discovery: signIn?.discovery ?? null,
    secret: signIn?.secret ?? null,
    resend,
    smtp,
    online,
  };
}

function readVariables(variables: Variables): Environment | { problems: string[] } {
  try {
    return readEnvironment(variables);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { problems: error.problems };
  }
}

function reachDatabase(url: string | undefined) {
  return url && /^postgres(ql)?:\/\//.test(url) ? ask(() => examineDatabase(url)) : null;
}

/** Its discovery document, and then whether it accepts our secret. */
async function reachSignIn({ oidc }: Environment): Promise<Pick<Facts, "discovery" | "secret">> {
  const discovery = await ask(() => examineSignIn(oidc.issuer));
  return { discovery, secret: "answer" in discovery ? await ask(() => trySecret(discovery.answer)) : null };
}

/** A code that nobody issued is refused in any case: the question is whether that is for the code or for the secret. */
async function trySecret(told: Discovery) {
  const { askToken } = await import("./ask-token");
  const { status, error } = await askToken(told, "no-such-code", "0".repeat(43));
  return { status, error };
}

/** The product's own queries need the tables of this version. */
function isComplete({ here, applied }: NonNullable<Facts["migrations"]>): boolean {
  return here.every((name) => applied.includes(name));
}

/** Imported only now, because it needs a valid environment. Its parts have timeouts of their own. */
async function askSociety() {
  const { examineSociety } = await import("./examine-society");
  return ask(examineSociety, 150_000);
}
