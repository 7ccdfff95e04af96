import { withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";

/** Kinds of mail as a person tells them apart. */
export interface NoticeGroup {
  label: string;
  /** What is in it. */
  about(words: Settings["words"]): string;
  /** Why it cannot be switched off; absent where a member may choose. */
  alwaysBecause?: string;
}

/** A new group is an entry here; forms, mails and links follow. Each kind of notice names its own, where its concept defines it. */
export const NOTICE_GROUPS = {
  proposals: {
    label: "My proposals",
    about: () => "When a proposal is sent, changed, answered or withdrawn, and reminders of one that waits for you.",
    alwaysBecause: "somebody waits for an answer, and the days are counted",
  },
  relationships: {
    label: "My relationships",
    about: ({ mentor, mentee }) =>
      `How it goes with your ${mentor} or ${mentee}: the contract, the tools, when it might go on, and when it ends.`,
  },
  messages: {
    label: "My messages",
    about: ({ mentor, mentee }) =>
      `When your ${mentor} or ${mentee} has written to you, also before a proposal is accepted, and you have not read it: one mail, however much is written.`,
  },
  meetings: {
    label: "My meetings",
    about: () =>
      "Invitations, answers, changes and cancellations with what your calendar needs, and the reminder the day before.",
    alwaysBecause: "somebody relies on meeting you at that time",
  },
  letters: {
    label: "Letters from the society",
    about: ({ mentor, mentee }) =>
      `What somebody at the society writes to you alone, or to you and your ${mentor} or ${mentee}.`,
    alwaysBecause: "a person wrote it for you, and waits for you to read it",
  },
  news: {
    label: "News from the society",
    about: () => "What the society writes to many members at once.",
  },
  alerts: {
    label: "Places that become free",
    about: ({ mentors }) => `When ${mentors} whom you wait for can be asked: one mail a day at most.`,
  },
  account: {
    label: "Account updates",
    about: ({ mentees }) =>
      `When something you asked for has happened, such as ${mentees} finding you again after a pause, and when we ask whether you are still available.`,
  },
  starting: {
    label: "Getting started",
    about: ({ mentor }) =>
      `A reminder or two of the next step, until you have a profile and have asked ${withArticle(mentor)}.`,
  },
  support: {
    label: "My requests for help",
    about: () => "When we have your request, and when it is answered or solved.",
    alwaysBecause: "you asked us, and wait for the answer",
  },
  security: {
    label: "The safety of my account",
    about: () => "When your account is deleted, or anything else is done to it that you ought to know of.",
    alwaysBecause: "you should hear of it even if it was not you who did it",
  },
} as const satisfies Record<string, NoticeGroup>;

export type GroupName = keyof typeof NOTICE_GROUPS;

/** How a member wants the mails of a group; at once unless they say otherwise. */
export const MAIL_CHOICES = ["at-once", "digest", "none"] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];
/** Only where it is not at once. */
export type MailChoices = Partial<Record<GroupName, MailChoice>>;

const NAMES = Object.keys(NOTICE_GROUPS) as GroupName[];

/** Groups whose mails a member may have in another way, or not at all. */
export const CHOOSABLE_GROUPS: readonly GroupName[] = NAMES.filter((name) => !isFixed(name));
/** Groups whose mails always go at once. */
export const FIXED_GROUPS: readonly GroupName[] = NAMES.filter(isFixed);

export function choiceOf(choices: MailChoices, name: GroupName): MailChoice {
  return isFixed(name) ? "at-once" : (choices[name] ?? "at-once");
}

/** Whether nothing of it is mailed any more: a group, or all that was in the digest. */
export function isStopped(what: GroupName | "digest", choices: MailChoices): boolean {
  return what === "digest" ? !Object.values(choices).includes("digest") : choices[what] === "none";
}

/** Why the group's mails always go; null where a member may choose. */
export function alwaysBecause(name: GroupName): string | null {
  const group: NoticeGroup = NOTICE_GROUPS[name];
  return group.alwaysBecause ?? null;
}

/** Whether the group's mails always go at once. */
export function isFixed(name: GroupName): boolean {
  return alwaysBecause(name) !== null;
}
