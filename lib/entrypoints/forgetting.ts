import { addDays } from "@/lib/foundation/dates";
import { forgetRuns } from "@/lib/foundation/deadlines/runs";
import type { Counts } from "@/lib/foundation/deadlines/sweep-step";
import { forgetAnswers } from "@/lib/mentoring/surveys/upkeep";
import { forgetEvents } from "@/lib/notify/delivery/events";
import { forgetNotices } from "@/lib/notify/notices/upkeep";
import { forgetMails } from "@/lib/notify/outbox/upkeep";
import { announceErasures } from "@/lib/pairing/leaving/commands";
import { forgetReferees } from "@/lib/pairing/readiness/upkeep";
import { forgetLinks } from "@/lib/people/auth/local/forgetting";
import { forgetImports } from "@/lib/society/register/upkeep";
import { daysKept, KINDS, type Kind } from "@/lib/society/settings/retention";
import type { Settings } from "@/lib/society/settings/settings";
import { forgetDeliveries } from "@/lib/society/webhooks/upkeep";
import { forgetActs } from "@/lib/staff/inbox/many/commands";
import { forgetRequests } from "@/lib/staff/support/upkeep";

/** Removes what is older than `before`, a bounded amount each night, and returns how much. The next night goes on. */
type Job = (before: Date, now: Date) => Promise<number>;

/** The job for each kind of the list; null for those that only an erasure ends. */
export const FORGETTING: Readonly<Record<Kind, Job | null>> = {
  mails: forgetMails,
  notices: forgetNotices,
  requests: forgetRequests,
  surveys: forgetAnswers,
  deletedAccounts: announceErasures,
  registerFiles: forgetImports,
  links: forgetLinks,
  referees: forgetReferees,
  deliveryReports: forgetEvents,
  staffActs: forgetActs,
  webhooks: forgetDeliveries,
  runs: forgetRuns,
  words: null,
  trail: null,
};

/** For the nightly job: what the society's days, or the product's, say is no longer kept. */
export async function forgetOld({ retention, society }: Settings, now: Date): Promise<Counts> {
  const counts: Counts = {};
  for (const kind of KINDS) {
    const days = daysKept(kind, retention);
    const job = FORGETTING[kind];
    if (job && days > 0) counts[kind] = await job(addDays(now, -days, society.timeZone), now);
  }
  return counts;
}
