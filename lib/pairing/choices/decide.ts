import type { RefusalReason } from "@/lib/pairing/proposals/proposal";

/** The chosen mentors in their order: each once, not the one who is asked first, and no more than the society allows. */
export function tidy(mentorId: string, chosen: readonly (string | undefined)[], most: number): string[] {
  const named = chosen.filter((id) => id !== undefined && id !== mentorId) as string[];
  return [...new Set(named)].slice(0, most);
}

/**
 * What a refusal to send to a choice means. `next`: this mentor cannot be asked, so try the one after. `wait`: the mentee has as
 * many open proposals as they may, so look again later. `stop`: they have found somebody, have left or cannot send now, or nothing is sent any more.
 */
export function after(refusal: RefusalReason): "next" | "wait" | "stop" {
  if (refusal === "too-many-open") return "wait";
  return STOPPING.includes(refusal) ? "stop" : "next";
}

const STOPPING: readonly RefusalReason[] = ["mentee-has-mentor", "not-yours", "not-ready", "programme-closed"];
