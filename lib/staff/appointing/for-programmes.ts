import { done, type Result, refuse } from "@/lib/foundation/result";
import { WHOLE_SOCIETY } from "@/lib/people/rights/row";
import { changeFromOutside, takeAllAway } from "@/lib/staff/coordinating/commands";
import type { CoordinatingRefusal } from "@/lib/staff/coordinating/coordinating";
import type { ProgrammeOrder } from "./input";
import { findByNumber, findProgrammeId } from "./queries";

/** Names the member with this number coordinator of a programme or reader of figures, and tells them. Returns their name. */
export async function appointForProgramme(
  { number, right, programme }: ProgrammeOrder,
  now: Date,
): Promise<Result<string, CoordinatingRefusal | "nobody">> {
  const member = await findByNumber(number);
  if (!member) return refuse("nobody");
  const programmeId = programme === null ? WHOLE_SOCIETY : await findProgrammeId(programme);
  if (programmeId === null) return refuse("no-programme");
  const named = await changeFromOutside({ memberId: member.id, programmeId, right }, now);
  return named.ok ? done(member.name) : named;
}

/** Takes away all that the member with this number may do for programmes. Returns for how many. */
export async function takeProgrammesAway(number: string, now: Date): Promise<number> {
  const member = await findByNumber(number);
  return member ? takeAllAway(member.id, now) : 0;
}
