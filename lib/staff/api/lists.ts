import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import type { Scope } from "@/lib/society/api-tokens/api-token";

// What other systems read: numbers and dates. A name, an address or a word that somebody wrote has no place here.

const instant = () => z.iso.datetime().describe("An instant in UTC.");
const number = () =>
  z.string().nullable().describe("A membership number; null once everything about the member has been erased.");
const id = () => IdInput.describe("Never changes, and says nothing about anybody.");

export const MemberItem = z.strictObject({
  number: z.string().describe("The membership number."),
  roles: z.array(z.enum(["mentor", "mentee"])),
  registeredAt: instant(),
});

export const RelationshipItem = z.strictObject({
  id: id(),
  mentee: number(),
  mentor: number(),
  beganAt: instant(),
  agreedUntil: instant(),
  endedAt: instant().nullable(),
  meetingsHeld: z.int().min(0),
  firstMetAt: instant().nullable().describe("The first conversation or the first meeting held, whichever was earlier."),
  hours: z.number().min(0).describe("The length of all meetings held."),
});

export const MeetingItem = z.strictObject({
  id: id(),
  relationship: id(),
  startsAt: instant(),
  endsAt: instant(),
  minutes: z.int(),
  state: z.enum(["planned", "cancelled", "held", "not-held"]),
  changedAt: instant(),
});

export interface Listed {
  summary: string;
  /** What `since` compares. */
  since: string;
  item: z.ZodObject;
}

/** Each list of /api/v1, under the name that is also its scope. */
export const LISTS: Readonly<Record<Scope, Listed>> = {
  members: {
    summary: "Members with an account, in the order in which they registered",
    since: "Only those who registered at this instant or later.",
    item: MemberItem,
  },
  relationships: {
    summary: "Relationships, in the order in which they began",
    since: "Only those that began at this instant or later.",
    item: RelationshipItem,
  },
  meetings: {
    summary: "Meetings, in the order in which they last changed",
    since: "Only those that changed at this instant or later.",
    item: MeetingItem,
  },
};

/** One page of a list, as it is answered. */
export function pageOf(item: z.ZodObject) {
  return z.strictObject({
    data: z.array(item),
    next: z.string().nullable().describe("To be given as after for the next page; null on the last one."),
  });
}

/** What went wrong, as RFC 9457 says it. */
export const Problem = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});
