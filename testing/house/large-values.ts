import { isForTests, type SourceFile } from "./source-file";

interface Large {
  model: string;
  table: string;
  columns: string[];
}

/**
 * The only places that may read or write the bytes of files. Anywhere else, a page would load megabytes that it does not show.
 */
const MAY = new Set([
  // The files themselves, one at a time, as the answer of a route.
  "lib/people/pictures/queries.ts",
  "lib/society/settings/queries.ts",
  "lib/staff/support/queries.ts",
  "lib/society/films/queries.ts",
  // Those who write them.
  "lib/people/pictures/commands.ts",
  "lib/society/settings/save.ts",
  "lib/staff/support/commands.ts",
  "lib/society/register/save.ts",
  "lib/society/films/save.ts",
]);

/** The columns that hold bytes, by table, as the schema files say. */
export function listLargeColumns(schema: string): Large[] {
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model = "", body = ""]) => {
    const columns = [...body.matchAll(/^\s+(\w+)\s+Bytes\b/gm)].map(([, name = ""]) => name);
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
    return columns.length > 0 ? [{ model, table, columns }] : [];
  });
}

/** One sentence for each place that reads such a column, or would by leaving out `select`. */
export function findLargeReads(files: readonly SourceFile[], large: readonly Large[]): string[] {
  return files
    .filter(({ path }) => !isForTests(path) && !MAY.has(path) && !path.startsWith("lib/people/privacy/inventory/"))
    .flatMap(({ path, text }) =>
      large.filter((one) => reads(text, one)).map(({ table, columns }) => `${path} reads ${columns.join(" or ")} of ${table}.`),
    );
}

function reads(text: string, { model, table, columns }: Large): boolean {
  const client = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  const calls = [...text.matchAll(new RegExp(`\\.${client}\\.(?:find\\w+|create|update|upsert|delete)\\(`, "g"))];
  for (const { index } of calls) {
    const call = text.slice(index, endOfCall(text, index));
    const select = /select: \{([^}]*)\}/.exec(call)?.[1];
    if (select === undefined || columns.some((column) => new RegExp(`\\b${column}: true`).test(select))) return true;
  }
  const statements = text.match(/`[^`]*`/g)?.filter((one) => one.includes(`"${table}"`)) ?? [];
  return statements.some(
    (one) =>
      /SELECT \*|RETURNING \*/.test(one) || columns.some((column) => new RegExp(`"${column}"(?! (?:IS|= NULL))`).test(one)),
  );
}

function endOfCall(text: string, from: number): number {
  let depth = 0;
  for (let at = text.indexOf("(", from); at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
