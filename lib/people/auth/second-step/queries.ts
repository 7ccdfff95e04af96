import { db } from "@/lib/foundation/db/client";
import { tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Known } from "./passkeys";
import type { SecondStep } from "./second-step";

/** What the member has for a second step, for their own eyes. */
export async function findSecondStep({ memberId }: Pick<Viewer, "memberId">): Promise<SecondStep> {
  const [passkeys, app, recoveryCodesLeft] = await Promise.all([
    db().passkey.findMany({
      where: { memberId },
      orderBy: { createdAt: "asc" },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    }),
    db().codeApp.findUnique({ where: { memberId }, select: { confirmedAt: true, lastUsedAt: true } }),
    db().recoveryCode.count({ where: { memberId } }),
  ]);
  const confirmed = app?.confirmedAt ? { confirmedAt: app.confirmedAt, lastUsedAt: app.lastUsedAt } : null;
  return { passkeys, app: confirmed, recoveryCodesLeft };
}

/** The member's passkeys as a browser is told of them. */
export function findKnownPasskeys(memberId: string): Promise<Known[]> {
  return db().passkey.findMany({ where: { memberId }, select: { credentialId: true, transports: true } });
}

/** What the app that the member is setting up makes its codes from; null when they are setting up none. */
export async function findNewAppSecret({ memberId }: Viewer): Promise<string | null> {
  const app = await db().codeApp.findUnique({ where: { memberId }, select: { secret: true, confirmedAt: true } });
  return app && app.confirmedAt === null ? openSecret(memberId, app.secret) : null;
}

/** Null when it cannot be opened, which is logged: the member then has their recovery codes. */
export function openSecret(memberId: string, sealed: string): string | null {
  const opened = tryOpen("code_apps.secret", memberId, sealed, String);
  return opened.isReadable ? opened.words : null;
}
