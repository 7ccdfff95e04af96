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
  const { closeDatabase } = await import("@/lib/foundation/db/client");
  const people = await insert();
  await closeDatabase();
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

/** The pages are asked for more often than anybody may narrow the list of mentors. */
const UNLIMITED = `
  CREATE OR REPLACE FUNCTION unlimited() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW."points" := 1; RETURN NEW; END $$;
  CREATE OR REPLACE TRIGGER "unlimited" BEFORE INSERT OR UPDATE ON "rate_limits" FOR EACH ROW EXECUTE FUNCTION unlimited()`;

export async function serveProduct(databaseUrl: string): Promise<Served> {
  const server = await serve(".", { DATABASE_URL: databaseUrl });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(UNLIMITED);
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
export async function listPages({
  mentee,
  mentor,
  admin,
  coordinator,
  relationshipId,
  programmeId,
}: Watchers): Promise<Page[]> {
  const [asMentee, asMentor, asAdmin, asCoordinator] = await Promise.all([mentee, mentor, admin, coordinator].map(sessionOf));
  const within = `programme=${programmeId}`;
  const together = `/relationships/${relationshipId}`;
  const pages: [name: string, path: string, cookie: string | undefined][] = [
    ["welcome", "/", ""],
    ["home, mentee", "/", asMentee],
    ["home, mentor", "/", asMentor],
    ["mentors", "/mentors", asMentee],
    ["mentor", `/mentors/${mentor.id}`, asMentee],
    ["mentors in a programme", `/mentors?${within}`, asMentee],
    ["mentors there, a sector", `/mentors?${within}&sector=2`, asMentee],
    ["programmes", "/programmes", asMentee],
    ["a programme", `/programmes/${programmeId}`, asMentee],
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
    ["staff: programmes", "/admin/programmes", asAdmin],
    ["staff: a programme", `/admin/programmes/${programmeId}`, asAdmin],
    ["staff: its members", `/admin/programmes/${programmeId}/members`, asAdmin],
    ["staff: its today", `/admin?${within}`, asAdmin],
    ["staff: its proposals", `/admin/proposals?${within}`, asAdmin],
    ["staff: its relationships", `/admin/relationships?${within}`, asAdmin],
    ["coordinator: today", "/admin", asCoordinator],
    ["coordinator: members", "/admin/members", asCoordinator],
    ["coordinator: proposals", "/admin/proposals", asCoordinator],
    ["coordinator: relationships", "/admin/relationships", asCoordinator],
    ["coordinator: audit", "/admin/audit", asCoordinator],
  ];
  return pages.map(([name, path, cookie = ""]) => ({ name, path, cookie }));
}

/** The cookie of a session of theirs. */
export async function sessionOf({ id, sessionEpoch }: Watchers["admin"]): Promise<string> {
  const token = { memberId: id, epoch: sessionEpoch, session: crypto.randomUUID(), signedInAt: Date.now() };
  const secret = process.env.AUTH_SECRET ?? "";
  return `${COOKIE}=${await encode({ token, secret, salt: COOKIE, maxAge: 24 * 60 * 60 })}`;
}
