import { z } from "zod";
import { readScannerAddress } from "./scanner";
import { readKeyRing } from "./sealing/words-keys";
import { ENCODE_PASSWORD, isWholeUrl, readSmtpUrl } from "./service-url";
import { isSafe } from "./this-machine";

/** An empty variable counts as unset, as in most shells and dashboards. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const PORT_RANGE = "should be a port number from 1 to 65535";
const PROXY_RANGE = "should be the number of trusted proxies in front of the product, from 0 to 9";
const port = z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(1, PORT_RANGE).max(65535, PORT_RANGE);
/** One of a few words; anything else is told which. */
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `should be ${words.join(" or ")}`);
/** Some words with commas or blanks between them. */
const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, "") && isSafe(text);
const url = z.url({ protocol: /^https?$/, message: "should be a web address such as https://mentoring.example.org" });

/** With or without a name. */
const ONE_ADDRESS = /^([^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;
const KEYS_MESSAGE = "should be a name, a colon and 32 random bytes in base64 (echo first:$(openssl rand -base64 32))";

/** Every variable that the product reads, as `.env.example` describes them. */
export const Variables = z.object({
  PORT: optional(port).transform((value) => value ?? 3000),
  SOCIETY_PORT: optional(port).transform((value) => value ?? 3001),
  DATABASE_URL: z
    .string({ message: "should be the address of a PostgreSQL database (npm start sets it for the embedded one)" })
    .regex(/^postgres(ql)?:\/\//, "should begin with postgresql://")
    // Catches a password with characters that should be percent-encoded, which otherwise change the meaning of the URL.
    .refine((text) => !text.startsWith("postgres") || isWholeUrl(text), ENCODE_PASSWORD),
  /** Off: a database on another machine may be reached without TLS, in a network that is closed. */
  DATABASE_TLS: optional(oneOf(["required", "off"])).transform((value) => value ?? "required"),
  SIGN_IN: optional(oneOf(["federated", "local"])).transform((value) => value ?? "federated"),
  OIDC_ISSUER: optional(url),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  /** Unset: those of our usual scopes that the society's discovery document lists. */
  OIDC_SCOPE: optional(
    z.string().refine((text) => list(text).includes("openid"), "should be scopes with blanks between them, openid among them"),
  ),
  /** Unset: what the discovery document lists. */
  OIDC_CLIENT_AUTH: optional(oneOf(["client_secret_basic", "client_secret_post"])),
  /** Sign-in or log-out at the society may lead over these, beside the addresses that the discovery document names. */
  OIDC_ORIGINS: optional(
    z
      .string()
      .refine(
        (text) => list(text).every(isOrigin),
        "should be addresses such as https://login.example.org with commas between them, each with https:// and without a path",
      ),
  ).transform((value) => list(value ?? "").map((text) => new URL(text).origin)),
  /** What a sign-in has to be for the staff pages: one of these classes (acr), or by one of these methods (amr). */
  OIDC_STAFF_ACR: optional(z.string()).transform((value) => list(value ?? "")),
  OIDC_STAFF_AMR: optional(z.string()).transform((value) => list(value ?? "")),
  OIDC_CLAIM_NUMBER: optional(z.string()).transform((value) => value ?? "membership_number"),
  OIDC_CLAIM_STANDING: optional(z.string()).transform((value) => value ?? "membership_standing"),
  OIDC_STANDING_CURRENT: optional(z.string()).transform((value) => value ?? "current"),
  /** What a sign-in means for which the society sends no standing. */
  OIDC_STANDING_MISSING: optional(oneOf(["refused", "register", "current"])).transform((value) => value ?? "refused"),
  /** Local accounts: a list of leaked passwords, which is asked for ranges of SHA-1 hashes. */
  LEAKED_PASSWORDS_URL: optional(url),
  TRUSTED_PROXIES: optional(z.coerce.number(PROXY_RANGE).int(PROXY_RANGE).min(0, PROXY_RANGE).max(9, PROXY_RANGE)).transform(
    (value) => value ?? 1,
  ),
  AUTH_SECRET: z
    .string({ message: "should be at least 32 random characters (openssl rand -base64 33)" })
    .min(32, "should be at least 32 random characters (openssl rand -base64 33)"),
  /** While AUTH_SECRET is being replaced: the one before. Cookies and links made with it stay valid, and no new ones are made with it. */
  AUTH_SECRET_BEFORE: optional(z.string().min(32, "should be the AUTH_SECRET of before, or nothing")),
  /** These keys encrypt what members write to each other. */
  WORDS_KEYS: z.string({ message: KEYS_MESSAGE }).refine((text) => readKeyRing(text) !== null, KEYS_MESSAGE),
  APP_URL: optional(url),
  MAIL_TRANSPORT: optional(oneOf(["capture", "resend", "smtp"])).transform((value) => value ?? "capture"),
  RESEND_API_KEY: optional(z.string()),
  SMTP_URL: optional(
    z.string().superRefine((text, context) => {
      const server = readSmtpUrl(text);
      if ("problem" in server) context.addIssue(server.problem);
    }),
  ),
  MAIL_FROM: optional(z.string().regex(ONE_ADDRESS, "should be an address such as Connect <connect@example.org>")).transform(
    (value) => value ?? "Connect <connect@example.org>",
  ),
  CRON_SECRET: optional(z.string().min(16, "should be at least 16 random characters")),
  /** These authenticate the membership system and the mail provider. Without them, their routes are closed. */
  REGISTER_TOKEN: optional(z.string().min(32, "should be at least 32 random characters (openssl rand -base64 33)")),
  /** Where the membership system offers the whole register, and the token that it asks of us. */
  REGISTER_URL: optional(url),
  REGISTER_URL_TOKEN: optional(z.string().regex(/^[\x21-\x7e]+$/, "should be a token without spaces")),
  RESEND_WEBHOOK_SECRET: optional(
    z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/, "should be the signing secret that Resend shows, whsec_…"),
  ),
  /** On a domain whose mail Resend receives. Where it is set, calendars can answer an invitation themselves. */
  CALENDAR_REPLIES_TO: optional(
    z
      .string()
      // With the token of a meeting, the part before the @ may have 64 characters.
      .regex(
        /^[\w.-]{1,21}@[a-z\d-]+(\.[a-z\d-]+)+$/i,
        "should be an address such as meetings@in.example.org, with no more than 21 characters before the @",
      ),
  ),
  /** Scans the PDFs that members send with requests for help. */
  CLAMD: optional(
    z.string().transform((text, context) => {
      const address = readScannerAddress(text);
      if (address) return address;
      context.addIssue(
        "should be a host and a port such as scanner:3310, or the path of a socket such as /run/clamav/clamd.ctl",
      );
      return z.NEVER;
    }),
  ),
  SCHEDULER: optional(oneOf(["internal", "external"])).transform((value) => value ?? "internal"),
  /** Read by next.config.ts; named here so that a wrong word is refused. */
  COMPRESSION: optional(oneOf(["internal", "external"])).transform((value) => value ?? "internal"),
  LOG_LEVEL: optional(oneOf(["debug", "info", "warn", "error", "silent"])).transform((value) => value ?? "info"),
});
