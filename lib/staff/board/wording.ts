import { capital, listInWords, withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { FIRST_DAYS, sayAmount } from "@/lib/staff/reports/report";
import { isShort, type Line, type Topic } from "./board";
import type { Preset } from "./period";

type Words = Settings["words"];

export const HEADINGS = {
  members: "Members taking part",
  proposals: "Proposals and their answers",
  replies: "How long they waited",
  meetings: "Pairs that met",
  satisfaction: "How members find it",
  silence: "What silence cost",
} as const;
export type PartKey = keyof typeof HEADINGS;

/** What is counted, and how. */
const LINES = {
  mentors: (words: Words) => [capital(words.mentors), "Active accounts of current members in this role, as of today."],
  mentees: (words: Words) => [capital(words.mentees), "Active accounts of current members in this role, as of today."],
  "new-mentors": ({ mentors }: Words) => [
    `New ${mentors}`,
    "Members who registered in the period and have this role today; whoever has both roles counts in both.",
  ],
  "new-mentees": ({ mentees }: Words) => [
    `New ${mentees}`,
    "Members who registered in the period and have this role today; whoever has both roles counts in both.",
  ],
  "under-way": () => ["Pairs under way", "Relationships that had begun and not ended at the end of the period."],
  sent: () => [
    "Proposals sent",
    "Proposals sent in the period; one that was reopened counts on the day on which it was last reopened.",
  ],
  accepted: () => ["Accepted", "Of the proposals sent in the period, those that were accepted by today."],
  rejected: () => ["Rejected", "Of the proposals sent in the period, those that were rejected by today."],
  open: () => ["Still waiting", "Of the proposals sent in the period, those that still wait for an answer today."],
  replied: () => [
    "Share that got a reply",
    "Accepted or rejected proposals, out of all that were accepted, rejected or expired.",
  ],
  answered: ({ mentor }: Words) => [
    "Replied to",
    `Proposals sent in the period to which the ${mentor} replied, by accepting or rejecting them.`,
  ],
  half: () => [
    "Half of the replies came within (days)",
    "The median time from sending to reply; in a recent period the slow replies are still to come.",
  ],
  "nine-in-ten": () => [
    "Nine in ten replies came within (days)",
    "The time from sending to reply that only one reply in ten exceeded.",
  ],
  begun: () => ["Pairs that began", "Relationships that started in the period."],
  "met-soon": () => [
    `Met within ${FIRST_DAYS} days`,
    `Of the relationships that started in the period and at least ${FIRST_DAYS} days ago, the share with a first conversation recorded or a meeting held within ${FIRST_DAYS} days.`,
  ],
  "met-ever": () => [
    "Have met",
    "Of the relationships that started in the period, the share with a first conversation recorded or a meeting held by today.",
  ],
  met: () => [
    "Pairs with a meeting held",
    "Relationships, whenever they started, with at least one meeting held in the period.",
  ],
  satisfaction: () => [
    "Average answer, from 1 to 5",
    "The mean of what members answered when asked how a meeting was, how their mentoring goes, or how it was, counted in the period in groups of at least five.",
  ],
  "satisfaction-answers": () => ["Answers counted", "How many answers the average is taken from."],
  expired: () => [
    "Proposals that expired",
    "Of the proposals sent in the period, those whose deadline passed without a reply.",
  ],
  withdrawn: () => [
    "Proposals withdrawn unanswered",
    "Of the proposals sent in the period, those that were withdrawn or closed before anybody replied, for whatever reason.",
  ],
  alone: ({ mentees, mentor }: Words) => [
    `${capital(mentees)} without ${withArticle(mentor)}`,
    `Active ${mentees} who have no ${mentor} today, whether or not they have asked anybody.`,
  ],
  "new-alone": ({ mentees, mentor }: Words) => [
    `New ${mentees} without ${withArticle(mentor)}`,
    `Active ${mentees} who registered in the period and have no ${mentor} today.`,
  ],
  silent: () => [
    "Silent pairs",
    "Relationships under way today in which nobody has met, agreed to meet or written for too long.",
  ],
  "new-silent": () => [
    "Silent pairs that began in the period",
    "Relationships that started in the period and are silent today.",
  ],
  unasked: ({ mentors }: Words) => [
    `${capital(mentors)} nobody has asked`,
    `Active ${mentors} to whom nobody has ever sent a proposal, as of today.`,
  ],
} satisfies Record<string, (words: Words) => [label: string, meaning: string]>;
export type LineKey = keyof typeof LINES;

export function sayLine(key: LineKey, words: Words): { label: string; meaning: string } {
  const [label = "", meaning = ""] = LINES[key](words);
  return { label, meaning };
}

/** "12 (period before: 9)", "8 today" */
export function sayCompared({ as, amount, before }: Line): string {
  const said = sayAmount(amount, as);
  return before === undefined ? `${said} today` : `${said} (period before: ${sayAmount(before, as)})`;
}

export const TOPICS_HEADING = "Supply and demand by topic";

/** The columns of the table by topic, with how they are counted. */
export function sayTopicColumns({ mentor, mentors, mentees }: Words): { label: string; meaning: string }[] {
  return [
    { label: "Proposals sent", meaning: "Proposals sent in the period; one about several topics counts in each of them." },
    {
      label: "People waiting",
      meaning: `${capital(mentees)} who today have an open proposal, a place in a queue or an alert for the topic, or whose proposal of the period expired and who have no ${mentor}; each counts once for a topic.`,
    },
    {
      label: `${capital(mentors)} with free places`,
      meaning: `${capital(mentors)} who can be found today and offer the topic.`,
    },
    {
      label: "Free places",
      meaning: "Their free places; one that is offered for several topics counts in each of them.",
    },
  ];
}

/** Where more people wait than there are places. */
export function sayShortage(topics: readonly Topic[]): string {
  const short = topics.filter(isShort).map(({ label }) => label);
  if (short.length === 0) return "For every topic there are at least as many free places as people waiting.";
  return `More people are waiting than there are free places for ${listInWords(short)}.`;
}

export const PERIOD_WORDS: Record<Preset, string> = {
  month: "Last month",
  quarter: "Last quarter",
  year: "Last 12 months",
};

/** What is shown when the days asked for make no sense. */
export const SHOWN_INSTEAD = "The last month is shown below.";
