import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { logRefusal } from "@/lib/foundation/log";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { recordEntry } from "../local/credentials";
import { forgive, isWithinLimits } from "../local/limits";
import { stepOfCode } from "./app-codes";
import { passkeyOf, readChallenge, readSigned, whenExpired } from "./passkeys";
import { openSecret } from "./queries";
import { hashBeside } from "./recovery-codes";
import type { StepRefusal } from "./second-step";

/** Whose password was right, under which epoch. */
interface Pending {
  memberId: string;
  epoch: number;
}

/** `over`: meanwhile the member's sessions were ended, so that the password has to be given again. */
type TakingRefusal = StepRefusal | "over";

/**
 * The second step by a code: of the authenticator app, or a recovery code, which works once. Nobody gets here who has not given the right
 * password, and guesses are limited by account.
 */
export async function takeByCode(
  pending: Pending,
  typed: string,
  caller: string | null,
  now: Date,
): Promise<Result<null, TakingRefusal>> {
  const take = /^\d{6}$/.test(typed) ? useAppCode : useRecoveryCode;
  return takeBy(pending, caller, now, () => take(pending.memberId, typed, now));
}

/** The second step by a passkey: it has signed the challenge that this member's page brought, which nobody has answered before. */
export async function takeByPasskey(
  pending: Pending,
  { answer, challenge }: { answer: string; challenge: string },
  caller: string | null,
  now: Date,
): Promise<Result<null, TakingRefusal>> {
  return takeBy(pending, caller, now, () => usePasskey(pending.memberId, answer, challenge, now));
}

async function takeBy(
  { memberId, epoch }: Pending,
  caller: string | null,
  now: Date,
  use: () => Promise<boolean>,
): Promise<Result<null, TakingRefusal>> {
  if (!(await isWithinLimits("second-step", memberId, caller))) return refuse("too-often");
  if (!(await use())) {
    logRefusal("sign-in", { way: "local", reason: "second-step", memberId });
    return refuse("wrong");
  }
  await forgive("second-step", memberId, memberId);
  return (await recordEntry(memberId, epoch, now)) ? done(null) : refuse("over");
}

async function useAppCode(memberId: string, code: string, now: Date): Promise<boolean> {
  const app = await db().codeApp.findUnique({
    where: { memberId },
    select: { secret: true, lastStep: true, confirmedAt: true },
  });
  const secret = app?.confirmedAt ? openSecret(memberId, app.secret) : null;
  const step = app && secret !== null ? stepOfCode(secret, code, app.lastStep, readRealClock()) : null;
  if (step === null) return false;
  const { count } = await db().codeApp.updateMany({
    where: { memberId, lastStep: { lt: step } },
    data: { lastStep: step, lastUsedAt: now },
  });
  return count > 0;
}

async function useRecoveryCode(memberId: string, code: string, now: Date): Promise<boolean> {
  const one = await db().recoveryCode.findFirst({ where: { memberId }, select: { hash: true } });
  if (!one) return false;
  const count = await db().$executeRaw`
    WITH used AS (
      DELETE FROM "recovery_codes" WHERE "memberId" = ${memberId}::uuid AND "hash" = ${await hashBeside(one.hash, code)} RETURNING "memberId"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "memberId", 'recovery-code-used', 'member', "memberId" FROM used`;
  return count > 0;
}

async function usePasskey(memberId: string, answer: string, sealed: string, now: Date): Promise<boolean> {
  const challenge = await readChallenge(sealed, memberId, "sign-in");
  const credentialId = passkeyOf(answer);
  if (!challenge || credentialId === null || !(await spend(challenge.id))) return false;
  const passkey = await db().passkey.findFirst({
    where: { memberId, credentialId },
    select: { id: true, credentialId: true, publicKey: true, counter: true, transports: true },
  });
  const counter = passkey && (await readSigned(challenge, answer, passkey));
  if (!passkey || counter === null) return false;
  const { count } = await db().passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter, lastUsedAt: now },
  });
  return count > 0;
}

/** False when somebody has answered this challenge before. */
export async function spend(id: string): Promise<boolean> {
  const expiresAt = whenExpired(readRealClock());
  const { count } = await db().spentChallenge.createMany({ data: [{ id, expiresAt }], skipDuplicates: true });
  return count > 0;
}

/** For the nightly job. */
export async function forgetChallenges(): Promise<void> {
  await db().spentChallenge.deleteMany({ where: { expiresAt: { lt: new Date(readRealClock()) } } });
}
