import { z } from "zod";
import { ID, IdInput } from "@/lib/foundation/id";
import { TickedRows } from "@/lib/foundation/ticks";
import type { Seen } from "./commands";

const role = z.enum(["mentor", "mentee"]);

export const JoinInput = z.object({ programmeId: IdInput, role });
export const LeaveInput = JoinInput;

const PLACES = "Enter a whole number from 1 to 20, or nothing.";
/** An empty box: as many as in all. */
export const LimitInput = z.object({
  programmeId: IdInput,
  places: z.union([z.literal(""), z.coerce.number(PLACES).int(PLACES).min(1, PLACES).max(20, PLACES)], PLACES).default(""),
});

const TICKED = new RegExp(`^(${ID}) (mentor|mentee) (\\d{1,9})$`);

/** Rows of the list that were ticked, and what is to be done with them. */
export const AnswerInput = z.object({
  programmeId: IdInput,
  answer: z.enum(["approve", "decline"]),
  who: TickedRows.min(1, "Tick somebody first."),
});

/** What the box of a row sends. */
export function writeTick({ memberId, role, seen }: Seen): string {
  return `${memberId} ${role} ${seen}`;
}

/** The rows that were ticked; nonsense is none. */
export function readTicks(who: readonly string[]): Seen[] {
  return who.flatMap((text): Seen[] => {
    const [, memberId, role, seen] = TICKED.exec(text) ?? [];
    if (!memberId || (role !== "mentor" && role !== "mentee")) return [];
    return [{ memberId, role, seen: Number(seen) }];
  });
}
