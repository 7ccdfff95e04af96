import type { z } from "zod";
import { type KeyRing, readKeyRing } from "./sealing/words-keys";
import { isDatabaseInTheOpen, isLoopback, isSafe } from "./this-machine";
import { Variables } from "./variables";

export interface Environment extends z.infer<typeof Variables> {
  APP_URL: string;
  /**
   * No real society is configured, so this is the demonstration with its membership website, mailbox and time machine. It only
   * runs on an address of this machine.
   */
  isDemonstration: boolean;
  oidc: { issuer: string; clientId: string; clientSecret: string };
  wordsKeys: KeyRing;
  /** AUTH_SECRET, which makes what is new, and behind it the one before, while that still opens what it made. */
  authSecrets: string[];
}

/** Our client at the demonstration's membership website. */
export const DEMO_CLIENT = { id: "connect", secret: "the-demonstration-has-no-secrets" };

/**
 * Reads the variables, all of them at once.
 * @throws EnvironmentError that names each wrong variable and says what it should be.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const { values, wrong } = readEach(source);
  const appUrl = (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, "");
  const isDemonstration = isForDemonstration(source);
  const problems = [];
  if (!isDemonstration && values.SIGN_IN === "federated") {
    if (!values.OIDC_ISSUER)
      problems.push("OIDC_ISSUER should be the address of the society's sign-in, because APP_URL is public");
    if (!values.OIDC_CLIENT_ID) problems.push("OIDC_CLIENT_ID should be the client id that the society's sign-in has given us");
    if (!values.OIDC_CLIENT_SECRET) problems.push("OIDC_CLIENT_SECRET should be the secret that belongs to OIDC_CLIENT_ID");
  }
  for (const [name, address] of Object.entries({
    APP_URL: appUrl,
    OIDC_ISSUER: values.OIDC_ISSUER,
    REGISTER_URL: values.REGISTER_URL,
    LEAKED_PASSWORDS_URL: values.LEAKED_PASSWORDS_URL,
  })) {
    if (address && !isSafe(address)) {
      problems.push(`${name} should begin with https://, because it is not on this machine`);
    }
  }
  if (isDatabaseInTheOpen(values.DATABASE_URL) && values.DATABASE_TLS !== "off") {
    problems.push(
      "DATABASE_URL should have ?sslmode=verify-full, because the database is on another machine; set DATABASE_TLS to off if the network between the two is closed",
    );
  }
  if (new URL(appUrl).pathname !== "/") problems.push("APP_URL should have no path: the product needs a host of its own");
  if (!isDemonstration && !source.MAIL_TRANSPORT) {
    problems.push("MAIL_TRANSPORT should be resend or smtp, or capture if no e-mails should be sent");
  }
  if (values.MAIL_TRANSPORT !== "capture" && !source.MAIL_FROM) {
    problems.push("MAIL_FROM should be an address that the society may send from");
  }
  if (values.MAIL_TRANSPORT === "resend" && !values.RESEND_API_KEY) {
    problems.push("RESEND_API_KEY should be set, because MAIL_TRANSPORT is resend");
  }
  if (values.MAIL_TRANSPORT === "smtp" && !values.SMTP_URL) {
    problems.push("SMTP_URL should be the address of your mail server, because MAIL_TRANSPORT is smtp");
  }
  for (const name of ["RESEND_API_KEY", "RESEND_WEBHOOK_SECRET"] as const) {
    if (values.CALENDAR_REPLIES_TO && !values[name]) {
      problems.push(
        `${name} should be set, because calendars answer to CALENDAR_REPLIES_TO, where Resend receives mail for us`,
      );
    }
  }
  if (values.SCHEDULER === "external" && !values.CRON_SECRET) {
    problems.push("CRON_SECRET should be set, because SCHEDULER is external");
  }
  const wordsKeys = readKeyRing(values.WORDS_KEYS);
  const all = [...wrong.values(), ...problems.filter((problem) => !wrong.has(problem.split(" ", 1)[0] ?? ""))];
  if (all.length > 0 || !wordsKeys) throw new EnvironmentError(all);
  return {
    ...values,
    APP_URL: appUrl,
    isDemonstration,
    wordsKeys,
    authSecrets: [values.AUTH_SECRET, values.AUTH_SECRET_BEFORE].filter((secret) => secret !== undefined),
    oidc: {
      issuer: values.OIDC_ISSUER ?? `http://localhost:${values.SOCIETY_PORT}`,
      clientId: values.OIDC_CLIENT_ID ?? DEMO_CLIENT.id,
      clientSecret: values.OIDC_CLIENT_SECRET ?? DEMO_CLIENT.secret,
    },
  };
}

/** No society of its own, and an address of this machine, or none that can be read. */
export function isForDemonstration({ OIDC_ISSUER, APP_URL }: Record<string, string | undefined>): boolean {
  return !OIDC_ISSUER && (!APP_URL || !URL.canParse(APP_URL) || isLoopback(APP_URL));
}

/** Stands for a variable that is wrong and has no default, so that the others can be read. */
const STAND_IN: Readonly<Record<string, string>> = {
  DATABASE_URL: "postgresql://localhost/",
  AUTH_SECRET: "-".repeat(32),
  WORDS_KEYS: `none:${Buffer.alloc(32).toString("base64")}`,
};

/** Each variable by itself, and a sentence for each that is wrong. */
function readEach(source: Record<string, string | undefined>) {
  const parsed = Variables.safeParse(source);
  if (parsed.success) return { values: parsed.data, wrong: new Map<string, string>() };
  const wrong = new Map(parsed.error.issues.map(({ path, message }) => [String(path[0]), `${path.join(".")} ${message}`]));
  const stoodIn = Object.fromEntries([...wrong.keys()].map((name) => [name, STAND_IN[name]]));
  return { values: Variables.parse({ ...source, ...stoodIn }), wrong };
}

export class EnvironmentError extends Error {
  constructor(readonly problems: string[]) {
    super(`The environment is not set up correctly:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

let kept: Environment | undefined;

/** The environment of this process. */
export function env(): Environment {
  kept ??= readEnvironment(process.env);
  return kept;
}

/**
 * For a process that serves: if the environment is wrong, prints why and exits. Next would otherwise answer every request with
 * an error.
 */
export function envOrEnd(): Environment {
  try {
    return env();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
