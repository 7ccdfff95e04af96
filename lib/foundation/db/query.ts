import { createHash } from "node:crypto";
import pg from "pg";
import { Prisma } from "./generated/client";

/** Prisma's `$queryRaw`, but that it begins at once, and that a list for `$transaction` does not take it. */
export type Query = <T = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<T>;

/**
 * Asks the driver itself, on a connection of `pool`: with what Prisma puts in between, each statement takes two to three times the
 * processor, and a page asks three or four. Values come back as Prisma reads them, so that `$queryRaw` answers alike inside a
 * transaction. Refuses with the driver's error.
 */
export function queryThrough(pool: pg.Pool): Query {
  return async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
    (await pool.query(toDriver(query, values))).rows as T;
}

/**
 * The same, but that a connection plans the statement a few times and then keeps the plan, where it is one to `isServerItself`: planning
 * is most of what the database does for a small statement. For statements that look things up by their ids, under conditions that are
 * always the same. A plan that is kept does not look at the values: a search, or a list that may be narrowed, needs one for each time.
 */
export function preparedThrough(pool: pg.Pool, isServerItself: () => boolean): Query {
  let isShared = false;
  return async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    const statement = toDriver(query, values);
    const name = nameOf(statement.text);
    const ask = () => pool.query(statement);
    if (name === null || isShared || !isServerItself()) return (await ask()).rows as T;
    const { rows } = await pool.query({ ...statement, name }).catch((error) => {
      const state = sqlStateOf(error);
      // The embedded database has one session for everybody: there, somebody else has prepared it.
      isShared ||= state === TAKEN;
      if (state === TAKEN || state === FORGOTTEN || isOutdated(error)) return ask();
      throw error;
    });
    return rows as T;
  };
}

/** The name is there already, or is not: the statement has not begun. */
const TAKEN = "42P05";
const FORGOTTEN = "26000";

/** Since the plan was made, a migration has changed the columns that it returns: the statement has not begun either. */
function isOutdated(error: unknown): boolean {
  return sqlStateOf(error) === "0A000" && error instanceof Error && error.message.includes("result type");
}

function toDriver(query: TemplateStringsArray | Prisma.Sql, values: unknown[]) {
  const { text, values: given } = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
  return { text, values: given.map(toParameter), types: { getTypeParser } };
}

/** By text; null: it is not prepared. There are as many as the product has shapes of such statements. */
const names = new Map<string, string | null>();

/** A search, and a condition that a value may switch off: what is quickest depends on the values. */
const NEEDS_VALUES =
  /\bI?LIKE\b|tsquery|(?:\(|\b(?:WHERE|AND|OR|NOT)\b)\s*\$\d+(?:::\w+)?(?:\s*=\s*'[^']*'|\s+IS\s+NULL)?\s+OR\b/i;

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = NEEDS_VALUES.test(text) ? null : createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

/**
 * What the database calls the kind of an error, such as 23505 for a breach of a unique index, whether the driver reports it or Prisma
 * in a transaction; null: it is no error of the database.
 */
export function sqlStateOf(error: unknown): string | null {
  if (error instanceof pg.DatabaseError) return error.code ?? null;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  return /"(?:originalCode|code)":"([0-9A-Z]{5})"/.exec(JSON.stringify(error.meta ?? {}))?.[1] ?? null;
}

/** Moments are sent in UTC: the driver would write them in the time zone of this process. */
function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParameter);
  return value instanceof Date ? value.toISOString() : value;
}

type Parser = (text: string) => unknown;

const { builtins } = pg.types;

/** Where the driver reads something else than Prisma. */
const PARSERS = new Map<number, Parser>([
  [builtins.INT8, BigInt],
  [builtins.OID, BigInt],
  [builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  [builtins.DATE, (text) => new Date(text)],
  [builtins.TIMESTAMP, (text) => new Date(`${text.replace(" ", "T")}Z`)],
  [builtins.BYTEA, (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"))],
]);

/** Types that the driver reads otherwise than Prisma, and that no statement of ours returns. The driver has no names for lists. */
for (const type of [builtins.TIME, builtins.TIMETZ, builtins.MONEY, 1001, 1016, 1115, 1182, 1231]) {
  PARSERS.set(type, () => {
    throw new Error(`A statement returns type ${type} of the database, which nobody reads.`);
  });
}

function getTypeParser(type: number): Parser {
  return PARSERS.get(type) ?? pg.types.getTypeParser(type);
}
