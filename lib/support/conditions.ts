import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/lib/db/client";

/**
 * Whether the staff member may have to do with the request `r`: not with their own, and not with one about them, which for
 * them is not there at all. Stands in every statement of the desk that reads or writes one.
 */
export function isTheirBusiness({ memberId }: Pick<Viewer, "memberId">): Prisma.Sql {
  return Prisma.sql`(r."memberId" <> ${memberId}::uuid AND r."aboutMemberId" IS DISTINCT FROM ${memberId}::uuid)`;
}

/** Still of the staff when it is done, whatever the session says. */
export function isStaffNow({ memberId }: Pick<Viewer, "memberId">): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "members" s WHERE s."id" = ${memberId}::uuid AND s."staff" <> 'none' AND s."status" = 'active')`;
}
