import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Staff, Standing, Status, Subject } from "./directory";

/** What a decision about an account depends on, and the number that confirms the last of them; null when there is none. */
export async function loadSubject(memberId: string): Promise<(Subject & { number: string }) | null> {
  if (!isId(memberId)) return null;
  const row = await db().member.findUnique({
    where: { id: memberId },
    select: {
      id: true,
      number: true,
      status: true,
      standing: true,
      staff: true,
      erasedAt: true,
      earlierSubject: true,
      passkeys: { select: { id: true }, take: 1 },
      codeApp: { select: { confirmedAt: true } },
    },
  });
  if (!row) return null;
  const { id, number, status, standing, staff, erasedAt, earlierSubject, passkeys, codeApp } = row;
  const words = { status: status as Status, standing: standing as Standing, staff: staff as Staff };
  const hasSecondStep = passkeys.length > 0 || (codeApp?.confirmedAt ?? null) !== null;
  return {
    memberId: id,
    number,
    ...words,
    isErased: erasedAt !== null,
    hasMovedSignIn: earlierSubject !== null,
    hasSecondStep,
  };
}
