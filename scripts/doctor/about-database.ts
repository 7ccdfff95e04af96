import type { Advice, DatabaseFacts, Facts } from "./diagnosis";

const OLDEST = 15;
/** Cookies, links and the sweep compare times of both. */
const MOST_APART = 2000;

export function adviseOnDatabase({ database }: Facts): Advice[] {
  if (!database) return [];
  if ("failure" in database) {
    const remedy = "Look at DATABASE_URL: host, port, name, role and password, and whether the server lets this machine in.";
    return [{ level: "wrong", what: `The database does not answer: ${database.failure}`, remedy }];
  }
  const facts = database.answer;
  return [...adviseOnServer(facts), ...adviseOnWay(facts), ...adviseOnRole(facts)];
}

function adviseOnServer({ version, encoding, aheadMilliseconds }: DatabaseFacts): Advice[] {
  const advice: Advice[] = [];
  const major = Math.floor(version / 10_000);
  if (major < OLDEST) {
    const what = `The database is PostgreSQL ${major}; it has to be ${OLDEST} or later.`;
    advice.push({ level: "wrong", what, remedy: "Move to a newer server with pg_dump and pg_restore." });
  }
  if (encoding !== "UTF8") {
    const remedy = "Make another: createdb --encoding=UTF8 --template=template0.";
    advice.push({ level: "wrong", what: `The database is in ${encoding}, not UTF8.`, remedy });
  }
  if (Math.abs(aheadMilliseconds) > MOST_APART) {
    const what = `The clocks of this machine and the database are ${Math.round(Math.abs(aheadMilliseconds) / 1000)} s apart.`;
    advice.push({ level: "warning", what, remedy: "Let both be set by NTP." });
  }
  return advice;
}

function adviseOnWay({ isElsewhere, isEncrypted, isVerified, pooling }: DatabaseFacts): Advice[] {
  const advice: Advice[] = [];
  if (isElsewhere && !isEncrypted) {
    const what = "The way to the database is not encrypted, and it is on another machine.";
    advice.push({ level: "warning", what, remedy: "Add ?sslmode=verify-full to DATABASE_URL." });
  } else if (isElsewhere && !isVerified) {
    const what = "The way to the database is encrypted, but nobody looks whose certificate it is.";
    advice.push({
      level: "warning",
      what,
      remedy: "Use sslmode=verify-full in DATABASE_URL, with sslrootcert where it is your own.",
    });
  }
  if (pooling === "transaction") {
    const what = "A pooler stands before the database; the product leaves nothing in a session, its migrations included.";
    advice.push({ level: "note", what, remedy: "For pg_dump use the direct address." });
  }
  if (pooling === "statement") {
    const what = "The pooler before the database tears transactions apart.";
    advice.push({ level: "wrong", what, remedy: "Set it to transaction pooling (pool_mode = transaction)." });
  }
  return advice;
}

function adviseOnRole({ isSuperuser, mayChangeAudit }: DatabaseFacts): Advice[] {
  if (isSuperuser) {
    const what = "The role in DATABASE_URL is a superuser: a mistake in the product would be one in everything on that server.";
    return [{ level: "warning", what, remedy: "Give it a role of its own that owns this database alone." }];
  }
  if (!mayChangeAudit) return [];
  const what = "The role in DATABASE_URL may change audit_events but for a trigger, since it owns the table or was allowed to.";
  return [{ level: "note", what, remedy: 'docs/deploy.md, "A role that only serves", says how to refuse it.' }];
}

export function adviseOnMigrations({ migrations }: Facts): Advice[] {
  if (!migrations) return [];
  const { here, applied, failed } = migrations;
  const pending = here.filter((name) => !applied.includes(name));
  const newer = applied.filter((name) => !here.includes(name));
  const advice: Advice[] = [];
  if (failed.length > 0) {
    const what = `A migration was begun and did not finish: ${failed.join(", ")}.`;
    advice.push({
      level: "wrong",
      what,
      remedy: "Look at the log of the release, mend it, and restore from the backup if need be.",
    });
  }
  if (pending.length > 0) {
    const what = applied.length === 0 ? "The database is empty." : `The database lacks ${pending.join(", ")}.`;
    advice.push({ level: "wrong", what, remedy: "npm run db:migrate; npm start does it too." });
  }
  if (newer.length > 0) {
    const what = `The database has migrations that this version does not know: ${newer.join(", ")}.`;
    advice.push({ level: "warning", what, remedy: "It has served a newer version: is this the right folder?" });
  }
  return advice;
}
