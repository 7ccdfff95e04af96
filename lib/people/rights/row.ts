import type { ProgrammeRights } from "@/lib/foundation/viewer";

/** A row of programme_staff: the right, and the programme or the nil id. */
export type KeptRight = readonly [right: string, programmeId: string];

/** Stands in programme_staff for the whole society, whose figures a reader may see. */
export const WHOLE_SOCIETY = "00000000-0000-0000-0000-000000000000";

export function toRights(rows: readonly KeptRight[]): ProgrammeRights {
  const idsOf = (wanted: string) => rows.filter(([right]) => right === wanted).map(([, programmeId]) => programmeId);
  const read = idsOf("reader");
  return { coordinates: idsOf("coordinator"), reads: read.includes(WHOLE_SOCIETY) ? "all" : read };
}
