/** A message as one of the two reads it. */
export interface Message {
  /** Rises within the conversation. */
  number: number;
  /** Whether the viewer wrote it. */
  isMine: boolean;
  words: string;
  sentAt: Date;
}

/** A page of the conversation, and how far the two have read. */
export interface Conversation {
  /** Oldest first. */
  messages: Message[];
  /** The number to ask for to see older ones; null when these are the first. */
  earlier: number | null;
  /** The newest number of all; 0 when there are no messages yet. */
  newest: number;
  /** How many messages the viewer has not read, and from which number on. */
  unread: number;
  readTo: number;
  /** The partner has been shown everything up to this number. */
  partnerReadTo: number;
}

export type RefusalReason = "not-found" | "ended" | "too-many";

/** More than a person writes, and fewer than a script sends. */
export const MOST_PER_HOUR = 60;
/** The mail waits until nobody has written for this long, so that five messages make one mail. */
export const QUIET_MINUTES = 10;
/** The mail waits no longer than this, however much is written meanwhile. */
export const LONGEST_WAIT_MINUTES = 60;
