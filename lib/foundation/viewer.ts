export type Role = "mentor" | "mentee";

/** What somebody who is not staff may do for named programmes, by their ids. */
export interface ProgrammeRights {
  /** These they look after, as staff of them. */
  coordinates: readonly string[];
  /** Of these they read the figures; "all": those of the whole society. */
  reads: readonly string[] | "all";
}

/** Which programmes' records a viewer may see; "all": every record, with or without a programme. */
export type Scope = "all" | readonly string[];

/** Who is asking: one signed-in member, in the role they act in. */
export interface Viewer {
  memberId: string;
  name: string;
  email: string;
  number: string;
  isMentor: boolean;
  isMentee: boolean;
  /** Null if they hold no role, or hold both and have not chosen one yet. */
  activeRole: Role | null;
  staff: "none" | "staff" | "admin";
  /** For some programmes alone, beside `staff`; absent: for none. lib/people/rights says what they amount to. */
  rights?: ProgrammeRights;
  /** IANA name: their own, or the society's. */
  timeZone: string;
  /** The name of their picture, if they have one. */
  picture: string | null;
  /** False while the mentor has made themselves unavailable; true for everybody else. */
  isAvailable: boolean;
}

/** Somebody who deleted their account and has signed in again. All they can do is come back. */
export interface Departed {
  memberId: string;
  name: string;
  /** The roles they had when they left. */
  isMentor: boolean;
  isMentee: boolean;
  staff: Viewer["staff"];
}
