import { db } from "@/lib/foundation/db/client";
import type { Programme } from "./programme";
import { fromRow, PROGRAMME_COLUMNS } from "./row";

/** A programme as its row has it, for a decision. */
export async function loadProgramme(id: string): Promise<Programme | null> {
  const row = await db().programme.findUnique({ where: { id }, select: PROGRAMME_COLUMNS });
  return row && fromRow(row);
}
