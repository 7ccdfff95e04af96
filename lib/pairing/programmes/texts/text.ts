import type { Document, Version } from "@/lib/society/content/document";

/** The texts that a programme may have of its own, for the relationships in it. */
export const PROGRAMME_SLUGS = ["contract", "first-conversation"] as const;
export type ProgrammeSlug = (typeof PROGRAMME_SLUGS)[number];

export function isProgrammeSlug(text: string): text is ProgrammeSlug {
  return PROGRAMME_SLUGS.some((slug) => slug === text);
}

/** Which text, of which programme. */
export interface TextOf {
  programmeId: string;
  slug: ProgrammeSlug;
}

/** A text as partners read it, and whether it is their programme's own. */
export interface TextInProgramme extends Document {
  isOfProgramme: boolean;
}

/** A version; where the programme went back to the society's text, it has no title. */
export interface OwnVersion extends Omit<Version, "title"> {
  title: string | null;
}

/** Where a programme stands with one of its texts, for its page. */
export interface Standing {
  slug: ProgrammeSlug;
  /** The own version that partners read; null: the society's text. */
  publishedNumber: number | null;
  /** A draft that is newer than what they read. */
  draftNumber: number | null;
}
