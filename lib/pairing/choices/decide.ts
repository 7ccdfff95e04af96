import { createHash } from "node:crypto";
import type { RefusalReason } from "@/lib/pairing/proposals/proposal";

/** The chosen mentors in their order: each once, not the one who is asked first, and no more than the society allows. */
export function tidy(mentorId: string, chosen: readonly (string | undefined)[], most: number): string[] {
  const named = chosen.filter((id) => id !== undefined && id !== mentorId) as string[];
  return [...new Set(named)].slice(0, most);
}

/**
 * The id of the proposal that goes to the next choice after this one. It is always the same, so that two sweeps which go on
 * from one proposal would make the same one, of which there can only be one.
 */
export function nextId(proposalId: string): string {
  const hex = createHash("sha256").update(`${proposalId}:next`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * What a refusal to send to a choice means. `next`: this mentor cannot be asked, so try the one after. `wait`: the mentee has as
 * many open proposals as they may, so look again later. `stop`: they have found somebody, or have left.
 */
export function after(refusal: RefusalReason): "next" | "wait" | "stop" {
  if (refusal === "too-many-open") return "wait";
  return refusal === "mentee-has-mentor" || refusal === "not-yours" ? "stop" : "next";
}
