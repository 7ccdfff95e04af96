export type Role = "mentor" | "mentee";

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
