import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createSilence } from "node:net";
import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { CERTIFICATE } from "@/testing/mail/certificate";
import { startMailServer } from "@/testing/mail/smtp-server";
import { insertMember } from "@/testing/people";
import { ask } from "./ask";
import { diagnose } from "./diagnose";
import { examine } from "./examine";
import { examineDatabase } from "./examine-database";
import { examineAddress, examineResend, examineSignIn } from "./examine-elsewhere";
import { examineSmtp } from "./examine-smtp";
import { examineSociety } from "./examine-society";

const ASKING = { build: "current", isOnline: false } as const;
const opened: { close: () => unknown }[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  opened.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

test("a database says what it is", async () => {
  const { facts, migrations } = await examineDatabase(env().DATABASE_URL);
  expect(facts).toMatchObject({
    encoding: "UTF8",
    isSuperuser: true,
    mayChangeAudit: true,
    isElsewhere: false,
    isEncrypted: false,
    pooling: "none",
  });
  expect(facts.version).toBeGreaterThanOrEqual(150_000);
  expect(Math.abs(facts.aheadMilliseconds)).toBeLessThan(60_000);
  expect(migrations.applied).toEqual(migrations.here);
  expect(migrations.failed).toEqual([]);
});

test("an ordinary role, an empty database, a migration that did not finish", async () => {
  await db().$executeRaw`UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" LIKE '%_main_job'`;
  const { migrations } = await examineDatabase(env().DATABASE_URL);
  expect(migrations.failed).toEqual([migrations.here[0]]);
  await db().$executeRaw`UPDATE "_prisma_migrations" SET "finished_at" = now()`;
  const role = `doctor_${process.pid}`;
  await db().$executeRawUnsafe(`CREATE ROLE ${role} LOGIN`);
  await db().$executeRawUnsafe(`GRANT SELECT, INSERT ON audit_events TO ${role}`);
  await db().$executeRawUnsafe(`GRANT SELECT ON _prisma_migrations TO ${role}`);
  const url = new URL(env().DATABASE_URL);
  url.username = role;
  expect((await examineDatabase(url.href)).facts).toMatchObject({ isSuperuser: false, mayChangeAudit: false });
  url.pathname = "/postgres";
  const empty = await examineDatabase(url.href);
  expect([empty.facts.mayChangeAudit, empty.migrations.applied]).toEqual([null, []]);
  await db().$executeRawUnsafe(`DROP OWNED BY ${role}`);
  await db().$executeRawUnsafe(`DROP ROLE ${role}`);
});

test("a society says what it has", async () => {
  expect(await examineSociety()).toMatchObject({
    admins: 0,
    seals: { answer: [] },
    settings: { society: { name: "Our society" } },
  });
  await insertMember({ staff: "admin" });
  await insertMember({ staff: "admin", status: "suspended" });
  await db().settings.create({ data: { id: 1, version: 3, values: { support: { email: 7 } } }, select: { id: true } });
  expect(await examineSociety()).toMatchObject({ admins: 1, settings: null });
  await db().settings.deleteMany();
});

test("a wrong environment hides no database", async () => {
  const facts = await examine({ DATABASE_URL: env().DATABASE_URL }, ASKING);
  expect(facts).toMatchObject({
    environment: { problems: expect.any(Array) },
    database: { answer: { encoding: "UTF8" } },
    society: null,
  });
  const whole = await examine(process.env, ASKING);
  expect(whole).toMatchObject({ society: { answer: { admins: 1 } }, discovery: null, resend: null, smtp: null, online: null });
  expect(diagnose(whole).map(({ what }) => what)).toContainEqual(expect.stringContaining("superuser"));
});

test("a database that is not there is said in words", async () => {
  const nowhere = env().DATABASE_URL.replace(/[^/]+$/, "no_such_database");
  expect(await ask(() => examineDatabase(nowhere))).toEqual({ failure: expect.stringContaining("does not exist") });
  expect(await ask(() => examineDatabase("postgresql://127.0.0.1:1/x"))).toEqual({
    failure: expect.stringContaining("ECONNREFUSED"),
  });
});

test("whatever hangs is given up", async () => {
  const silence = createSilence().listen(0, "127.0.0.1");
  opened.push(silence);
  await once(silence, "listening");
  const { port } = silence.address() as AddressInfo;
  const found = await ask(() => examineDatabase(`postgresql://127.0.0.1:${port}/x`), 200);
  expect(found).toEqual({ failure: "no answer within 0.2 s" });
});

test("the society's sign-in, Resend and the product answer, or not", async () => {
  const issuer = await serve(json(200, { issuer: "x" }));
  expect(await examineSignIn(`${issuer}/`)).toEqual({ issuer: "x" });
  const missing = await serve(json(404, {}));
  expect(await ask(() => examineSignIn(missing))).toEqual({ failure: expect.stringContaining("answers 404") });
  const page = await serve((_request, response) => void response.end("<html>"));
  expect(await ask(() => examineSignIn(page))).toMatchObject({ failure: expect.any(String) });
  let asked = "";
  const resend = await serve((request, response) => {
    asked = `${request.method} ${request.url} ${request.headers.authorization}`;
    json(200, { data: [{ name: "society.test", status: "verified", id: "1" }] })(request, response);
  });
  expect(await examineResend("re_1", resend)).toEqual({
    status: 200,
    problem: null,
    domains: [{ name: "society.test", status: "verified" }],
  });
  expect(asked).toBe("GET /domains Bearer re_1");
  const refusing = await serve(json(401, { statusCode: 401, name: "restricted_api_key", message: "…" }));
  expect(await examineResend("re_1", refusing)).toEqual({ status: 401, problem: "restricted_api_key", domains: [] });
  expect(await examineAddress(missing)).toEqual({ status: 404, hasTransportSecurity: false });
});

test("a mail server says how far we come, and gets no mail", async () => {
  const asking = await startMailServer({ asksLogin: true });
  const plain = await startMailServer({ isPlain: true });
  const refusing = await startMailServer({ greets: 554 });
  opened.push(asking, plain, refusing);
  const at = (mail: typeof plain, login = "", more = "") => `smtp://${login}127.0.0.1:${mail.server.port}${more}`;
  const good = "connect%40example.org:p%40ss%23w%2Frd@";
  expect(await examineSmtp(at(asking, good), CERTIFICATE)).toEqual({ isWell: true });
  expect(await examineSmtp(at(plain, "", "?tls=off"))).toEqual({ isWell: true });
  expect(await examineSmtp(at(asking, "connect:wrong@"), CERTIFICATE)).toMatchObject({ isWell: false, at: "login" });
  expect(await examineSmtp(at(asking, good))).toMatchObject({ isWell: false, at: "tls" });
  expect(await examineSmtp(at(plain))).toMatchObject({ isWell: false, at: "tls" });
  expect(await examineSmtp(at(refusing))).toMatchObject({ isWell: false, at: "greeting" });
  expect(await examineSmtp("smtp://127.0.0.1:9")).toMatchObject({ isWell: false, at: "connection" });
  expect(await examineSmtp("smtp://no-such-host.invalid")).toMatchObject({ isWell: false, at: "address" });
  expect([...asking.received, ...plain.received]).toEqual([]);
});
