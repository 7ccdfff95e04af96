import type { CommandRefusal } from "@/lib/mentoring/meetings/circumstances";

const REASONS: Record<CommandRefusal, true> = {
  "not-found": true,
  "not-there": true,
  ended: true,
  "not-yours": true,
  "already-there": true,
  moved: true,
  "no-such-time": true,
  skipped: true,
  "no-such-method": true,
  unreadable: true,
  "ends-before-start": true,
  "too-long": true,
  "in-the-past": true,
  "too-far": true,
  "not-over": true,
  "before-beginning": true,
  unconfirmed: true,
  "already-so": true,
  "called-off": true,
  over: true,
  "not-begun": true,
  declined: true,
  "nothing-suggested": true,
  "not-due": true,
  "changed-meanwhile": true,
};

/** The reason of a refusal from the page's address; null for anything else. */
export function toReason(text: string | string[] | undefined): CommandRefusal | null {
  return typeof text === "string" && Object.hasOwn(REASONS, text) ? (text as CommandRefusal) : null;
}
