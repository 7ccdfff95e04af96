/** `node --import tsx bench/measure.ts <name>`: a benchmark in a process of its own, on the new database in DATABASE_URL. */
import { applyMigrations } from "@/lib/foundation/db/migrations";
import type { Table } from "./table";

interface Benchmark {
  measure(databaseUrl: string): Promise<Table[]>;
}

const url = process.env.DATABASE_URL ?? "";
await applyMigrations(url);
const { measure } = (await import(`./${process.argv[2]}.ts`)) as Benchmark;
const tables = await measure(url);
process.send?.(tables, () => process.exit(0));
