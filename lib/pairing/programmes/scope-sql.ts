import { Prisma } from "@/lib/foundation/db/client";
import type { Scope } from "@/lib/foundation/viewer";

/** What names its programme, the society's own scheme too. For staff it is just true. */
export function isProgrammeInScope(scope: Scope, column: Prisma.Sql): Prisma.Sql {
  return scope === "all" ? Prisma.sql`true` : Prisma.sql`${column} = ANY(${[...scope]}::uuid[])`;
}
