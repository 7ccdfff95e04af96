import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Role } from "@/lib/foundation/viewer";
import type { Matters, Roles, RolesChange, RolesRefusal } from "./account";

const ROLES: readonly Role[] = ["mentor", "mentee"];

/**
 * Whether these roles can be had instead of those held. Nobody is left waiting: a role with something under way stays.
 * A member keeps at least one; staff may have none.
 */
export function decideRoles(held: Roles, wanted: Roles, matters: Matters, isStaff: boolean): Result<RolesChange, RolesRefusal> {
  if (!wanted.mentor && !wanted.mentee && !isStaff) return refuse("none-left");
  const removed = ROLES.filter((role) => held[role] && !wanted[role]);
  const needed = removed.find((role) => matters[role].proposals + matters[role].relationships > 0);
  if (needed) return refuse(`${needed}-in-use`);
  return done({ roles: wanted, removed, added: ROLES.filter((role) => wanted[role] && !held[role]) });
}
