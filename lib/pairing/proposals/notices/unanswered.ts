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

/**
 * Of what says until when a mentor can answer: the proposal has its answer, the last day is over, or another day holds by now. A
 * proposal that is open again has a notice of its own, and does not make those of the first time new again.
 */
export const isAnswered: Settled = ({ proposal, data: { expiresAt } }, now) =>
  proposal !== null &&
  (proposal.status !== "sent" ||
    proposal.expiresAt <= now ||
    (expiresAt !== undefined && new Date(expiresAt) < proposal.expiresAt));

/** What became of a proposal, as a notice tells it. */
type End = "rejected" | "expired" | "withdrawn";

/**
 * Of what says that a proposal came to nothing: it waits for an answer again, has become a relationship, or has since come to
 * another end.
 */
export function isOpenAgain(end: End): Settled {
  return ({ proposal }, now) =>
    proposal !== null &&
    proposal.status !== end &&
    !(proposal.status === "sent" && end === "expired" && proposal.expiresAt <= now);
}

/** The same to its mentee, who may also have asked somebody else. */
export function hasGoneOn(end: End): Settled {
  const isOver = isOpenAgain(end);
  return (matter, now) => isOver(matter, now) || (matter.proposal?.hasGoneOn ?? false);
}

/** The same, whatever end it came to. */
export const isGoingOn: Settled = ({ proposal }, now) =>
  proposal !== null &&
  (proposal.hasGoneOn || proposal.status === "accepted" || (proposal.status === "sent" && proposal.expiresAt > now));
