import type { CommandRefusal } from "@/lib/pairing/proposals/commands";

const REASONS: Record<CommandRefusal, true> = {
  "not-found": true,
  "not-yours": true,
  "not-open": true,
  "too-late": true,
  "not-due": true,
  "not-reopenable": true,
  yourself: true,
  "no-profile": true,
  "already-open": true,
  "already-partners": true,
  "too-many-open": true,
  "mentee-has-mentor": true,
  "mentor-full": true,
  "mentor-unavailable": true,
  "partner-left": true,
  "changed-meanwhile": true,
  busy: true,
  own: true,
  "already-reminded": true,
  "too-many-days": true,
  "not-in-programme": true,
  "programme-closed": true,
  "not-ready": true,
  "kept-apart": true,
};

/** The reason of a refusal from the page's address; null for anything else. */
export function toReason(text: string | string[] | undefined): CommandRefusal | null {
  return typeof text === "string" && Object.hasOwn(REASONS, text) ? (text as CommandRefusal) : null;
}
