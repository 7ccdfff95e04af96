import type { PictureRefusal } from "@/lib/people/pictures/picture";

/** What it may be about, as the member chooses. */
export const CATEGORIES = ["technical", "relationship", "complaint", "erasure", "other"] as const;
export type Category = (typeof CATEGORIES)[number];

/** open: staff have to reply; waiting: the member has to reply. */
export const STATES = ["open", "waiting", "solved"] as const;
export type RequestState = (typeof STATES)[number];

/** A request as lists show it. */
export interface RequestLine {
  id: string;
  reference: string;
  category: Category;
  subject: string;
  state: RequestState;
  openedAt: Date;
  /** Since when it has been in this state. */
  waitingSince: Date;
}

export interface Entry {
  id: string;
  kind: "member" | "answer" | "note";
  authorName: string;
  words: string;
  /** The state from then on, where it says so. */
  state: RequestState | null;
  at: Date;
  attachments: Attachment[];
}

export interface Attachment {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  isPicture: boolean;
}

/** Why a file is not taken. `infected`: a scanner found something. `not-scanned`: it is away, or could not say. */
export type FileRefusal = PictureRefusal | "infected" | "not-scanned";

/** A message that the member chose to show. */
export interface ShownMessage {
  number: number;
  senderName: string;
  words: string;
  sentAt: Date;
}

/** What happens after the reply of staff. */
export type Then = "wait" | "solve";

export type RequestRefusal = "not-found" | "too-many" | "not-theirs" | "changed-meanwhile";

/** More than anybody needs, but few enough not to flood the queue. */
export const MOST_PER_DAY = 10;
export const MOST_REPLIES_PER_DAY = 40;

export const MOST_FILES = 3;
/** In bytes. Three of them and the words fit into the largest form (lib/people/pictures/picture). */
export const LARGEST_ATTACHMENT = 8 * 1024 * 1024;
