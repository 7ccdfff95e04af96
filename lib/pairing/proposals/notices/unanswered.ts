import type { NoticeDefinition, Since, Told } from "@/lib/notify/notices/define";

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

type Settled = NonNullable<NoticeDefinition["settled"]>;

/** Of what tells one of the two how long the other has: the proposal has its answer, or the last day is over. */
export const isAnswered: Settled = ({ proposal }, now) =>
  proposal !== null && (proposal.status !== "sent" || proposal.expiresAt <= now);

/** Of what says that a proposal came to nothing: it waits for an answer again, or has become a relationship. */
export const isOpenAgain: Settled = ({ proposal }, now) =>
  proposal !== null && (proposal.status === "accepted" || (proposal.status === "sent" && proposal.expiresAt > now));

/** The same to its mentee, who may also have asked somebody else. */
export const hasGoneOn: Settled = (matter, now) => isOpenAgain(matter, now) || (matter.proposal?.hasGoneOn ?? false);
