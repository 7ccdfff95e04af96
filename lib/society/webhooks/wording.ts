import { type Delivery, type Endpoint, MOST_ENDPOINTS, type WebhookEvent } from "./webhook";

export const EVENT_LABELS: Readonly<Record<WebhookEvent, string>> = {
  "member.registered": "A member has registered",
  "relationship.begun": "A relationship has begun",
  "relationship.met": "Two partners have met for the first time",
  "relationship.completed": "A relationship was completed at the agreed end",
  "relationship.ended": "A relationship has ended early",
};

export type WebhookRefusal =
  | "admin-only"
  | "already-there"
  | "too-many"
  | "address"
  | "private"
  | "not-found"
  | "changed-meanwhile";

export function sayWebhookRefusal(refusal: WebhookRefusal): string {
  switch (refusal) {
    case "admin-only":
      return "Only administrators can connect other systems.";
    case "already-there":
      return "This form has already added an address. Open the page again to add another.";
    case "too-many":
      return `There are already ${MOST_ENDPOINTS} addresses that are told something. Turn one off first.`;
    case "address":
      return "Enter an address that begins with https:// and has no password in it.";
    case "private":
      return "This address cannot be reached from the internet, so we do not send to it. Check how it is spelt.";
    case "not-found":
      return "This address is no longer here.";
    case "changed-meanwhile":
      return "A colleague has changed this webhook since you opened the page. Please look at it again.";
  }
}

export function sayEndpointState({ offBecause }: Pick<Endpoint, "offBecause">): string {
  if (offBecause === "gone") return "Off, because it answered that it is gone (410)";
  return offBecause ? "Turned off" : "On";
}

export function sayDeliveryState({ state, attempts }: Pick<Delivery, "state" | "attempts">): string {
  if (state === "waiting") return attempts === 0 ? "Waiting" : "Being retried";
  return state === "delivered" ? "Delivered" : "Given up";
}

/** "200", or why there was no answer. */
export function sayAnswer(answer: string | null): string {
  switch (answer) {
    case null:
      return "";
    case "timeout":
      return "No answer in five seconds";
    case "private":
      return "Not an address on the internet";
    case "unreachable":
      return "Could not be reached";
    default:
      return answer;
  }
}
