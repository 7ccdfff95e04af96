import { z } from "zod";
import { readCursor, readInstant } from "@/lib/foundation/cursor";

/** The most rows in one answer. */
export const MOST_ROWS = 500;
const USUAL_ROWS = 100;

/** An instant with its zone, since a clock time alone could be any of several. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

const SINCE = "should be an instant such as 2026-11-29T00:00:00Z";

/** What every list takes. A parameter with another name is refused: a mistyped `since` would otherwise bring everything. */
export const PageQuery = z.strictObject({
  after: z
    .string()
    .max(80)
    .refine((text) => readCursor(text) !== null, "should be the next of an earlier answer")
    .optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(USUAL_ROWS),
  since: z
    .string()
    .max(40)
    .regex(INSTANT, SINCE)
    .refine((text) => readInstant(text) !== null, SINCE)
    .transform((text) => new Date(text))
    .optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const NoQuery = z.strictObject({});
