import type { Role } from "@/lib/foundation/viewer";

/** Which roles a member holds, or would like to. */
export type Roles = Record<Role, boolean>;

/** What is under way: unanswered proposals and active relationships. */
export interface UnderWay {
  proposals: number;
  relationships: number;
}

/** The same, in each role. */
export type Matters = Record<Role, UnderWay>;

/** What becomes of a member's roles. */
export interface RolesChange {
  roles: Roles;
  added: Role[];
  removed: Role[];
}

/** `mentor-in-use`: the member has open proposals or active relationships in that role, so it cannot be given up. */
export type RolesRefusal = "none-left" | "mentor-in-use" | "mentee-in-use" | "changed-meanwhile";

/** Why a member who deleted their account cannot come back: no role is chosen, or everything is about to be erased. */
export type ReturnRefusal = "none-left" | "too-late";

/** When somebody who asks for everything to be erased wants it: after a time in which they can come back, or at once. */
export type ErasureWish = "later" | "now";

/** The last administrator cannot leave: nobody else could change settings or staff rights. */
export type LeavingRefusal = "last-admin";
