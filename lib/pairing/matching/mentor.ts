import type { Replies } from "@/lib/people/members/member";
import type { Pictured } from "@/lib/people/pictures/picture";
import type { FilterQuestion, ShownAnswer } from "@/lib/people/profile-questions/profile-question";
import type { Reason } from "./reasons";
import type { Wanted } from "./score";

/** A mentor in a list. Numbers in topics, sector … are ids of the society's lists. */
export interface MentorCard extends Pictured, Replies {
  headline: string;
  sector: number | null;
  region: number | null;
  yearsOfExperience: number;
  topics: number[];
  methods: number[];
  languages: number[];
  placesFree: number;
  capacity: number;
  /** How many people wait for a reply from them. */
  waiting: number;
  reasons: Reason[];
}

/** A page of the list. */
export interface MentorList {
  mentors: MentorCard[];
  /** What `after` must be for the page that follows; null on the last one. */
  next: string | null;
  /** What the mentee's profile asks for; null when they have none yet. */
  wanted: Wanted | null;
  /** The society's own questions by which the list can be narrowed. */
  questions: FilterQuestion[];
}

/** One mentor in full. */
export interface MentorDetails extends MentorCard {
  about: string;
  /** What of their answers to the society's own questions the viewer may read, where they were asked for. */
  answers: ShownAnswer[];
  isViewer: boolean;
  /** The programme in which the viewer looks at them, where the mentor is in it; null: the society's own scheme. */
  programmeId: string | null;
  /** Whether the viewer has saved them, or does not want to see them in the list. */
  mark: "saved" | "hidden" | null;
  /** Whether the viewer is told when they are free, in this programme. */
  isAwaited: boolean;
  /** Why no proposal can be sent to them at the moment; null when one can. */
  closedBecause: ClosedBecause | null;
  /** When a mentor who is away is available again; null when they are not away, or have not said. */
  backAt: Date | null;
  /** The viewer's newest proposal to this mentor. */
  proposal: { id: string; status: string; withdrawnBecause: string | null; expiresAt: Date } | null;
}

export type ClosedBecause = "full" | "unavailable";

/** A mentor whom nobody can ask at the moment. */
export interface ClosedMentor extends Pictured {
  headline: string;
  closedBecause: ClosedBecause;
  backAt: Date | null;
}

export interface SuggestedMentor extends Pictured {
  headline: string;
  reasons: Reason[];
}
