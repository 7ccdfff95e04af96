export interface Migration {
  /** Of its folder: an instant and what it does. */
  name: string;
  sql: string;
}

/** Migrations before this instant ran before there was a society: tables were empty, and no older code was serving. */
const FIRST_SOCIETY = "20261201000000";
/** Deliberate and rehearsed exceptions: the migration's name, and why it does no harm. */
const MEANT: Readonly<Record<string, string>> = {};

/** What the code before would fail at. */
const BREAKING: [RegExp, string][] = [
  [/^DROP (TABLE|VIEW|FUNCTION)\b/i, "drops what the code before may use; do it in the release after"],
  [/^ALTER TABLE\b.*\bDROP COLUMN\b/is, "drops a column that the code before may use; do it in the release after"],
  [/^ALTER\b.*\bRENAME\b/is, "renames; add the new name, and drop the old one in the release after"],
  [/\bALTER COLUMN\b[^,]*\b(SET DATA )?TYPE\b/is, "changes a type, which rewrites the table under a lock"],
  [/\bALTER COLUMN\b[^,]*\bSET NOT NULL\b/is, "asks for a value that the code before may not give"],
  [/\bALTER COLUMN\b[^,]*\bDROP DEFAULT\b/is, "takes away the value that the code before relies on"],
  [
    /\bADD COLUMN\b(?![^,]*\bDEFAULT\b)[^,]*\bNOT NULL\b/is,
    "adds a column that the code before would leave empty; give it a default",
  ],
];

/** Statements that block everybody while a large table is scanned, or refuse rows that the previous code may write. */
const HINDERING: [RegExp, string][] = [
  [/^CREATE UNIQUE INDEX\b/i, "may refuse rows that the code before writes"],
  [
    /^CREATE INDEX\b(?! CONCURRENTLY\b)/i,
    "keeps writers out while it is built; put it CONCURRENTLY into a migration of its own",
  ],
  [
    /\bADD CONSTRAINT\b(?!.*\bNOT VALID\b)/is,
    "reads the whole table under a lock; add it NOT VALID, and validate it in the next migration",
  ],
  [/^(UPDATE|DELETE FROM)\b/i, "changes rows that are there in one go; do it in batches, from the code"],
  [/^DO\b(?!.*\bCOMMIT\b)/is, "changes rows in one transaction; COMMIT after each batch, alone in its migration"],
  [/^LOCK\b/i, "locks"],
];

/** One sentence for each statement that would break the previous version while it serves a large society. */
export function findUnsafeMigrations(migrations: readonly Migration[], first = FIRST_SOCIETY): string[] {
  const [, ...later] = migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return later
    .filter(({ name }) => !(name in MEANT))
    .flatMap(({ name, sql }) => {
      const statements = splitStatements(sql);
      const made = new Set(statements.flatMap((one) => /^CREATE TABLE "(\w+)"/i.exec(one)?.[1] ?? []));
      const rules = name < first ? BREAKING : [...BREAKING, ...HINDERING];
      const others = statements.filter((statement) => !made.has(tableOf(statement)));
      const found = others.flatMap((statement) =>
        rules.filter(([breach]) => breach.test(statement)).map(([, why]) => `${name}: ${short(statement)} ${why}`),
      );
      return name < first ? found : [...found, ...findLocksTogether(name, others)];
    });
}

/** One transaction that locks two tables, one after the other, can meet somebody who has the second and waits for the first. */
function findLocksTogether(name: string, statements: readonly string[]): string[] {
  const locked = statements.flatMap((statement) => {
    const trigger = /^CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER\b.*?\bON "(\w+)"/is.exec(statement)?.[1];
    return trigger ?? (/^ALTER TABLE\b/i.test(statement) ? tableOf(statement) : []);
  });
  const tables = [...new Set(locked)];
  return tables.length > 1 ? [`${name}: locks ${tables.join(" and ")} in one transaction; each in a migration of its own`] : [];
}

/** Without comments; what stands between two $$ is one. */
function splitStatements(sql: string): string[] {
  const pieces = sql.replace(/--.*$/gm, "").match(/(?:\$\$[\s\S]*?\$\$|[^;])+/g) ?? [];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

function tableOf(statement: string): string {
  const named =
    /^(?:ALTER TABLE|UPDATE|DELETE FROM|LOCK TABLE)\s+(?:ONLY )?"(\w+)"|^CREATE (?:UNIQUE )?INDEX\b.*?\bON "(\w+)"/is.exec(
      statement,
    );
  return named?.[1] ?? named?.[2] ?? "";
}

function short(statement: string): string {
  return `“${statement.replace(/\s+/g, " ").slice(0, 80)}”`;
}
