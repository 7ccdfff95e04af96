import { db } from "@/lib/db/client";

/** What the register says of a number. */
export interface RegisterAnswer {
  /** Null when the number is not on it. */
  entry: { surnameKey: string; email: string | null; standing: "current" | "lapsed" } | null;
  /** False as long as no register has been imported: then it vouches for nobody, and against nobody. */
  isImported: boolean;
}

/** Asks the register about a membership number. */
export async function askRegister(number: string): Promise<RegisterAnswer> {
  const [row] = await db().$queryRaw<
    { isImported: boolean; surnameKey: string | null; email: string | null; standing: "current" | "lapsed" | null }[]
  >`
    SELECT EXISTS (SELECT FROM "register_entries") AS "isImported", e."surnameKey", e."email", e."standing"
    FROM (SELECT 1) AS one LEFT JOIN "register_entries" e ON e."number" = ${number}`;
  const { isImported = false, surnameKey = null, email = null, standing = null } = row ?? {};
  return { isImported, entry: surnameKey === null || standing === null ? null : { surnameKey, email, standing } };
}
