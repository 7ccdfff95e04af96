import type { Outcome } from "./mail";
import type { HeldMail, Result } from "./queue";
import type { Verdict } from "./retry";

/** The line of the ledger for a mail in hand: the verdict, and what the provider said. */
export function toResult(mail: HeldMail, verdict: Verdict, outcome: Outcome | null, now: Date): Result {
  const isSent = outcome?.kind === "accepted";
  return {
    ...verdict,
    key: mail.key,
    takenAtAttempt: mail.attempts,
    sentAt: isSent ? now : null,
    providerId: isSent ? outcome.providerId : null,
  };
}
