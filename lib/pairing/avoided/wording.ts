import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { type AvoidRefusal, MOST_AVOIDED } from "./avoided";

export const LONGEST_NAME = 100;
export const AVOIDED_HEADING = "People you would rather not be matched with";

/** Whom the viewer may look for in this role, beside the box. */
export function sayWhomToFind(role: Role, { mentors, mentees }: Settings["words"]): string {
  return role === "mentee"
    ? `A name, or a whole membership number. We look among the ${mentors}.`
    : `A name, or a whole membership number. We look among the ${mentees} who have written to you.`;
}

export function sayAvoidRefusal(reason: AvoidRefusal): string {
  return reason === "list-full"
    ? `This list has room for ${MOST_AVOIDED} people. Please take somebody off it first.`
    : "This member can no longer be found, so nothing was saved.";
}
