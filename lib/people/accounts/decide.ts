import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Role } from "@/lib/foundation/viewer";
import type { Matters, Roles, RolesChange, RolesRefusal } from "./account";

const ROLES: readonly Role[] = ["mentor", "mentee"];

/**
 * Whether a member may hold these roles instead of those they hold now. They keep any role with open proposals or active
 * relationships, so that nobody is left waiting, and at least one role unless they are staff.
 */
export function decideRoles(held: Roles, wanted: Roles, matters: Matters, isStaff: boolean): Result<RolesChange, RolesRefusal> {
  if (!wanted.mentor && !wanted.mentee && !isStaff) return refuse("none-left");
  const removed = ROLES.filter((role) => held[role] && !wanted[role]);
  const needed = removed.find((role) => matters[role].proposals + matters[role].relationships > 0);
  if (needed) return refuse(`${needed}-in-use`);
  return done({ roles: wanted, removed, added: ROLES.filter((role) => wanted[role] && !held[role]) });
}
