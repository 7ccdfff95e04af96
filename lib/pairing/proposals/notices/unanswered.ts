import type { Since, Told } from "@/lib/notify/notices/define";

/** " Please answer by 12 December.", as far as the day is known. */
export function answerBy({ data, day }: Told): string {
  const until = day(data.expiresAt);
  return until === null ? "" : ` Please answer by ${until}.`;
}

/** Why a mail that asks a mentor for an answer need not go any more; null while the proposal waits for one. */
export function whyNotAsked({ proposal }: Since, now: Date): string | null {
  if (!proposal) return null;
  if (proposal.status !== "sent") return `It asks for an answer, and the proposal is ${proposal.status} by now.`;
  return proposal.expiresAt <= now ? "It asks for an answer, and the last day for it is over." : null;
}

/** The same of a reminder, which also gives way to the next one, and to a proposal that was reopened. */
export function whyNotReminded(since: Since, now: Date): string | null {
  const { data, proposal } = since;
  const why = whyNotAsked(since, now);
  if (why !== null || !proposal) return why;
  if ((data.day ?? 0) < proposal.remindedDay) return `The reminder of day ${proposal.remindedDay} replaces this one.`;
  return data.expiresAt && new Date(data.expiresAt) < proposal.expiresAt
    ? "The proposal has been reopened since, and its days are counted from the start again."
    : null;
}
