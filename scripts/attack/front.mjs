import { randomUUID } from "node:crypto";
import { request as ask, createServer } from "node:http";
import { encode } from "next-auth/jwt";
import pg from "pg";

/**
 * A proxy that turns each request into one from our own pages by the chosen person. Each request gets a new session, so that
 * the scanner can press Log Out and carry on.
 */
export async function openFront({ PORT, APP_URL, AUTH_SECRET, DATABASE_URL }, port) {
  let attacker = null;
  const answers = new Map();

  const server = createServer(async (request, response) => {
    const cookie = attacker ? { cookie: `authjs.session-token=${await sessionOf(attacker)}` } : {};
    const headers = { ...request.headers, host: new URL(APP_URL).host, origin: APP_URL, ...cookie };
    const passed = ask({ host: "127.0.0.1", port: PORT, path: request.url, method: request.method, headers }, (answer) => {
      answers.set(attacker?.number, [...(answers.get(attacker?.number) ?? []), answer.statusCode]);
      if (answer.statusCode >= 500) console.log(`${answer.statusCode} ${request.method} ${request.url}`);
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  await new Promise((resolve) => server.listen(port, "localhost", resolve));

  function sessionOf({ memberId, epoch }) {
    const token = { memberId, epoch, session: randomUUID(), signedInAt: Date.now() };
    return encode({ token, secret: AUTH_SECRET, salt: "authjs.session-token", maxAge: 3600 });
  }

  return {
    /** By membership number; null is nobody. */
    async actAs(number) {
      attacker = null;
      if (number === null) return;
      const client = new pg.Client({ connectionString: DATABASE_URL });
      await client.connect();
      const sql = `SELECT "id" AS "memberId", "sessionEpoch" AS "epoch", "number" FROM "members" WHERE "number" = $1`;
      attacker = (await client.query(sql, [number])).rows[0];
      await client.end();
    },
    countOf: (number) => answers.get(number ?? undefined)?.length ?? 0,
    worstOf: (number) => Math.max(...(answers.get(number ?? undefined) ?? [0])),
  };
}
