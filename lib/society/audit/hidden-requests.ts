import { Prisma } from "@/lib/foundation/db/client";

/*
 * Staff must not see their own requests for help, nor requests about them, nor anything that mentions these. lib/staff/support
 * applies the same rule to the requests themselves.
 */

interface Reader {
  memberId: string;
}

/** Whether the reader may see the request `r`. Every staff statement that reads or writes a request includes this. */
export function isTheirBusiness({ memberId }: Reader): Prisma.Sql {
  return Prisma.sql`(r."memberId" <> ${memberId}::uuid AND r."aboutMemberId" IS DISTINCT FROM ${memberId}::uuid)`;
}

/** Whether the reader may see the audit line `e`: it is not about a hidden request, nor about an e-mail or a file about one. */
export function isOpenLine(reader: Reader): Prisma.Sql {
  return Prisma.sql`(e."subject" NOT IN ('support-request', 'audit') OR ${isNotHidden(reader, Prisma.sql`e."subjectId"`)})
    AND ${isOpenKey(reader, Prisma.sql`e."data"->>'key'`)}`;
}

const UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const KEY = `^support(?:-request)?:(${UUID})(?::|$)`;

/** Whether the reader may see the e-mail or the Today row with this key: it is not about a hidden request. */
export function isOpenKey(reader: Reader, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${key} IS NULL OR ${key} NOT LIKE 'support%' OR ${isNotHidden(reader, Prisma.sql`substring(${key} from ${KEY})::uuid`)})`;
}

function isNotHidden(reader: Reader, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM "support_requests" r WHERE r."id" = ${id} AND NOT ${isTheirBusiness(reader)})`;
}
