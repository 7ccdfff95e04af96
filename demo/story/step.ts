import type { ProposalWords } from "@/lib/pairing/proposals/proposal";

/** Something that one of two people did at a time. `proposal` is its id. */
export type Step =
  | { at: Date; proposal: string; type: "send"; menteeId: string; mentorId: string; words: ProposalWords }
  | { at: Date; proposal: string; type: "edit"; words: ProposalWords }
  | { at: Date; proposal: string; type: "accept" | "withdraw" }
  | { at: Date; proposal: string; type: "reject"; because: number | null; reason: string | null }
  | { at: Date; proposal: string; type: "reopen"; by: "mentee" | "mentor" }
  | { at: Date; proposal: string; type: "end"; because: "completed" | "mentee" | "mentor" };
