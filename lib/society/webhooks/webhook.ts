/** What other systems can be told. The triggers of the migration use these names. */
export const EVENTS = [
  "member.registered",
  "relationship.begun",
  "relationship.met",
  "relationship.completed",
  "relationship.ended",
] as const;
export type WebhookEvent = (typeof EVENTS)[number];

/** An endpoint as administrators see it: never its secret. */
export interface Endpoint {
  id: string;
  address: string;
  events: WebhookEvent[];
  createdAt: Date;
  offAt: Date | null;
  /** gone: it answered 410. */
  offBecause: "staff" | "gone" | null;
}

/** What can be edited of an endpoint, in one line: a form says by it what its reader saw. */
export function writeSeen({ address, events }: Pick<Endpoint, "address" | "events">): string {
  return [address, ...events].join(" ");
}

export interface Delivery {
  id: string;
  event: WebhookEvent;
  happenedAt: Date;
  state: "waiting" | "delivered" | "given-up";
  attempts: number;
  lastAttemptAt: Date | null;
  nextAttemptAt: Date | null;
  lastAnswer: string | null;
}

/** A society has a handful of systems, and each sweep asks all of them at once. */
export const MOST_ENDPOINTS = 10;

/** What an event says, beside what it is and when: numbers, and the relationship's id, which /api/v1 has too. */
export function bodyOf(told: {
  event: WebhookEvent;
  happenedAt: Date;
  number: string | null;
  relationshipId: string | null;
  mentee: string | null;
  mentor: string | null;
}): string {
  const { event, happenedAt, number, relationshipId, mentee, mentor } = told;
  const data = relationshipId === null ? { number } : { relationship: relationshipId, mentee, mentor };
  return JSON.stringify({ type: event, timestamp: happenedAt.toISOString(), data });
}
