import { encode } from "next-auth/jwt";
import pg from "pg";
import type { Target } from "./load";
import { insertWatchers, type Watchers } from "./people";
import { serve } from "./server";

const COOKIE = "authjs.session-token";

/** The people who look. */
export function prepareWatchers(now: Date): Promise<Watchers> {
  return prepare(() => insertWatchers(now));
}

/** Puts people into the database of this process, which nobody is connected to afterwards: it can be copied. */
export async function prepare<People>(insert: () => Promise<People>): Promise<People> {
  const { db } = await import("@/lib/foundation/db/client");
  const people = await insert();
  await db().$disconnect();
  return people;
}

/** The product's production build on a database, and how to ask it for a page as somebody. */
export interface Served {
  url: string;
  target(page: Page): Target;
  stop(): Promise<void>;
}

export interface Page {
  name: string;
  path: string;
  /** A session's cookie; empty: nobody. */
  cookie: string;
}

export async function serveProduct(databaseUrl: string): Promise<Served> {
  const server = await serve(".", { DATABASE_URL: databaseUrl });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const databasePids = async () => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    return rows.map(({ pid }) => pid);
  };
  const stop = async () => {
    await server.stop();
    await client.end();
  };
  return {
    url: server.url,
    stop,
    target: ({ path, cookie }) => ({ url: server.url + path, cookie, pid: server.pid, databasePids }),
  };
}

/** The pages that are measured. The same for every society that has the watchers in it. */
export async function listPages({ mentee, mentor, admin, relationshipId }: Watchers): Promise<Page[]> {
  const [asMentee, asMentor, asAdmin] = await Promise.all([mentee, mentor, admin].map(sessionOf));
  const together = `/relationships/${relationshipId}`;
  const pages: [name: string, path: string, cookie: string | undefined][] = [
    ["welcome", "/", ""],
    ["home, mentee", "/", asMentee],
    ["home, mentor", "/", asMentor],
    ["mentors", "/mentors", asMentee],
    ["mentor", `/mentors/${mentor.id}`, asMentee],
    ["relationships", "/relationships", asMentor],
    ["details", `${together}/details`, asMentee],
    ["dashboard", together, asMentee],
    ["messages", `${together}/messages`, asMentee],
    ["meetings", `${together}/meetings`, asMentee],
    ["swot", `${together}/swot`, asMentee],
    ["goals", `${together}/goals`, asMentee],
    ["notifications", "/notifications", asMentor],
    ["account", "/account", asMentor],
    ["staff: today", "/admin", asAdmin],
    ["staff: members", "/admin/members", asAdmin],
    ["staff: a member", `/admin/members/${mentor.id}`, asAdmin],
    ["staff: proposals", "/admin/proposals", asAdmin],
    ["staff: relationships", "/admin/relationships", asAdmin],
    ["staff: mail", "/admin/mail", asAdmin],
    ["staff: audit", "/admin/audit", asAdmin],
    ["staff: support", "/admin/support", asAdmin],
    ["staff: system", "/admin/system", asAdmin],
  ];
  return pages.map(([name, path, cookie = ""]) => ({ name, path, cookie }));
}

/** The cookie of a session of theirs. */
export async function sessionOf({ id, sessionEpoch }: Watchers["admin"]): Promise<string> {
  const token = { memberId: id, epoch: sessionEpoch, session: crypto.randomUUID(), signedInAt: Date.now() };
  const secret = process.env.AUTH_SECRET ?? "";
  return `${COOKIE}=${await encode({ token, secret, salt: COOKIE, maxAge: 24 * 60 * 60 })}`;
}
