/** A message as one of the two reads it. */
export interface Message {
  /** Rises within the conversation. */
  number: number;
  /** Whether the viewer wrote it. */
  isMine: boolean;
  words: string;
  sentAt: Date;
}

/** A stretch of the conversation, and where the two stand in it. */
export interface Conversation {
  /** Oldest first. */
  messages: Message[];
  /** What to ask for to see older ones; null when these are the first. */
  earlier: number | null;
  /** The newest number that there is, shown here or not; 0: nothing has been said yet. */
  newest: number;
  /** How many messages the viewer has not read, and from which number on. */
  unread: number;
  readTo: number;
  /** The partner has been shown everything up to this number. */
  partnerReadTo: number;
}

export type RefusalReason = "not-found" | "ended" | "too-many";

/** More than anybody writes, and less than a machine does. */
export const MOST_PER_HOUR = 60;
/** The mail waits until nobody has written for so long, so that five messages are one mail. */
export const QUIET_MINUTES = 10;
/** Nobody waits longer than this to be told, however much is written meanwhile. */
export const LONGEST_WAIT_MINUTES = 60;
