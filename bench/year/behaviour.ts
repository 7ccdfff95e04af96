/**
 * How people behave, as the simulation of a year believes it. None of it was measured: each figure is an assumption, with the reason
 * for it, and is there to be replaced by what a society's own reports say.
 */
interface Assumption {
  value: number;
  because: string;
}

const assume = (value: number, because: string): Assumption => ({ value, because });

export const BEHAVIOUR = {
  /** Who there is. */
  mentors: assume(0.3, "of all members: fewer people guide than look for somebody"),
  fromTheStart: assume(0.4, "of all members are there on the first day; the others join evenly over the year"),
  topics: assume(12, "topics in a society's list, of which everybody chooses one to four"),

  /** A mentor's answer to one proposal, before anybody reminds them. */
  promptMentors: assume(0.5, "of mentors look at what comes in within days"),
  slowMentors: assume(0.3, "of mentors mean to answer, and need a reminder"),
  promptReplies: assume(0.9, "of proposals to a prompt mentor are answered without a reminder"),
  slowReplies: assume(0.4, "of proposals to a slow mentor are answered without a reminder"),
  silentReplies: assume(0.05, "of proposals to all other mentors: they have changed jobs, or no longer read these mails"),
  promptDays: assume(2, "days on average until a prompt mentor answers"),
  slowDays: assume(6, "days on average until a slow mentor answers"),
  heedsReminder: assume(0.3, "of a slow mentor's unanswered proposals are answered after each reminder"),
  saysYes: assume(0.65, "of answers are a yes while there is a place"),
  declinesWhenFull: assume(
    0.3,
    "of proposals to a full mentor get a no; the others are left lying, since there is nothing to decide",
  ),
  fallsSilent: assume(0.1, "of mentors stop answering at some time of the year"),
  pauses: assume(0.1, "of mentors take a month off"),

  /** A mentee's way to a mentor. */
  makesProfile: assume(0.75, "of mentees fill in their profile in the first days"),
  asksSomebody: assume(0.7, "of mentees with a profile ask a mentor within ten days"),
  heedsNudge: assume(0.15, "of those who have not begun do so after one kind mail"),
  asksTwo: assume(0.25, "of mentees ask a second mentor at the same time"),
  triesAgainAfterNo: assume(0.5, "of mentees ask somebody else after a no"),
  triesAgainAfterSilence: assume(0.4, "of mentees ask somebody else after three weeks without an answer"),
  triesAgainWithAlternatives: assume(0.15, "more of them do, where the next step is one press"),
  namesOthers: assume(0.5, "of mentees name a second and third choice where they are asked to"),
  keepsPlace: assume(0.4, "of mentees stay in the queue of a mentor who is full"),
  readsFigures: assume(0.6, "of mentees choose by the figures of replies and people waiting where a card shows them"),

  /** Two people after the acceptance. */
  meetsBySelf: assume(0.65, "of pairs arrange a first meeting by themselves"),
  meetsAfterDays: assume(12, "days on average until they do"),
  meetsAfterQuestion: assume(0.25, "of pairs that have not met do so after each question whether they have"),
  saysNoReply: assume(0.3, "of those who wait say so when they are asked"),
  endsEarly: assume(0.2, "of pairs that have met end before the agreed day"),

  /** A mentor who let a proposal expire and is asked about it. */
  saysUnavailable: assume(0.3, "of silent mentors step back when they are asked whether they are still available"),
  comesBack: assume(0.3, "of slow mentors whom the product has made unavailable come back within a fortnight"),
} as const;

export type Habit = keyof typeof BEHAVIOUR;

/** The figure of a habit: a share, or days. */
export const habit = (name: Habit): number => BEHAVIOUR[name].value;
