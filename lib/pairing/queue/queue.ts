import type { RefusalReason } from "@/lib/pairing/proposals/proposal";

/** A place in the queue of a mentor. */
export interface QueuePlace {
  proposalId: string;
  joinedAt: Date;
  /** An earlier mentor never replied to them or never met them. */
  goesFirst: boolean;
}

/** A place as the one who has it sees it. */
export interface MyPlace extends QueuePlace {
  mentorId: string;
  mentorName: string;
  /** 1 is asked for next. */
  position: number;
  /** Why nobody is asked at present. */
  mentorIs: "full" | "away" | "unreachable";
  /** When a mentor who is away is available again; null when they have not said. */
  backAt: Date | null;
}

export type QueueRefusal = RefusalReason | "not-found" | "not-keepable" | "already-asked";
