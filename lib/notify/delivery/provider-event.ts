import { z } from "zod";

/** What the provider may say of a mail after it took it; a later one in this list stands against the earlier ones. */
export const PROVIDER_STATES = ["delayed", "delivered", "bounced", "complained"] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

/** Why an address gets no more mail. */
export type BlockReason = "bounced" | "complained";

/** News that were signed by the provider. */
export interface SignedEvent {
  /** The provider's name for it: a repeat has the same. */
  id: string;
  payload: unknown;
}

export interface ProviderEvent {
  providerId: string;
  type: string;
  at: Date;
  state: ProviderState;
  /** The receiving side's words. */
  reason: string | null;
  /** Set when nothing more may go to the address. */
  block: BlockReason | null;
}

const STATES: Readonly<Record<string, ProviderState>> = {
  "email.delivered": "delivered",
  "email.delivery_delayed": "delayed",
  "email.bounced": "bounced",
  "email.complained": "complained",
};
const LONGEST_REASON = 300;
/** A full mailbox may be emptied: only what is for ever blocks an address. Resend's word for that, or none, is Permanent. */
const MAY_PASS = ["transient", "undetermined"];

const Payload = z.object({
  type: z.string().max(100),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    bounce: z.object({ message: z.string().optional(), type: z.string().optional() }).optional(),
  }),
});

/** What an event of Resend says; null for those that say nothing of a mail's arrival. */
export function readEvent(payload: unknown): ProviderEvent | null {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return null;
  const { type, created_at, data } = parsed.data;
  const state = Object.hasOwn(STATES, type) ? STATES[type] : undefined;
  if (!state) return null;
  const isForEver = state === "bounced" && !MAY_PASS.includes((data.bounce?.type ?? "").toLowerCase());
  const block = state === "complained" ? "complained" : isForEver ? "bounced" : null;
  const reason = data.bounce?.message?.replace(/\p{C}+/gu, " ").slice(0, LONGEST_REASON) ?? null;
  return { providerId: data.email_id, type, at: created_at, state, reason, block };
}
