import type { Settings } from "@/lib/society/settings/settings";
import type { NoticeKind } from "./notice";

/** Kinds of mail as a person tells them apart. */
export interface NoticeGroup {
  label: string;
  /** What is in it. */
  about(words: Settings["words"]): string;
  /** Why it cannot be switched off; absent where a member may choose. */
  alwaysBecause?: string;
}

/** A new group is an entry here, and its kinds name it below; forms, mails and links follow. */
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
      `When your ${mentor} or ${mentee} has written to you and you have not read it: one mail, however much is written.`,
  },
  meetings: {
    label: "My meetings",
    about: () =>
      "Invitations, answers, changes and cancellations with what your calendar needs, and the reminder the day before.",
    alwaysBecause: "somebody relies on meeting you at that time",
  },
  letters: {
    label: "Letters from the society",
    about: () => "What somebody at the society writes to the two of you.",
    alwaysBecause: "a person wrote it, and wants you both to read it",
  },
  account: {
    label: "News of my account",
    about: ({ mentees }) => `When something you asked for has come about, such as ${mentees} finding you again after a pause.`,
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

const GROUP_OF: Record<NoticeKind, GroupName> = {
  "proposal-sent": "proposals",
  "proposal-edited": "proposals",
  "proposal-accepted": "proposals",
  "proposal-rejected": "proposals",
  "proposal-withdrawn": "proposals",
  "proposal-withdrawn-matched": "proposals",
  "proposal-closed": "proposals",
  "proposal-extended": "proposals",
  "proposal-withdrawn-staff": "proposals",
  "proposal-reminder": "proposals",
  "proposal-expired-mentee": "proposals",
  "proposal-expired-mentor": "proposals",
  "proposal-reopened-mentor": "proposals",
  "proposal-reopened-mentee": "proposals",
  "relationship-closed": "relationships",
  "contract-signed": "relationships",
  "contract-complete": "relationships",
  "swot-changed": "relationships",
  "g-star-changed": "relationships",
  "goals-changed": "relationships",
  "goal-achieved": "relationships",
  "messages-waiting": "messages",
  "meeting-arranged": "meetings",
  "meeting-changed": "meetings",
  "meeting-agreed": "meetings",
  "meeting-accepted": "meetings",
  "meeting-declined": "meetings",
  "meeting-suggested": "meetings",
  "meeting-cancelled": "meetings",
  "meeting-cancelled-ended": "meetings",
  "meeting-tomorrow": "meetings",
  "meeting-logged": "meetings",
  "relationship-ended": "relationships",
  "relationship-ended-staff": "relationships",
  "relationship-extended-staff": "relationships",
  letter: "letters",
  "relationship-ending": "relationships",
  "relationship-completed": "relationships",
  "extension-asked": "relationships",
  "extension-agreed": "relationships",
  "extension-declined": "relationships",
  "first-conversation-held": "relationships",
  "available-again": "account",
  "support-received": "support",
  "support-answered": "support",
  "support-solved": "support",
  "account-deleted": "security",
  "account-erased": "security",
  "verify-email": "security",
  "account-exists": "security",
  "reset-password": "security",
  "password-changed": "security",
  "change-email": "security",
  "email-changed": "security",
  "partner-unreachable": "relationships",
  "partner-back": "relationships",
  "account-suspended": "security",
  "account-reactivated": "security",
  "account-approved": "security",
  "account-refused": "security",
  "sessions-ended": "security",
  "staff-changed": "security",
};

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

/** The group in which a kind can be chosen, for the statement that writes mails; kinds that always go are not in it. */
export const CHOOSABLE_GROUP_OF_KIND: Readonly<Record<string, GroupName>> = Object.fromEntries(
  Object.entries(GROUP_OF).filter(([, name]) => !isFixed(name)),
);

/** Null for a kind that is none of ours. */
export function groupOf(kind: string): GroupName | null {
  return Object.hasOwn(GROUP_OF, kind) ? GROUP_OF[kind as NoticeKind] : null;
}

/** Null for what cannot be switched off. */
export function choosableGroupOf(kind: string): GroupName | null {
  const group = groupOf(kind);
  return group === null || isFixed(group) ? null : group;
}

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

function isFixed(name: GroupName): boolean {
  return alwaysBecause(name) !== null;
}
