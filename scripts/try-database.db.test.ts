import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { TLSSocket } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { CERTIFICATE, KEY } from "@/testing/mail/certificate";
import { findDatabaseFault } from "./try-database";

const withPart = (part: "pathname" | "username" | "port", value: string) =>
  Object.assign(new URL(env().DATABASE_URL), { [part]: value }).href;

test("a database that is there has no fault", async () => {
  expect(await findDatabaseFault(env().DATABASE_URL)).toBeNull();
});

test.each([
  ["a database that does not exist", withPart("pathname", "/no_such"), "names a database that does not exist"],
  ["a role that does not exist", withPart("username", "no_such_role"), "DATABASE_URL "],
  ["a port without one", withPart("port", "1"), "at which no database answers"],
  ["a host without one", "postgresql://no-such-host.invalid/connect", "names a host that"],
  ["a server without TLS", `${env().DATABASE_URL}?sslmode=verify-full`, "asks for TLS, which the database does not offer"],
  [
    "a file that is missing",
    `${env().DATABASE_URL}?sslmode=verify-full&sslrootcert=/no/such.pem`,
    "names a file that cannot be read",
  ],
])("%s is said in words", async (_what, url, sentence) => {
  const fault = await findDatabaseFault(url);
  expect(fault).toMatch(/^DATABASE_URL /);
  expect(fault).toContain(sentence);
});

/** Says no to every start of a session, as PostgreSQL does for a wrong password. */
async function startRefusing(code: string, isTls: boolean): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    const refuse = (stream: { write(data: Buffer): unknown }) => {
      const fields = Buffer.from(`SFATAL\0C${code}\0Mpassword authentication failed\0\0`);
      const length = Buffer.alloc(4);
      length.writeInt32BE(fields.length + 4);
      stream.write(Buffer.concat([Buffer.from("E"), length, fields]));
    };
    socket.once("data", () => {
      if (!isTls) return refuse(socket);
      socket.write("S");
      const secured = new TLSSocket(socket, { isServer: true, cert: CERTIFICATE, key: KEY });
      secured.on("error", () => {});
      secured.once("data", () => refuse(secured));
    });
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return `postgresql://connect:wrong@127.0.0.1:${(server.address() as AddressInfo).port}/connect`;
}

test("a wrong password and a private certificate authority are said in words, without the password", async () => {
  const wrong = await findDatabaseFault(await startRefusing("28P01", false));
  expect(wrong).toContain("has a password that the database does not accept");
  expect(wrong).not.toContain("wrong");
  const own = `${await startRefusing("28P01", true)}?sslmode=verify-full`;
  expect(await findDatabaseFault(own)).toContain("add sslrootcert=");
});

test("the start names the database's fault together with everything else", () => {
  const { stderr, status } = spawnSync(process.execPath, ["--import", "tsx", "scripts/check-environment.ts"], {
    encoding: "utf8",
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      APP_URL: "https://mentoring.example.org",
      DATABASE_URL: "postgresql://127.0.0.1:1/connect",
      PORT: "x",
      MAIL_TRANSPORT: "smtp",
      SMTP_URL: "smtp://a:p@ss#w/rd@mail.example.org",
    },
  });
  expect(status).toBe(1);
  for (const name of [
    "DATABASE_URL names a host",
    "PORT",
    "SMTP_URL should be a valid URL",
    "OIDC_ISSUER",
    "MAIL_FROM",
    "AUTH_SECRET",
  ]) {
    expect(stderr).toContain(name);
  }
});

test("with nothing set the start finds nothing wrong: it brings a database of its own", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/check-environment.ts"], {
    encoding: "utf8",
    env: { NODE_ENV: "test", PATH: process.env.PATH },
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({ isDemonstration: true });
});
