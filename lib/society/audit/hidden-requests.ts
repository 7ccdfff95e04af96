import { Prisma } from "@/lib/foundation/db/client";

/*
 * A staff member has nothing to do with their own request for help, nor with one about them: for them it is not there at all, and
 * neither is anything that speaks of it. lib/staff/support asks the same of the requests themselves.
 */

interface Reader {
  memberId: string;
}

/** Whether the reader may have to do with the request `r`. Stands in every statement of the desk that reads or writes one. */
export function isTheirBusiness({ memberId }: Reader): Prisma.Sql {
  return Prisma.sql`(r."memberId" <> ${memberId}::uuid AND r."aboutMemberId" IS DISTINCT FROM ${memberId}::uuid)`;
}

/** Whether the line `e` of the audit trail is about no request that is hidden from the reader, nor about mail or a file about one. */
export function isOpenLine(reader: Reader): Prisma.Sql {
  return Prisma.sql`(e."subject" NOT IN ('support-request', 'audit') OR ${isNotHidden(reader, Prisma.sql`e."subjectId"`)})
    AND ${isOpenKey(reader, Prisma.sql`e."data"->>'key'`)}`;
}

const UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const KEY = `^support(?:-request)?:(${UUID})(?::|$)`;

/** Whether this key, of a mail or of a row of Today, is of no request that is hidden from the reader. */
export function isOpenKey(reader: Reader, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${key} IS NULL OR ${key} NOT LIKE 'support%' OR ${isNotHidden(reader, Prisma.sql`substring(${key} from ${KEY})::uuid`)})`;
}

function isNotHidden(reader: Reader, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM "support_requests" r WHERE r."id" = ${id} AND NOT ${isTheirBusiness(reader)})`;
}
