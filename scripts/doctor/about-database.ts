import type { Advice, DatabaseFacts, Facts } from "./diagnosis";

const OLDEST = 15;
/** Cookies, links and the sweep compare times from both clocks. */
const MOST_APART = 2000;

export function adviseOnDatabase({ database }: Facts): Advice[] {
  if (!database) return [];
  if ("failure" in database) {
    const remedy = /certificate/i.test(database.failure)
      ? "If your own certificate authority signed the database's certificate, add sslrootcert=/path/to/ca.pem to DATABASE_URL."
      : "Check the host, port, name, role and password in DATABASE_URL, and whether the server accepts connections from this machine.";
    return [{ level: "wrong", what: `The database is not responding: ${database.failure}`, remedy }];
  }
  const facts = database.answer;
  return [...adviseOnServer(facts), ...adviseOnWay(facts), ...adviseOnRole(facts)];
}

function adviseOnServer({ version, encoding, aheadMilliseconds }: DatabaseFacts): Advice[] {
  const advice: Advice[] = [];
  const major = Math.floor(version / 10_000);
  if (major < OLDEST) {
    const what = `The database is PostgreSQL ${major}; version ${OLDEST} or later is needed.`;
    advice.push({ level: "wrong", what, remedy: "Move to a newer server with pg_dump and pg_restore." });
  }
  if (encoding !== "UTF8") {
    const remedy = "Create a new one: createdb --encoding=UTF8 --template=template0.";
    advice.push({ level: "wrong", what: `The database is in ${encoding}, not UTF8.`, remedy });
  }
  if (Math.abs(aheadMilliseconds) > MOST_APART) {
    const what = `The clocks of this machine and the database are ${Math.round(Math.abs(aheadMilliseconds) / 1000)} s apart.`;
    advice.push({ level: "warning", what, remedy: "Synchronise both clocks with NTP." });
  }
  return advice;
}

function adviseOnWay({ isElsewhere, isEncrypted, isVerified, pooling }: DatabaseFacts): Advice[] {
  const advice: Advice[] = [];
  if (isElsewhere && !isEncrypted) {
    const what = "The database is on another machine and the connection to it is not encrypted.";
    advice.push({ level: "warning", what, remedy: "Add ?sslmode=verify-full to DATABASE_URL." });
  } else if (isElsewhere && !isVerified) {
    const what = "The connection to the database is encrypted, but its certificate is not verified.";
    advice.push({
      level: "warning",
      what,
      remedy: "Use sslmode=verify-full in DATABASE_URL, with sslrootcert if you use your own certificate authority.",
    });
  }
  if (pooling === "transaction") {
    const what =
      "There is a connection pooler in front of the database. That is fine: neither the product nor its migrations rely on session state.";
    advice.push({ level: "note", what, remedy: "For pg_dump, connect to the database directly." });
  }
  if (pooling === "statement") {
    const what = "The connection pooler in front of the database splits up transactions.";
    advice.push({ level: "wrong", what, remedy: "Switch it to transaction pooling (pool_mode = transaction)." });
  }
  return advice;
}

function adviseOnRole({ isSuperuser, mayChangeAudit }: DatabaseFacts): Advice[] {
  if (isSuperuser) {
    const what = "The role in DATABASE_URL is a superuser, so a fault in the product could damage everything on that server.";
    return [{ level: "warning", what, remedy: "Use a separate role that owns only this database." }];
  }
  if (!mayChangeAudit) return [];
  const what = "The role in DATABASE_URL owns audit_events or has write privileges on it, so only a trigger prevents changes.";
  return [{ level: "note", what, remedy: 'docs/deploy.md, "A role that only serves", says how to take that right away.' }];
}

export function adviseOnMigrations({ migrations }: Facts): Advice[] {
  if (!migrations) return [];
  const { here, applied, failed } = migrations;
  const pending = here.filter((name) => !applied.includes(name));
  const newer = applied.filter((name) => !here.includes(name));
  const advice: Advice[] = [];
  if (failed.length > 0) {
    const what = `A migration started but did not finish: ${failed.join(", ")}.`;
    advice.push({
      level: "wrong",
      what,
      remedy: "Check the release log, fix the cause, and restore from the backup if necessary.",
    });
  }
  if (pending.length > 0) {
    const what = applied.length === 0 ? "The database is empty." : `The database is missing ${pending.join(", ")}.`;
    advice.push({ level: "wrong", what, remedy: "Run npm run db:migrate, or npm start, which does it too." });
  }
  if (newer.length > 0) {
    const what = `The database has migrations that this version does not know: ${newer.join(", ")}.`;
    advice.push({ level: "warning", what, remedy: "A newer version has been running on it. Is this the right folder?" });
  }
  return advice;
}
