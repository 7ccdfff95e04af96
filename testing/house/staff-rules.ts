import { SEALED } from "@/lib/foundation/sealing/places";
import { isForTests, type SourceFile } from "./source-file";

/** The files behind the staff pages. Nothing that members wrote for a partner, a mentor or themselves may pass through them. */
const OF_STAFF =
  /^(app\/admin|lib\/(staff\/(members|coordinating|relationships|letters|lists|matching|board|inbox|reports|health|api|support\/answering)|society\/(audit|register)))\//;

/** The whole row, without naming a column; staff have COLUMNS_FOR_STAFF. */
const WHOLE_ROWS = /\bPROPOSAL_COLUMNS\b/;

const ASKS = /\bSELECT\b|\bdb\(\)/;

/** Texts that are stored unencrypted because the product itself reads them, but that staff must not see either. */
const PLAIN: Record<string, readonly string[]> = {
  proposal_texts: ["objectives", "meeting", "contribution"],
  // The reports count why mentors say no; beside a person, only the two read it.
  proposals: ["rejectionReason"],
  mentor_profiles: ["headline", "about", "searchText"],
  mentee_profiles: ["headline", "about", "aims"],
  mails: ["html", "text", "calendar", "headers"],
  one_time_links: ["tokenHash"],
  passwords: ["hash"],
};

/** Table → its private columns, the sealed ones included. */
function privateColumns(): Map<string, Set<string>> {
  const found = new Map(Object.entries(PLAIN).map(([table, columns]) => [table, new Set(columns)]));
  for (const place of Object.keys(SEALED)) {
    const [table = "", column = ""] = place.split(".");
    if (table !== "support_messages") found.set(table, (found.get(table) ?? new Set()).add(column));
  }
  return found;
}

/** One sentence for each private column that a query of staff names beside its table, in SQL or through the client. */
export function findPrivateReads(files: readonly SourceFile[], tables: ReadonlyMap<string, string>): string[] {
  const modelOf = new Map([...tables].map(([model, table]) => [table, model]));
  return files
    .filter(({ path, text }) => OF_STAFF.test(path) && !isForTests(path) && ASKS.test(text))
    .flatMap(({ path, text }) => [
      ...(WHOLE_ROWS.test(text) ? [`${path} reads whole rows of proposals, which are not for staff`] : []),
      ...[...privateColumns()].flatMap(([table, columns]) => {
        const asksInSql = text.includes(`"${table}"`);
        const asksByModel = new RegExp(`\\.${modelOf.get(table)}\\.`).test(text);
        return [...columns]
          .filter(
            (column) =>
              (asksInSql && new RegExp(`(\\.|,\\s|SELECT\\s)"${column}"`).test(text)) ||
              (asksByModel && text.includes(`${column}: true`)),
          )
          .map((column) => `${path} reads ${table}.${column}, which is not for staff`);
      }),
    ]);
}
