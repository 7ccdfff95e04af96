import { randomBytes } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { SEALED } from "@/lib/foundation/sealing/places";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import { INVENTORY } from "@/lib/people/privacy/inventory";
import { unseal } from "@/testing/sealing/unseal";

export interface Token {
  token: string;
  table: string;
  column: string;
  part: string;
}

/** The tables that are there, with their columns and types; not those of the migrations. */
export async function readDatabase(): Promise<Map<string, Map<string, string>>> {
  const rows = await db().$queryRaw<{ table: string; column: string; type: string }[]>`
    SELECT table_name AS "table", column_name AS "column", udt_name AS "type" FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_%' ORDER BY table_name, ordinal_position`;
  const tables = new Map<string, Map<string, string>>();
  for (const { table, column, type } of rows) tables.set(table, (tables.get(table) ?? new Map()).set(column, type));
  return tables;
}

/** What to write for the token, by the column's type; what was there stays beside it. Other types hold no words. */
const FILLINGS: Record<string, (column: string, token: string) => string> = {
  text: (column, token) => `coalesce("${column}", '') || '${token}'`,
  varchar: (column, token) => `coalesce("${column}", '') || '${token}'`,
  citext: (column, token) => `coalesce("${column}", '') || '${token}'`,
  _text: (column, token) => `"${column}" || '${token}'::text`,
  json: (_, token) => `json_build_object('words', '${token}')`,
  jsonb: (_, token) => `jsonb_build_object('words', '${token}')`,
  bytea: (column, token) => `"${column}" || convert_to('${token}', 'UTF8')`,
};

/**
 * Writes a token of its own into every column that is a member's own to have erased, in every table: new columns without
 * anybody thinking of them. Columns that take only the product's words (a CHECK) are left. Fails where there is no row.
 */
export async function fillWithTokens(memberId: string): Promise<Token[]> {
  const database = await readDatabase();
  const tokens: Token[] = [];
  for (const [table, { parts, goesWith = [], columns }] of Object.entries(INVENTORY)) {
    for (const [part, condition] of Object.entries(parts)) {
      const where = condition.replaceAll(":member", `'${memberId}'::uuid`);
      const [count] = await db().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${table}" WHERE ${where}`);
      if (!count?.n) throw new Error(`Nobody has a row in ${table} as ${part}: let testing/privacy/lives.ts make one.`);
      for (const [column, type] of database.get(table) ?? []) {
        // By their number the register, which is the society's own list, knows them before and after.
        if (table === "members" && column === "number") continue;
        if (!goesWith.includes(part) && columns[column]?.erased?.[part] === undefined) continue;
        // What is sealed opens under its row's name alone.
        if (Object.entries(SEALED).some(([place, key]) => place.startsWith(`${table}.`) && key.includes(column))) continue;
        const token = `zq${randomBytes(8).toString("hex")}`;
        const place = `${table}.${column}`;
        if (SEALED[place]) {
          if ((await fillSealed(place, where, token)) > 0) tokens.push({ token, table, column, part });
          continue;
        }
        const filling = FILLINGS[type]?.(column, token);
        if (filling && (await fill(`UPDATE "${table}" SET "${column}" = ${filling} WHERE ${where}`)))
          tokens.push({ token, table, column, part });
      }
    }
  }
  return tokens;
}

/** Puts the token among the sealed words of these rows, as the product would. Returns how many have any. */
async function fillSealed(place: string, where: string, token: string): Promise<number> {
  const rows = await readSealed(place, where);
  const [table = "", column = ""] = place.split(".");
  const change = `UPDATE "${table}" SET "${column}" = $1 WHERE ${keyOf(place)} = $2::text[]`;
  const changes = rows.map(({ key, words }) => {
    const filled = words.startsWith("{") ? JSON.stringify({ ...JSON.parse(words), token }) : `${words}${token}`;
    return db().$executeRawUnsafe(change, seal(place, key, filled), key);
  });
  // What was signed cannot be changed, except like this.
  await db().$transaction([db().$executeRaw`SET LOCAL session_replication_role = replica`, ...changes]);
  return rows.length;
}

const keyOf = (place: string) => `ARRAY[${(SEALED[place] ?? []).map((name) => `"${name}"::text`).join(", ")}]`;

/** The words of a sealed column, opened. */
async function readSealed(place: string, where = "true"): Promise<{ key: string[]; words: string }[]> {
  const [table = "", column = ""] = place.split(".");
  const rows = await db().$queryRawUnsafe<{ key: string[]; sealed: string }[]>(
    `SELECT ${keyOf(place)} AS "key", "${column}" AS "sealed" FROM "${table}" WHERE (${where}) AND "${column}" IS NOT NULL`,
  );
  return rows.map(({ key, sealed }) => ({ key, words: unseal(place, key, sealed) }));
}

/** The whole database as somebody with the keys could read it: a dump, followed by everything sealed in it, opened. */
export async function dumpOpened(): Promise<string> {
  const texts = [await dump()];
  for (const place of Object.keys(SEALED))
    texts.push(...(await readSealed(place)).map(({ key, words }) => `${place} ${key.join("/")}: ${words}`));
  return texts.join("\n");
}

/** False when a CHECK refused the words. */
async function fill(sql: string): Promise<boolean> {
  try {
    await db().$executeRawUnsafe(sql);
    return true;
  } catch (error) {
    if (/23514|check constraint/.test(String(error))) return false;
    throw error;
  }
}

/** The whole database as text: every row of every table, bytes as they are and as hexadecimal. */
export async function dump(): Promise<string> {
  const texts: string[] = [];
  for (const [table, columns] of await readDatabase()) {
    const bytes = [...columns].filter(([, type]) => type === "bytea").map(([column]) => `, encode("${column}", 'escape')`);
    const rows = await db().$queryRawUnsafe<{ row: string }[]>(
      `SELECT concat(t::text${bytes.join("")}) AS row FROM "${table}" t`,
    );
    texts.push(...rows.map(({ row }) => `${table}: ${row}`));
  }
  return texts.join("\n");
}
