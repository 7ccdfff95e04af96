import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type EnvironmentError, readEnvironment } from "./env";
import { isDatabaseInTheOpen } from "./this-machine";
import { Variables } from "./variables";

const ENOUGH = {
  DATABASE_URL: "postgresql://localhost/connect",
  AUTH_SECRET: "thirty-two characters, or a few more",
  WORDS_KEYS: `first:${Buffer.alloc(32, 1).toString("base64")}`,
};
const PUBLIC = {
  ...ENOUGH,
  APP_URL: "https://mentoring.example.org",
  OIDC_ISSUER: "https://society.example.org",
  OIDC_CLIENT_ID: "connect",
  OIDC_CLIENT_SECRET: "between the two",
  MAIL_TRANSPORT: "capture",
};

test("with nothing of a society configured it is the demonstration, on this machine", () => {
  expect(readEnvironment(ENOUGH)).toMatchObject({
    PORT: 3000,
    APP_URL: "http://localhost:3000",
    SIGN_IN: "federated",
    MAIL_TRANSPORT: "capture",
    SCHEDULER: "internal",
    isDemonstration: true,
    oidc: { issuer: "http://localhost:3001", clientId: "connect" },
  });
});

test("the demonstration's membership website is where SOCIETY_PORT says", () => {
  expect(readEnvironment({ ...ENOUGH, SOCIETY_PORT: "4001" }).oidc.issuer).toBe("http://localhost:4001");
});

test("a society of its own ends the demonstration", () => {
  expect(readEnvironment(PUBLIC)).toMatchObject({
    isDemonstration: false,
    oidc: { issuer: "https://society.example.org", clientId: "connect", clientSecret: "between the two" },
  });
  expect(readEnvironment({ ...PUBLIC, APP_URL: undefined }).isDemonstration).toBe(false);
});

test("a public address without a society's sign-in is refused, never a demonstration", () => {
  const { OIDC_ISSUER: _, ...withoutIssuer } = PUBLIC;
  expect(() => readEnvironment(withoutIssuer)).toThrow("OIDC_ISSUER should be");
});

test("with local accounts nothing of a society's sign-in is asked for", () => {
  expect(readEnvironment({ ...ENOUGH, SIGN_IN: "local" })).toMatchObject({ SIGN_IN: "local", isDemonstration: true });
  const { OIDC_ISSUER: _issuer, OIDC_CLIENT_ID: _id, OIDC_CLIENT_SECRET: _secret, ...without } = PUBLIC;
  expect(readEnvironment({ ...without, SIGN_IN: "local" })).toMatchObject({ SIGN_IN: "local", isDemonstration: false });
});

test("a society's sign-in on this machine needs no TLS", () => {
  expect(readEnvironment({ ...PUBLIC, OIDC_ISSUER: "http://127.0.0.1:8080" }).oidc.issuer).toBe("http://127.0.0.1:8080");
});

test("an empty variable counts as one that is not set", () => {
  expect(readEnvironment({ ...ENOUGH, PORT: "", OIDC_ISSUER: "", MAIL_TRANSPORT: "" })).toMatchObject({
    PORT: 3000,
    isDemonstration: true,
    MAIL_TRANSPORT: "capture",
  });
});

test("an address keeps no slash at its end", () => {
  expect(readEnvironment({ ...ENOUGH, APP_URL: "http://localhost:4000/" }).APP_URL).toBe("http://localhost:4000");
});

test("the origins of a society's sign-in are read with commas or blanks between them, and with a slash at the end", () => {
  const OIDC_ORIGINS = "https://login.example.org/, https://auth.example.org:8443 http://localhost:8080";
  expect(readEnvironment({ ...PUBLIC, OIDC_ORIGINS }).OIDC_ORIGINS).toEqual([
    "https://login.example.org",
    "https://auth.example.org:8443",
    "http://localhost:8080",
  ]);
  expect(readEnvironment(PUBLIC).OIDC_ORIGINS).toEqual([]);
});

const WRONG: [Record<string, string | undefined>, string][] = [
  [{ PORT: "abc" }, "PORT should be a port number"],
  [{ PORT: "70000" }, "PORT should be a port number"],
  [{ SOCIETY_PORT: "3.5" }, "SOCIETY_PORT should be a port number"],
  [{ DATABASE_URL: "mysql://localhost" }, "DATABASE_URL should begin with postgresql://"],
  [{ DATABASE_URL: "postgresql://connect:a/b#c@localhost:x/connect" }, "DATABASE_URL should be a valid URL; percent-encode"],
  [{ DATABASE_URL: "postgresql://connect:p@ss#w/rd@localhost/connect" }, "DATABASE_URL should be a valid URL; percent-encode"],
  [{ DATABASE_URL: undefined }, "DATABASE_URL should be the address"],
  [{ DATABASE_URL: "postgresql://connect@db.society.test/connect" }, "DATABASE_URL should have ?sslmode=verify-full"],
  [
    { DATABASE_URL: "postgresql://connect@db.society.test/connect?sslmode=require" },
    "DATABASE_URL should have ?sslmode=verify-full",
  ],
  [{ DATABASE_TLS: "maybe" }, "DATABASE_TLS should be required or off"],
  [{ CLAMD: "scanner" }, "CLAMD should be a host and a port"],
  [{ SIGN_IN: "magic" }, "SIGN_IN should be federated or local"],
  [{ LEAKED_PASSWORDS_URL: "haveibeenpwned" }, "LEAKED_PASSWORDS_URL should be a web address"],
  [{ LEAKED_PASSWORDS_URL: "http://passwords.example.org" }, "LEAKED_PASSWORDS_URL should begin with https://"],
  [{ OIDC_ISSUER: "society" }, "OIDC_ISSUER should be a web address"],
  [{ AUTH_SECRET: undefined }, "AUTH_SECRET should be at least 32"],
  [{ AUTH_SECRET: "short" }, "AUTH_SECRET should be at least 32"],
  [{ AUTH_SECRET_BEFORE: "short" }, "AUTH_SECRET_BEFORE should be the AUTH_SECRET of before"],
  [{ WORDS_KEYS: undefined }, "WORDS_KEYS should be a name, a colon and 32 random bytes"],
  [{ WORDS_KEYS: "first:c2hvcnQ=" }, "WORDS_KEYS should be a name, a colon and 32 random bytes"],
  [{ ...PUBLIC, OIDC_CLIENT_ID: "" }, "OIDC_CLIENT_ID should be the client id"],
  [{ ...PUBLIC, OIDC_CLIENT_SECRET: "" }, "OIDC_CLIENT_SECRET should be the secret"],
  [{ OIDC_SCOPE: "profile email" }, "OIDC_SCOPE should be scopes with blanks between them, openid among them"],
  [{ OIDC_CLIENT_AUTH: "post" }, "OIDC_CLIENT_AUTH should be client_secret_basic or client_secret_post"],
  [{ OIDC_ORIGINS: "login.example.org" }, "OIDC_ORIGINS should be addresses such as https://login.example.org"],
  [{ OIDC_ORIGINS: "https://login.example.org/oauth2" }, "OIDC_ORIGINS should be addresses such as"],
  [{ OIDC_ORIGINS: "http://login.example.org" }, "OIDC_ORIGINS should be addresses such as"],
  [{ OIDC_ORIGINS: "https://a.example; script-src *" }, "OIDC_ORIGINS should be addresses such as"],
  [{ OIDC_STANDING_MISSING: "yes" }, "OIDC_STANDING_MISSING should be refused or register or current"],
  [{ ...PUBLIC, APP_URL: "https://example.org/mentoring" }, "APP_URL should have no path"],
  [{ APP_URL: "ftp://example.org" }, "APP_URL should be a web address"],
  [{ ...PUBLIC, APP_URL: "http://mentoring.example.org" }, "APP_URL should begin with https://"],
  [{ ...PUBLIC, OIDC_ISSUER: "http://society.example.org" }, "OIDC_ISSUER should begin with https://"],
  [{ MAIL_TRANSPORT: "pigeon" }, "MAIL_TRANSPORT should be capture or resend or smtp"],
  [{ MAIL_TRANSPORT: "smtp", MAIL_FROM: "a@society.test" }, "SMTP_URL should be the address of your mail server"],
  [{ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://mail.society.test" }, "MAIL_FROM should be an address"],
  [{ SMTP_URL: "mail.society.test" }, "SMTP_URL should be an address such as smtp://"],
  [{ SMTP_URL: "smtp://a:p@ss#w/rd@mail.society.test" }, "SMTP_URL should be a valid URL; percent-encode"],
  [{ MAIL_TRANSPORT: "resend" }, "RESEND_API_KEY should be set"],
  [{ MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_1" }, "MAIL_FROM should be an address"],
  [{ MAIL_FROM: "The society" }, "MAIL_FROM should be an address such as"],
  [{ REGISTER_TOKEN: "short" }, "REGISTER_TOKEN should be at least 32"],
  [{ REGISTER_URL: "register.csv" }, "REGISTER_URL should be a web address"],
  [{ REGISTER_URL: "http://crm.example.org/register" }, "REGISTER_URL should begin with https://"],
  [{ REGISTER_URL_TOKEN: "two words" }, "REGISTER_URL_TOKEN should be a token"],
  [{ RESEND_WEBHOOK_SECRET: "secret" }, "RESEND_WEBHOOK_SECRET should be the signing secret"],
  [{ CALENDAR_REPLIES_TO: "meetings" }, "CALENDAR_REPLIES_TO should be an address such as"],
  [{ CALENDAR_REPLIES_TO: "the-meetings-of-a-society@in.example.org" }, "no more than 21 characters before the @"],
  [{ CALENDAR_REPLIES_TO: "meetings+all@in.example.org" }, "CALENDAR_REPLIES_TO should be an address such as"],
  [{ CALENDAR_REPLIES_TO: "meetings@in.example.org" }, "RESEND_API_KEY should be set"],
  [{ CALENDAR_REPLIES_TO: "meetings@in.example.org", RESEND_API_KEY: "re_1" }, "RESEND_WEBHOOK_SECRET should be set"],
  [{ ...PUBLIC, MAIL_TRANSPORT: "" }, "MAIL_TRANSPORT should be resend or smtp, or capture"],
  [{ TRUSTED_PROXIES: "many" }, "TRUSTED_PROXIES should be the number of trusted proxies"],
  [{ TRUSTED_PROXIES: "-1" }, "TRUSTED_PROXIES should be the number of trusted proxies"],
  [{ CRON_SECRET: "short" }, "CRON_SECRET should be at least 16"],
  [{ SCHEDULER: "external" }, "CRON_SECRET should be set"],
  [{ SCHEDULER: "never" }, "SCHEDULER should be internal or external"],
  [{ COMPRESSION: "gzip" }, "COMPRESSION should be internal or external"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL should be debug or info or warn or error or silent"],
];

test.each(WRONG)("%o is refused with the variable's name and what it should be", (wrong, sentence) => {
  expect(() => readEnvironment({ ...ENOUGH, ...wrong })).toThrow(sentence);
});

test("every wrong variable is named at once", () => {
  const wrong = { DATABASE_URL: "", AUTH_SECRET: "", PORT: "x" };
  expect(() => readEnvironment(wrong)).toThrow("DATABASE_URL");
  expect(() => readEnvironment(wrong)).toThrow("AUTH_SECRET");
  expect(() => readEnvironment(wrong)).toThrow("PORT");
});

test("what one variable asks of another is said together with the variables that are wrong by themselves, each once", () => {
  const wrong = { ...PUBLIC, PORT: "x", OIDC_ISSUER: "society", OIDC_CLIENT_ID: "", SCHEDULER: "external", WORDS_KEYS: "" };
  try {
    readEnvironment(wrong);
    expect.unreachable();
  } catch (error) {
    const names = (error as EnvironmentError).problems.map((problem) => problem.split(" ")[0]);
    expect(names).toEqual(["PORT", "OIDC_ISSUER", "WORDS_KEYS", "OIDC_CLIENT_ID", "CRON_SECRET"]);
  }
});

test.each([
  ["postgresql://localhost/connect", false],
  ["postgresql://connect:word@127.0.0.1:5432/connect", false],
  ["postgresql://[::1]/connect", false],
  ["postgresql://connect@%2Fvar%2Frun%2Fpostgresql/connect", false],
  ["postgresql:///connect?host=/var/run/postgresql", false],
  ["postgresql://db.example.org/connect?sslmode=verify-full", false],
  ["postgresql://db.example.org/connect?sslmode=require", true],
  ["postgresql://db.example.org/connect", true],
  ["postgresql://10.0.0.7/connect?sslmode=disable", true],
  ["postgresql:///connect?host=db.example.org", true],
])("%s leaves the machine in the open: %s", (url, isOne) => expect(isDatabaseInTheOpen(url)).toBe(isOne));

/** Words that only the society's sign-in knows; whatever is written there is right. */
const FREE = ["OIDC_CLAIM_NUMBER", "OIDC_CLAIM_STANDING", "OIDC_STANDING_CURRENT", "OIDC_STAFF_ACR", "OIDC_STAFF_AMR"];

test("every variable has a sentence for when it is wrong, and its lines in .env.example", () => {
  const names = Object.keys(Variables.shape);
  const refused = new Set(WRONG.map(([, sentence]) => sentence.split(" ")[0] ?? ""));
  expect(names.filter((name) => !refused.has(name) && !FREE.includes(name))).toEqual([]);
  const described = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  // Where the embedded database is kept: read before there is a product.
  expect(described.filter((name) => name !== "DATA_DIR").sort()).toEqual(names.sort());
});

test("CLAMD is where a scanner listens", () => {
  expect(readEnvironment({ ...ENOUGH, CLAMD: "scanner:3310" }).CLAMD).toEqual({ host: "scanner", port: 3310 });
  expect(readEnvironment({ ...ENOUGH, CLAMD: "" }).CLAMD).toBeUndefined();
});

test("a database on another machine needs TLS, unless somebody says that the network is closed", () => {
  const DATABASE_URL = "postgresql://connect@db.society.test/connect";
  expect(readEnvironment({ ...ENOUGH, DATABASE_URL: `${DATABASE_URL}?sslmode=verify-full` }).DATABASE_TLS).toBe("required");
  expect(readEnvironment({ ...ENOUGH, DATABASE_URL, DATABASE_TLS: "off" }).DATABASE_URL).toBe(DATABASE_URL);
});
