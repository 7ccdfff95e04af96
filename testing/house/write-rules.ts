import { isForTests, type SourceFile, withoutEnding } from "./source-file";
import { WRITERS } from "./writers";

/** The files of a concept that may use the database: queries, commands and their parts. */
const SPEAKERS =
  /\/(queries|commands|save|apply|load|sweep-step|nightly-step|invariants|upkeep|ranking|conditions|[a-z-]+-sql|order-tiers|by-words|waiting)\.ts$/;
/** The foundation may as well. */
const FOUNDATION =
  /^lib\/(foundation\/(db|deadlines|sealing)|society\/(settings|audit)|people\/auth|notify\/(notices|outbox|delivery|mailbox))\/|^lib\/entrypoints\/time-machine\.ts$/;

const METHODS = "create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany";
const MODEL_WRITE = new RegExp(`\\.\\s*(\\w+)\\s*\\.\\s*(?:${METHODS})\\(`, "g");
const RAW_WRITE = /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE)\s+(?:ONLY\s+)?"(\w+)"/gi;

/** One sentence for each file of lib or app that writes a table which is not its own. */
export function findForeignWrites(files: readonly SourceFile[], schema: string): string[] {
  const tables = readTables(schema);
  return files
    .filter((file) => /^(lib|app|components)\//.test(file.path) && !isForTests(file.path))
    .flatMap((file) => {
      const name = withoutEnding(file.path).replace(/^lib\//, "");
      const byModel = [...file.text.matchAll(MODEL_WRITE)].map((match) => tables.get(match[1] ?? ""));
      const byHand = [...file.text.matchAll(RAW_WRITE)].map((match) => match[1]);
      return [...new Set([...byModel, ...byHand])]
        .filter((table) => table !== undefined && !WRITERS[table]?.includes(name))
        .map((table) => `${file.path} may not write ${table}`);
    });
}

/** One sentence for each file that speaks to the database and should not. */
export function findUnexpectedSpeakers(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => /^(lib|app|components)\//.test(file.path) && !isForTests(file.path))
    .filter((file) => file.imports.some((one) => /^lib\/foundation\/db\/|^@prisma\/|^pg$/.test(one.from)))
    .filter((file) => !SPEAKERS.test(file.path) && !FOUNDATION.test(file.path))
    .map((file) => `${file.path} may not speak to the database`);
}

/** Model → table, from the schema files. */
export function readTables(schema: string): Map<string, string> {
  const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)];
  return new Map(
    models.map(([, model = "", body = ""]) => [
      model.charAt(0).toLowerCase() + model.slice(1),
      /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
    ]),
  );
}
