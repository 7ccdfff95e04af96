import { sayPlainDay } from "@/lib/foundation/day-range";
import { LENGTHS, type ProposalFilter, type RelationshipFilter } from "../input";

/** Which proposals a number of a report led to: "Sent from 1 June 2026 to 30 June 2026". Null without such a filter. */
export function sayCountedProposals({ from, to, before }: ProposalFilter): string | null {
  return sentence([between("sent", from, to), before !== undefined && `before the reminder of day ${before} had gone out`]);
}

/** The same of relationships. */
export function sayCountedRelationships(filter: RelationshipFilter): string | null {
  const { from, to, endedFrom, endedTo, lasted, at, met, metFrom, metTo } = filter;
  return sentence([
    between("started", from, to),
    between("ended", endedFrom, endedTo),
    lasted !== undefined && `lasted ${sayLength(lasted)}`,
    at && `under way at the end of ${sayPlainDay(at)}`,
    met && between(MEETINGS[met], metFrom, metTo),
    !met && between("with a meeting", metFrom, metTo),
  ]);
}

const MEETINGS = {
  held: "with a meeting held",
  cancelled: "with a meeting cancelled",
  "not-held": "with a meeting that was not held",
  declined: "with a meeting declined",
  planned: "with a meeting planned",
} as const;

/** "less than 1 month", "1 to 3 months", "12 months or more", by the number of LENGTHS that were reached. */
export function sayLength(reached: number): string {
  const [from, to] = [LENGTHS[reached - 1], LENGTHS[reached]];
  if (from === undefined) return `less than ${to} month`;
  return to === undefined ? `${from} months or more` : `${from} to ${to} month${to === 1 ? "" : "s"}`;
}

function between(what: string, from: string | undefined, to: string | undefined): string | false {
  if (!from && !to) return false;
  if (from && from === to) return `${what} on ${sayPlainDay(from)}`;
  const [first, last] = [from && ` from ${sayPlainDay(from)}`, to && ` ${from ? "to" : "until"} ${sayPlainDay(to)}`];
  return `${what}${first || ""}${last || ""}`;
}

function sentence(parts: readonly (string | false | undefined)[]): string | null {
  const said = parts.filter((part): part is string => Boolean(part)).join(", ");
  return said === "" ? null : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
