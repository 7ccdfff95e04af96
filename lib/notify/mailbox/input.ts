import { z } from "zod";
import { startOfDay } from "@/lib/foundation/dates";
import { IdInput } from "@/lib/foundation/id";
import { cleanLine, cleanToken } from "@/lib/foundation/typed-text";
import type { ProviderState } from "@/lib/notify/delivery/provider-event";
import { MAIL_STATUSES, type MailStatus } from "@/lib/notify/outbox/mail";

export const MAIL_STATES = [...MAIL_STATUSES, "delayed", "bounced", "complained"] as const;
/** What staff filter by: how far a mail got with us, or what the provider had trouble with. */
export type MailState = MailStatus | Exclude<ProviderState, "delivered">;

export interface MailFilters {
  state: MailState | null;
  /** The beginnings of words of a name, a number or an e-mail address. */
  who: string;
  kind: string | null;
  /** Written on this day or later, and on this day or earlier: 2026-12-24. */
  from: string;
  until: string;
}

type Query = Record<string, string | string[] | undefined>;

/** The filters of an address; what makes no sense is as if it were not there. */
export function readMailFilters(query: Query, timeZone: string): MailFilters {
  const text = (name: string) => (typeof query[name] === "string" ? cleanLine(query[name]).slice(0, 200) : "");
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) && startOfDay(text(name), timeZone) ? text(name) : "");
  const state = MAIL_STATES.find((one) => one === text("state")) ?? null;
  const kind = /^[a-z-]{1,60}$/.test(text("kind")) ? text("kind") : null;
  return { state, who: text("who").replaceAll("\0", ""), kind, from: day("from"), until: day("until") };
}

export const SendAgainInput = z.object({
  key: z
    .array(z.string().max(500).overwrite(cleanToken).min(1), { error: "Tick the mails that are to be sent again." })
    .min(1, "Tick the mails that are to be sent again.")
    .max(200),
});
export const SendAllAgainInput = z.object({});
export const LiftInput = z.object({ memberId: IdInput });
