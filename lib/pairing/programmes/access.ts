import { decide } from "./decide";
import { COMMAND_TYPES, type Move, type Programme, SOCIETY_SCHEME } from "./programme";

export const MOVES = COMMAND_TYPES.filter((type): type is Move => type !== "create" && type !== "edit" && type !== "copy");

/** What staff could do with it now: the buttons of its page ask here, so that screen and rule cannot disagree. */
export function allowedMoves(programme: Programme, now: Date): Move[] {
  const actor = { kind: "staff", memberId: "" } as const;
  return MOVES.filter((type) => decide(programme, { type, actor }, now).ok);
}

/** Whether members send each other proposals in it: of an intake, once those who would like to be in it are. */
export function takesProposals({ status, time, finding }: Pick<Programme, "status" | "time" | "finding">): boolean {
  return finding !== "staff" && isUnderWay({ status, time });
}

/** Whether people come together in it, by themselves or by staff. */
export function isUnderWay({ status, time }: Pick<Programme, "status" | "time">): boolean {
  return status === "matching" || status === "running" || (status === "open" && time === "always");
}

/** Whether its form can be saved. */
export function isEditable({ status }: Pick<Programme, "status">): boolean {
  return status !== "closed" && status !== "archived";
}

/** The society's own scheme: its days and limits are the society's settings, and its form has words alone. */
export function isScheme({ id }: Pick<Programme, "id">): boolean {
  return id === SOCIETY_SCHEME;
}
