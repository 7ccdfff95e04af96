/**
 * Applies and writes the folder prisma/migrations without downloads: it uses Prisma's schema engine in its WebAssembly build,
 * through the same adapter as the product. It keeps the usual `_prisma_migrations`, so `prisma migrate deploy` works too.
 */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";
import { lockBehindPooler, withoutLock } from "./migration-lock";

const SCHEMA_FOLDER = "prisma/schema";
export const MIGRATIONS_FOLDER = "prisma/migrations";
const CHAR_COLUMNS = new Set(["constraint_type", "confdeltype", "confupdtype"]);
const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] };

/** Applies the pending migrations to the database at `url` and returns their names. */
export async function applyMigrations(url: string): Promise<string[]> {
  return withSchemaEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: NOTHING_EXTERNAL,
    });
    return appliedMigrationNames;
  });
}

/**
 * The SQL script that would bring the database at `url` up to the schema files; empty when they agree. Schema files cannot
 * express indexes on expressions or with a condition, checks, triggers and functions: migrations contain them by hand.
 */
export async function draftMigration(url: string): Promise<string> {
  return withSchemaEngine(url, async (engine) => {
    const schema = await readSchema();
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", ...schema, configDir: "." },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: null,
      filters: NOTHING_EXTERNAL,
    });
    const script = stdout ?? "";
    return script.includes("This is an empty migration") ? "" : script;
  });
}

/**
 * Runs `work` with the engine and closes its connections afterwards. If the engine panics, its message becomes part of the
 * error.
 */
async function withSchemaEngine<Result>(url: string, use: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  let lastWords = "";
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (words: string) => {
        lastWords = words;
      },
    },
  });
  const adapters: SqlDriverAdapter[] = [];
  const lock = await lockBehindPooler(url);
  try {
    const engine = await openSchemaEngine(url, adapters, lock !== null);
    return await use(engine);
  } catch (error) {
    if (lastWords) throw new Error(`The schema engine failed: ${lastWords}`, { cause: error });
    if (String(error).includes("permission denied")) {
      const words = "The role in DATABASE_URL may not migrate. Run npm run db:migrate with the address of the tables' owner.";
      throw new Error(words, { cause: error });
    }
    throw error;
  } finally {
    await Promise.all(adapters.map((adapter) => adapter.dispose()));
    await lock?.release();
  }
}

async function openSchemaEngine(url: string, adapters: SqlDriverAdapter[], isLocked: boolean): Promise<SchemaEngine> {
  kept.connectSchemaEngine ??= loadSchemaEngine();
  const { SchemaEngine } = await kept.connectSchemaEngine;
  const adapter = bindMigrationAwareSqlAdapterFactory(
    withoutTraps(new PrismaPg({ connectionString: url }), adapters, isLocked ? withoutLock : (sql) => sql),
  );
  return SchemaEngine.new({ datamodels: (await readSchema()).files.map((f) => [f.path, f.content]) }, () => {}, adapter);
}

/** Once in a process, whoever reads this module again: its glue remembers the first instance's memory, and reads rubbish from a second's. */
const kept = globalThis as { connectSchemaEngine?: ReturnType<typeof loadSchemaEngine> };

async function loadSchemaEngine() {
  const require = createRequire(import.meta.url);
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = join(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"), "../schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(path), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * Works around two faults of the adapter. It cannot read columns of the type "char", which the engine selects for constraints,
 * so we cast them. It splits scripts at every semicolon, even inside functions, so we send each script whole.
 */
function withoutTraps(factory: PrismaPg, adapters: SqlDriverAdapter[], amend: (sql: string) => string): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapters.push(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const sql = amend(query.sql)
        .replace("constr.contype AS", "constr.contype::text AS")
        .replace(/con\.(confdeltype|confupdtype),/g, "con.$1::text AS $1,");
      const result = await queryRaw({ ...query, sql });
      const columnTypes = result.columnNames.map((name, i) =>
        CHAR_COLUMNS.has(name) ? ColumnTypeEnum.Character : (result.columnTypes[i] ?? ColumnTypeEnum.Text),
      );
      return { ...result, columnTypes };
    };
    const executeRaw = adapter.executeRaw.bind(adapter);
    adapter.executeRaw = (query) => executeRaw({ ...query, sql: amend(query.sql) });
    adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(amend(script)));
    return adapter;
  };
  return factory;
}

async function readSchema(): Promise<SchemasContainer> {
  const names = (await readdir(SCHEMA_FOLDER)).filter((name) => name.endsWith(".prisma")).sort();
  const files = names.map(async (name) => ({ path: name, content: await readFile(join(SCHEMA_FOLDER, name), "utf8") }));
  return { files: await Promise.all(files) };
}

async function readMigrations(): Promise<MigrationList> {
  const folders = (await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const lockfile = await readFile(join(MIGRATIONS_FOLDER, "migration_lock.toml"), "utf8");
  const directories = folders
    .map((entry) => entry.name)
    .sort()
    .map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8") },
      },
    }));
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(directories),
  };
}
