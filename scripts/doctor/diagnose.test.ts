import { describe, expect, it } from "vitest";
import { readEnvironment } from "@/lib/foundation/env";
import { Settings } from "@/lib/society/settings/settings";
import { diagnose } from "./diagnose";
import type { DatabaseFacts, Facts, SocietyFacts } from "./diagnosis";

const NOW = new Date("2026-03-02T10:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const random = (from: number) => Buffer.from(Array.from({ length: 32 }, (_, i) => (from + i * 41) % 256)).toString("base64");
const ISSUER = "https://society.test";
const VARIABLES = {
  DATABASE_URL: "postgresql://connect@db.society.test/connect?sslmode=verify-full",
  APP_URL: "https://mentoring.society.test",
  AUTH_SECRET: random(1),
  WORDS_KEYS: `first:${random(2)}`,
  OIDC_ISSUER: ISSUER,
  OIDC_CLIENT_ID: "connect",
  OIDC_CLIENT_SECRET: "between the two",
  MAIL_TRANSPORT: "resend",
  MAIL_FROM: "Connect <connect@society.test>",
  RESEND_API_KEY: "re_1",
  RESEND_WEBHOOK_SECRET: "whsec_abc=",
  SCHEDULER: "external",
  CRON_SECRET: random(3),
};
const DATABASE: DatabaseFacts = {
  version: 150_004,
  encoding: "UTF8",
  isSuperuser: false,
  mayChangeAudit: false,
  isElsewhere: true,
  isEncrypted: true,
  isVerified: true,
  pooling: "none",
  aheadMilliseconds: -1500,
};
const MIGRATIONS = { here: ["1_one", "2_two"], applied: ["1_one", "2_two"], failed: [] as string[] };
const SOCIETY: SocietyFacts = {
  system: {
    database: { version: "15.4", bytes: 1, applied: MIGRATIONS.applied, failed: [], bornAt: minutesAgo(9999) },
    canWrite: true,
    lastSweep: { startedAt: minutesAgo(60), finishedAt: minutesAgo(60), counts: {} },
    hasSweepStopped: false,
    backlog: [],
    mail: { waiting: 0, untriedSince: null, triedSince: null, failed: 0 },
    findings: [],
  },
  setup: {
    version: "1.0.0",
    commit: null,
    signIn: "federated",
    mailTransport: "resend",
    mailFrom: VARIABLES.MAIL_FROM,
    scheduler: "external",
    hasCronSecret: true,
    isDemonstration: false,
    appUrl: VARIABLES.APP_URL,
    wordsKeys: ["first"],
    migrations: MIGRATIONS.here,
    startedAt: NOW,
  },
  now: NOW,
  admins: 1,
  settings: Settings.parse({
    society: { name: "The Society", websiteUrl: "https://society.test/", renewUrl: "https://society.test/renew" },
    support: { email: "help@society.test" },
  }),
  seals: { answer: [{ column: "messages.body", key: "first", texts: 3, opens: true }] },
};
const DISCOVERY = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  userinfo_endpoint: `${ISSUER}/userinfo`,
  jwks_uri: `${ISSUER}/keys`,
  code_challenge_methods_supported: ["S256"],
  scopes_supported: ["openid", "profile", "email", "membership"],
  claims_supported: ["sub", "name", "email", "membership_number", "membership_standing"],
};
const RESEND = { status: 200, problem: null, domains: [{ name: "society.test", status: "verified" }] };
const WELL: Facts = {
  environment: readEnvironment(VARIABLES),
  node: "24.1.0",
  today: "2026-11-28",
  build: "current",
  database: { answer: DATABASE },
  migrations: MIGRATIONS,
  society: { answer: SOCIETY },
  discovery: { answer: DISCOVERY },
  secret: { answer: { status: 400, error: "invalid_grant" } },
  resend: { answer: RESEND },
  smtp: null,
  online: { answer: { status: 200, hasTransportSecurity: true } },
};

const withVariables = (changed: Record<string, string>) => ({ environment: readEnvironment({ ...VARIABLES, ...changed }) });
const withDatabase = (changed: Partial<DatabaseFacts>) => ({ database: { answer: { ...DATABASE, ...changed } } });
const withSociety = (changed: Partial<SocietyFacts>) => ({ society: { answer: { ...SOCIETY, ...changed } } });
const withDiscovery = (changed: object) => ({ discovery: { answer: { ...DISCOVERY, ...changed } } });
const withMigrations = (changed: object) => ({ migrations: { ...MIGRATIONS, ...changed } });
const swept = (minutes: number) => ({
  system: { ...SOCIETY.system, lastSweep: { startedAt: minutesAgo(minutes), finishedAt: minutesAgo(minutes), counts: {} } },
});
const named = (name: string) => ({
  settings: Settings.parse({ ...SOCIETY.settings, society: { ...SOCIETY.settings?.society, name } }),
});
const withSmtp = (smtp: Facts["smtp"]) => ({
  ...withVariables({ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://mail.society.test", RESEND_WEBHOOK_SECRET: "" }),
  resend: null,
  smtp,
});
const smtpFailed = (at: "address" | "connection" | "tls" | "login" | "greeting") => ({
  answer: { isWell: false as const, at, says: "as it said" },
});
const failure = { failure: "connect ECONNREFUSED" };

describe("the doctor", () => {
  it("has nothing to say where all is well", () => expect(diagnose(WELL)).toEqual([]));

  it("has nothing to say of a mail server that is well", () =>
    expect(diagnose({ ...WELL, ...withSmtp({ answer: { isWell: true } }) })).toEqual([]));

  const sayings: [Partial<Facts>, string][] = [
    [{ environment: { problems: ["PORT should be a port number"] } }, "wrong: PORT should be a port number."],
    [{ node: "20.18.3" }, "wrong: Node is 20.18.3"],
    [{ node: "18.20.0" }, "wrong: Node is 18.20.0"],
    [{ node: "20.20.2" }, "warning: Node 20.20.2 has had no security fixes since 2026-04-30."],
    [{ node: "24.1.0", today: "2028-05-01" }, "warning: Node 24.1.0 has had no security fixes since 2028-04-30."],
    [{ build: "none" }, "warning: The product has not been built"],
    [{ build: "other" }, "warning: The build here was made from other sources"],
    [withVariables({ AUTH_SECRET: "ab".repeat(20) }), "wrong: AUTH_SECRET is easy to guess"],
    [withVariables({ AUTH_SECRET_BEFORE: VARIABLES.AUTH_SECRET }), "wrong: Two of AUTH_SECRET, AUTH_SECRET_BEFORE"],
    [withVariables({ CRON_SECRET: `${random(9)}changeme` }), "wrong: CRON_SECRET is easy to guess"],
    [withVariables({ REGISTER_TOKEN: VARIABLES.AUTH_SECRET }), "wrong: Two of AUTH_SECRET, CRON_SECRET, REGISTER_TOKEN"],
    [withVariables({ WORDS_KEYS: `x:${Buffer.alloc(32, 7).toString("base64")}` }), 'wrong: The key "x" of WORDS_KEYS'],
    [{ database: failure }, "wrong: The database is not responding: connect ECONNREFUSED"],
    [withDatabase({ version: 149_999 }), "wrong: The database is PostgreSQL 14"],
    [withDatabase({ encoding: "LATIN1" }), "wrong: The database is in LATIN1"],
    [withDatabase({ aheadMilliseconds: 3100 }), "warning: The clocks of this machine and the database are 3 s apart"],
    [withDatabase({ isEncrypted: false, isVerified: false }), "warning: The database is on another machine and the connection"],
    [
      withDatabase({ isVerified: false }),
      "warning: The connection to the database is encrypted, but its certificate is not verified",
    ],
    [withDatabase({ pooling: "transaction" }), "note: There is a connection pooler in front of the database"],
    [withDatabase({ pooling: "statement" }), "wrong: The connection pooler in front of the database splits up transactions"],
    [withDatabase({ isSuperuser: true, mayChangeAudit: true }), "warning: The role in DATABASE_URL is a superuser"],
    [withDatabase({ mayChangeAudit: true }), "note: The role in DATABASE_URL owns audit_events"],
    [withMigrations({ applied: [] }), "wrong: The database is empty"],
    [withMigrations({ applied: ["1_one"] }), "wrong: The database is missing 2_two"],
    [withMigrations({ failed: ["2_two"] }), "wrong: A migration started but did not finish: 2_two"],
    [withMigrations({ here: ["1_one"] }), "warning: The database has migrations that this version does not know: 2_two"],
    [{ society: failure }, "wrong: The tables could not be read"],
    [
      withSociety({ seals: { answer: [{ column: "messages.body", key: "old", texts: 9, opens: false }] } }),
      'wrong: WORDS_KEYS cannot decrypt messages.body: 9 encrypted with the key "old"',
    ],
    [withSociety({ seals: failure }), "warning: Could not check whether WORDS_KEYS can decrypt everything"],
    [withSociety(swept(61)), "wrong: The sweep has not run for more than an hour"],
    [
      withSociety({ ...swept(61), setup: { ...SOCIETY.setup, scheduler: "internal" } }),
      "warning: The sweep has not run for more than an hour",
    ],
    [withSociety({ admins: 0 }), "warning: There is no administrator yet"],
    [withSociety({ settings: null }), "wrong: The stored settings cannot be read"],
    [withSociety(named("Institute of Applied Practice")), "wrong: The society is still called Institute of Applied Practice"],
    [withSociety(named("Our society")), 'warning: The society is called "Our society"'],
    [
      withSociety({ settings: Settings.parse({ ...SOCIETY.settings, support: {} }) }),
      "warning: There is no e-mail address or phone number for help",
    ],
    [{ discovery: failure }, "wrong: The society's sign-in has no readable discovery document: connect ECONNREFUSED"],
    [
      withDiscovery({ issuer: `${ISSUER}/` }),
      "wrong: The society's sign-in gives its issuer as https://society.test/, but OIDC_ISSUER",
    ],
    [withDiscovery({ userinfo_endpoint: undefined }), "wrong: The society's sign-in does not list a userinfo_endpoint"],
    [withDiscovery({ token_endpoint: "http://society.test/token" }), "wrong: Its token_endpoint is not https"],
    [
      withDiscovery({ code_challenge_methods_supported: ["plain"] }),
      "warning: The society's sign-in does not list support for PKCE",
    ],
    [
      withDiscovery({ scopes_supported: ["openid", "profile", "membership"] }),
      'warning: The society\'s sign-in does not list the scope "email"',
    ],
    [withVariables({ OIDC_SCOPE: "openid members" }), 'warning: The society\'s sign-in does not list the scope "members"'],
    [
      withDiscovery({ id_token_signing_alg_values_supported: ["HS256", "none"] }),
      "wrong: The society's sign-in lists no algorithm that we accept for ID tokens, only HS256, none",
    ],
    [
      withDiscovery({ token_endpoint_auth_methods_supported: ["private_key_jwt"] }),
      "wrong: We send OIDC_CLIENT_SECRET by client_secret_basic, but the society's sign-in lists only private_key_jwt",
    ],
    [{ secret: failure }, "wrong: The society's token endpoint is not responding: connect ECONNREFUSED"],
    [{ secret: { answer: { status: 401 } } }, "wrong: The society's sign-in does not accept OIDC_CLIENT_ID"],
    [
      { secret: { answer: { status: 400, error: "invalid_client" } } },
      "wrong: The society's sign-in does not accept OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, sent by client_secret_basic",
    ],
    [{ secret: { answer: { status: 503 } } }, "warning: The society's token endpoint answers 503"],
    [
      withDiscovery({ claims_supported: ["sub", "name", "email", "membership_number"] }),
      'warning: The society\'s sign-in does not list the claim "membership_standing"',
    ],
    [{ resend: failure }, "warning: Resend is not responding"],
    [
      { resend: { answer: { status: 401, problem: "restricted_api_key", domains: [] } } },
      "note: RESEND_API_KEY only has permission to send",
    ],
    [
      { resend: { answer: { status: 400, problem: "validation_error", domains: [] } } },
      "wrong: Resend does not accept RESEND_API_KEY",
    ],
    [
      { resend: { answer: { status: 503, problem: null, domains: [] } } },
      "warning: Resend does not accept RESEND_API_KEY: it answered 503",
    ],
    [{ resend: { answer: { ...RESEND, domains: [] } } }, "wrong: Resend does not know society.test"],
    [
      { resend: { answer: { ...RESEND, domains: [{ name: "society.test", status: "pending" }] } } },
      "wrong: Resend has not verified society.test, the domain of MAIL_FROM. Its status is pending",
    ],
    [withVariables({ MAIL_FROM: "Connect <connect@localhost>" }), "wrong: MAIL_FROM contains no address"],
    [withSmtp({ failure: "no answer within 8 s" }), "warning: The mail server in SMTP_URL is not responding: no answer"],
    [withSmtp(smtpFailed("connection")), "warning: The mail server in SMTP_URL is not responding: as it said"],
    [withSmtp(smtpFailed("address")), "wrong: The host in SMTP_URL is not known: as it said"],
    [withSmtp(smtpFailed("tls")), "wrong: The connection to the mail server in SMTP_URL is not secure"],
    [withSmtp(smtpFailed("login")), "wrong: The mail server does not accept the user and password in SMTP_URL"],
    [withSmtp(smtpFailed("greeting")), "wrong: The mail server in SMTP_URL refuses to talk to this machine"],
    [withVariables({ RESEND_WEBHOOK_SECRET: "" }), "warning: RESEND_WEBHOOK_SECRET is not set"],
    [{ online: failure }, "wrong: APP_URL is not responding"],
    [{ online: { answer: { status: 503, hasTransportSecurity: true } } }, "wrong: The product reports that it is not healthy"],
    [{ online: { answer: { status: 308, hasTransportSecurity: true } } }, "wrong: APP_URL/api/health answers 308"],
    [
      { online: { answer: { status: 200, hasTransportSecurity: false } } },
      "warning: Responses have no Strict-Transport-Security header",
    ],
  ];
  it.each(sayings.map(([changed, sentence]) => ({ changed, sentence })))(
    "$sentence, and what to do",
    ({ changed, sentence }) => {
      const advice = diagnose({ ...WELL, ...changed });
      expect(advice.map(({ level, what }) => `${level}: ${what}`)).toEqual([expect.stringContaining(sentence)]);
      expect(advice[0]?.remedy).toMatch(/\S{2,}.*[.?…;]$/);
    },
  );

  it.each<[Record<string, string>, object]>([
    [{}, { scopes_supported: ["openid", "profile", "email"] }],
    [{}, { token_endpoint_auth_methods_supported: ["client_secret_post"] }],
    [{}, { id_token_signing_alg_values_supported: ["none", "ES256"] }],
    [
      { OIDC_CLAIM_NUMBER: "extra.number", OIDC_STANDING_MISSING: "current" },
      { claims_supported: ["sub", "given_name", "family_name", "email", "extra"] },
    ],
  ])("has nothing to say of a provider that is otherwise, but fine: %o %o", (variables, discovery) => {
    expect(diagnose({ ...WELL, ...withVariables(variables), ...withDiscovery(discovery) })).toEqual([]);
  });

  it("says the worst first", () => {
    const advice = diagnose({ ...WELL, ...withDatabase({ pooling: "transaction", encoding: "LATIN1" }), build: "none" });
    expect(advice.map(({ level }) => level)).toEqual(["wrong", "warning", "note"]);
  });

  it("asks a provider that lists nothing for nothing more", () => {
    const silent = withDiscovery({ scopes_supported: undefined, claims_supported: undefined });
    expect(diagnose({ ...WELL, ...silent })).toEqual([]);
  });
});
