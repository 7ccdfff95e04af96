import { z } from "zod";
import { ID, IdInput } from "@/lib/foundation/id";
import { TickedAll, TickedRows } from "@/lib/foundation/ticks";
import { cleanLine } from "@/lib/foundation/typed-text";
import { VIEWS } from "./run";

const seen = z.coerce.number().int().min(0);

export const BeginInput = z.object({ programmeId: z.string().regex(new RegExp(`^${ID}$`), "Choose a programme.") });
export const RunInput = z.object({ id: IdInput });
export const SeenInput = z.object({ id: IdInput, seen });

/** Which part of a run is on the page. Addresses say it, and forms bring it along, so that afterwards it is there again. Nonsense is ignored. */
export const ListInput = z.object({
  view: z.enum(VIEWS).catch("draft"),
  who: z.string().max(200).overwrite(cleanLine).min(1).max(80).optional().catch(undefined),
  /** The last row of the page before. */
  after: IdInput.optional().catch(undefined),
});
export type RunList = z.infer<typeof ListInput>;

/** The page of a run with this part of it; a person's page in it, under `menteeId`. */
export function addressOf(runId: string, { view, who, after }: RunList, menteeId?: string): string {
  const asked = Object.entries({ view, who, after }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `/admin/matching/${runId}${menteeId ? `/${menteeId}` : ""}?${new URLSearchParams(asked)}`;
}

/** Rows of the list that were ticked, and what is to be done with them. */
export const ActInput = ListInput.extend({
  runId: IdInput,
  act: z.enum(["lock", "unlock", "drop", "publish"]),
  ticked: TickedRows,
  all: TickedAll,
}).refine(({ ticked, all }) => ticked.length + all.length > 0, {
  path: ["ticked"],
  message: "Tick at least one pair first. Nothing has been done.",
});

/** The mentor who is chosen for a mentee; `seen` is the version of the draft that was on the page, 0: none. */
export const ChooseInput = ListInput.extend({
  runId: IdInput,
  menteeId: IdInput,
  seen,
  mentorId: z.string("Choose one of these.").regex(new RegExp(`^${ID}$`), "Choose one of these."),
});

/** Two people whom staff bring together by hand: as a draft, or asked at once. */
export const SuggestInput = z.object({
  programmeId: IdInput,
  menteeId: IdInput,
  mentorId: IdInput,
  seen,
  how: z.enum(["draft", "publish"]),
});
