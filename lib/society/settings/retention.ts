// How long what we keep is kept: the one list from which the privacy policy, the settings and the nightly job are made.

export interface Retention {
  /** As the beginning of a sentence: "The text of e-mails". */
  what: string;
  /** From when the days count: "after they were sent". */
  from: string;
  /** The society's setting, where it has none of its own; 0: as long as the account exists. */
  days: number;
  /** What 0 means, to end the sentence. Without it there is always an end. */
  forever?: string;
  why: string;
}

/** Kinds whose days an administrator may change. */
export const SETTABLE = {
  mails: {
    what: "The text of e-mails that we have sent you",
    from: "after they were written",
    days: 180,
    forever: "as long as your account",
    why: "Staff look up what was sent while somebody may still ask about it. Afterwards we only know that there was an e-mail of this kind, and when.",
  },
  notices: {
    what: "What you were told under Notifications",
    from: "after you were told",
    days: 730,
    forever: "as long as your account",
    why: "Old notices lead to what has long been dealt with.",
  },
  requests: {
    what: "Requests for help, with the answers, notes and files in them",
    from: "after they were solved",
    days: 730,
    forever: "as long as your account",
    why: "A matter may come up again, and complaints may be looked into later.",
  },
  surveys: {
    what: "Surveys that you were asked, with your answers",
    from: "after you were asked",
    days: 730,
    forever: "as long as your account",
    why: "Staff read what members wrote while it can still change something. The figures, which name nobody, stay.",
  },
  deletedAccounts: {
    what: "Deleted accounts",
    from: "after they were deleted, and we write to their owners two weeks before we erase them",
    days: 0,
    forever: "until their owners come back or have everything erased",
    why: "Members may come back to their profile as they left it.",
  },
} as const satisfies Record<string, Retention>;

/** Kinds whose days follow from how the product works. */
export const FIXED = {
  registerFiles: {
    what: "An uploaded file of the membership register",
    from: "after it was last worked on",
    days: 1,
    why: "It holds everybody's address, and is needed only while it is being imported.",
  },
  links: {
    what: "Links from our e-mails that work once",
    from: "after their time is up",
    days: 7,
    why: "Nobody needs them afterwards.",
  },
  referees: {
    what: "Referees you named, and what they answered",
    from: "after the link in our e-mail to them expired",
    days: 180,
    why: "The society may have to explain its decision. Afterwards we only know whether you were recommended.",
  },
  deliveryReports: {
    what: "The numbers of reports from the company that delivers our e-mails",
    from: "after they arrived",
    days: 30,
    why: "The company may repeat a report, and no longer than this.",
  },
  staffActs: {
    what: "The list of what staff did to several items of Today at once",
    from: "after they did it",
    days: 30,
    why: "They can look at what came of it, and undo some of it.",
  },
  webhooks: {
    what: "What other systems of the society were told: that a member registered, or that a relationship began, led to a meeting or ended",
    from: "after it happened",
    days: 30,
    why: "Staff can see whether it arrived, and send it again. It holds no names.",
  },
  runs: {
    what: "When the scheduled jobs ran, and what they counted",
    from: "after they ran",
    days: 90,
    why: "It shows when something began to go wrong. It names nobody.",
  },
  words: {
    what: "What you and a partner wrote to each other",
    from: "",
    days: 0,
    forever: "as long as the account of the person who wrote it",
    why: "It belongs to both of you, and either of you may come back to it.",
  },
  trail: {
    what: "The record of changes: who did what, and when",
    from: "",
    days: 0,
    forever: "as long as the platform is used",
    why: "A record that somebody can shorten proves nothing. It holds no words of yours, and once you are erased it points to nobody.",
  },
} as const satisfies Record<string, Retention>;

export type Settable = keyof typeof SETTABLE;
export type Kind = Settable | keyof typeof FIXED;

export const RETENTION: Readonly<Record<Kind, Retention>> = { ...SETTABLE, ...FIXED };
export const KINDS = Object.keys(RETENTION) as Kind[];
export const SETTABLE_KINDS = Object.keys(SETTABLE) as Settable[];

/** Ten years. */
export const MOST_DAYS_KEPT = 3650;

/** For how many days a kind is kept; 0: as long as the account exists, or whatever the list says. */
export function daysKept(kind: Kind, set: Readonly<Record<Settable, number>>): number {
  return kind in SETTABLE ? set[kind as Settable] : RETENTION[kind].days;
}

/** "The text of e-mails that we have sent you: 180 days after they were written." */
export function sayKept(kind: Kind, set: Readonly<Record<Settable, number>>): string {
  const { what, from, forever } = RETENTION[kind];
  const days = daysKept(kind, set);
  return days === 0 ? `${what}: ${forever}.` : `${what}: ${days === 1 ? "1 day" : `${days} days`} ${from}.`;
}
