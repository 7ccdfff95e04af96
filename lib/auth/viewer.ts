export type Role = "mentor" | "mentee";

/** Who is asking: one signed-in member, in the role they act in. */
export interface Viewer {
  memberId: string;
  name: string;
  email: string;
  number: string;
  isMentor: boolean;
  isMentee: boolean;
  /** Null for those who hold no role, or hold both and have not chosen yet. */
  activeRole: Role | null;
  staff: "none" | "staff" | "admin";
  /** IANA name: their own, or the society's. */
  timeZone: string;
  /** False while the mentor has made themselves unavailable; true for everybody else. */
  isAvailable: boolean;
}

/** The date decides: once the day has come a mentor is available, whether or not a sweep has run. */
export function isAvailableAt(
  { isAvailable, availableAgainAt }: { isAvailable: boolean; availableAgainAt: Date | null },
  now: Date,
): boolean {
  return isAvailable || (availableAgainAt !== null && availableAgainAt <= now);
}
