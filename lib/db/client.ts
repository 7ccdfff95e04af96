import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "./generated/client";

export type { PrismaClient };
export { Prisma };

const kept = globalThis as { connectDatabase?: PrismaClient };

/** The one way to the database. Opened at the first use, kept for the life of the process. */
export function db(): PrismaClient {
  kept.connectDatabase ??= openDatabase(env().DATABASE_URL);
  return kept.connectDatabase;
}

/** A client of its own, for tests and scripts that name their database. */
export function openDatabase(url: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, connectionTimeoutMillis: 10_000 }) });
}
