import type { MailStatus, Outcome } from "./mail";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Seconds to wait after the first, second … attempt. All of them together stay under the 24 hours for which Resend
 * remembers a key, so that a mail whose answer was lost on the way is not sent again by a late repeat.
 */
export const RETRY_AFTER_SECONDS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 14 * HOUR];

export const MAX_ATTEMPTS = RETRY_AFTER_SECONDS.length + 1;

/** Without a word from the provider on how long it is limited. */
const LIMITED_SECONDS = MINUTE;

export interface Verdict {
  status: Extract<MailStatus, "waiting" | "sent" | "failed" | "overtaken">;
  /** As they count from now on. */
  attempts: number;
  nextAttemptAt: Date | null;
  error: string | null;
}

/**
 * What becomes of a mail after its attempt number `attempts` came to `outcome`. Being limited says nothing about the mail
 * and is not counted: a long queue behind a slow provider is late, never lost.
 */
export function judge(attempts: number, outcome: Outcome, now: Date): Verdict {
  switch (outcome.kind) {
    case "accepted":
      return { status: "sent", attempts, nextAttemptAt: null, error: null };
    case "refused":
      return { status: "failed", attempts, nextAttemptAt: null, error: outcome.reason };
    case "limited":
      return wait(attempts - 1, outcome.retryAfterSeconds ?? LIMITED_SECONDS, outcome.reason, now);
    case "unavailable": {
      const seconds = RETRY_AFTER_SECONDS[attempts - 1];
      if (seconds === undefined) return { status: "failed", attempts, nextAttemptAt: null, error: outcome.reason };
      return wait(attempts, seconds, outcome.reason, now);
    }
  }
}

/** Of a mail that there is no longer a reason to send, and why. */
export function overtake(attempts: number, reason: string): Verdict {
  return { status: "overtaken", attempts, nextAttemptAt: null, error: reason };
}

/** Whether it was taken in hand so often without an end that it must be the mail itself that brings the delivery down. */
export function isWornOut(attempts: number): boolean {
  return attempts > 2 * MAX_ATTEMPTS;
}

/** Of a mail that was taken in hand but not tried: back to the queue as if nothing had been. */
export function putBack(attempts: number, now: Date): Verdict {
  return wait(attempts - 1, 0, null, now);
}

function wait(attempts: number, seconds: number, error: string | null, now: Date): Verdict {
  return { status: "waiting", attempts, nextAttemptAt: new Date(now.getTime() + seconds * 1000), error };
}
