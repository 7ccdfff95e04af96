import type { Block } from "@/lib/foundation/blocks";
import type { Film } from "./film";

export const AUDIENCES = ["everybody", "mentors", "mentees"] as const;

export type Audience = (typeof AUDIENCES)[number];

/** One line of the members' list. */
export interface ResourceItem {
  id: string;
  title: string;
  summary: string;
  isFilm: boolean;
}

/** An article or a film, as members see it. For a film, `blocks` is the transcript. */
export interface Resource {
  id: string;
  title: string;
  summary: string;
  film: Film | null;
  blocks: Block[];
  publishedAt: Date;
}

/** One line of the staff list: the newest version, and the published one. */
export interface ShelvedResource {
  id: string;
  title: string;
  audience: Audience;
  isFilm: boolean;
  number: number;
  /** Null while members do not see it. */
  publishedNumber: number | null;
  /** When it was saved last, and by whom. */
  createdAt: Date;
  authorName: string | null;
}

/** Which way in the list. */
export type Direction = "up" | "down";
