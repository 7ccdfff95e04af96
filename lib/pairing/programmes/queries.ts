import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { asOf } from "./decide";
import type { Programme } from "./programme";
import { fromRow, PROGRAMME_COLUMNS } from "./row";

/** A society has a handful; a hundred intakes take as many years. */
const MOST_PROGRAMMES = 200;

/** All of them for staff, as they are now: the newest first, the archived ones last. */
export async function listProgrammes(now: Date): Promise<Programme[]> {
  const rows = await db().programme.findMany({
    orderBy: { createdAt: "desc" },
    take: MOST_PROGRAMMES,
    select: PROGRAMME_COLUMNS,
  });
  const programmes = rows.map((row) => asOf(fromRow(row), now));
  return [
    ...programmes.filter(({ status }) => status !== "archived"),
    ...programmes.filter(({ status }) => status === "archived"),
  ];
}

/** One of them, as it is now; its version is that of its row. */
export async function findProgramme(id: string, now: Date): Promise<Programme | null> {
  if (!isId(id)) return null;
  const row = await db().programme.findUnique({ where: { id }, select: PROGRAMME_COLUMNS });
  return row && asOf(fromRow(row), now);
}
