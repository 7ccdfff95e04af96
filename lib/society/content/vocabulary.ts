import type { Inline } from "@/lib/foundation/blocks";
import { sayWholeDate } from "@/lib/foundation/dates";
import { capital, listInWords, sayMonths, withArticle } from "@/lib/foundation/wording";
import { KINDS, sayKept } from "@/lib/society/settings/retention";
import type { Settings } from "@/lib/society/settings/settings";

/** What a text's placeholders stand for: the society's settings, and how its members sign in. */
export interface Surroundings {
  settings: Settings;
  signIn: "federated" | "local";
  /** The two partners, if the text is about a relationship. */
  partners?: Partners;
}

export interface Partners {
  menteeName: string;
  mentorName: string;
  startedAt: Date;
  agreedUntil: Date;
}

/** The placeholders `{{name}}` and their values. */
export const PLACEHOLDERS = {
  society: ({ settings }) => settings.society.name,
  product: ({ settings }) => settings.society.product,
  mentor: ({ settings }) => settings.words.mentor,
  mentors: ({ settings }) => settings.words.mentors,
  mentee: ({ settings }) => settings.words.mentee,
  mentees: ({ settings }) => settings.words.mentees,
  Mentor: ({ settings }) => capital(settings.words.mentor),
  Mentors: ({ settings }) => capital(settings.words.mentors),
  Mentee: ({ settings }) => capital(settings.words.mentee),
  Mentees: ({ settings }) => capital(settings.words.mentees),
  aMentor: ({ settings }) => withArticle(settings.words.mentor),
  aMentee: ({ settings }) => withArticle(settings.words.mentee),
  remindAfterDays: ({ settings }) => listInWords(settings.proposals.remindAfterDays.map(String)),
  expireAfterDays: ({ settings }) => String(settings.proposals.expireAfterDays),
  openProposals: ({ settings }) => count(settings.proposals.openPerMentee, "unanswered proposal", "unanswered proposals"),
  mentorsAtOnce: ({ settings: { relationships, words } }) => count(relationships.mentorsPerMentee, words.mentor, words.mentors),
  months: ({ settings }) => sayMonths(settings.relationships.months),
  topics: ({ settings }) => listed(settings.topics),
  methods: ({ settings }) => listed(settings.methods),
  keptFor: ({ settings: { retention } }) =>
    KINDS.flatMap((kind, at): Inline[] => [
      ...(at === 0 ? [] : [{ type: "break" } as const]),
      { type: "text", text: sayKept(kind, retention) },
    ]),
  timeZone: ({ settings }) => settings.society.timeZone.replaceAll("_", " "),
  support: ({ settings }) => support(settings),
  supportEmail: ({ settings: { support } }) => (support.email ? mail(support.email) : []),
  supportPhone: ({ settings: { support } }) => (support.phone ? telephone(support.phone) : []),
  website: ({ settings: { society } }) => address(society.websiteUrl, "the society’s website"),
  menteeName: ({ partners, settings }) => partners?.menteeName ?? `the ${settings.words.mentee}`,
  mentorName: ({ partners, settings }) => partners?.mentorName ?? `the ${settings.words.mentor}`,
  startedOn: ({ partners, settings: { society } }) =>
    partners ? sayWholeDate(partners.startedAt, society.timeZone) : "the day on which it began",
  agreedUntil: ({ partners, settings: { society } }) =>
    partners ? sayWholeDate(partners.agreedUntil, society.timeZone) : "the day that was agreed",
  membershipDetails: ({ settings: { society } }) => address(society.accountUrl, "your membership details"),
} satisfies Record<string, (surroundings: Surroundings) => string | Inline[]>;

/** The conditions: a passage between `{{#name}}` and `{{/name}}` appears only if the condition holds. */
export const CONDITIONS = {
  federated: ({ signIn }) => signIn === "federated",
  local: ({ signIn }) => signIn === "local",
  reminders: ({ settings }) => settings.proposals.remindAfterDays.length > 0,
} satisfies Record<string, (surroundings: Surroundings) => boolean>;

function count(number: number, one: string, several: string): string {
  return number === 1 ? `one ${one}` : `${number} ${several}`;
}

function listed(list: Settings["topics"]): string {
  return listInWords(list.filter((entry) => !entry.retired).map((entry) => entry.label.toLowerCase()));
}

function mail(email: string): Inline[] {
  return [{ type: "link", href: `mailto:${email}`, inlines: [{ type: "text", text: email }] }];
}

function telephone(phone: string): Inline[] {
  return [{ type: "link", href: `tel:${phone.replace(/[^+\d]/g, "")}`, inlines: [{ type: "text", text: phone }] }];
}

function address(url: string | null, words: string): Inline[] {
  const text: Inline = { type: "text", text: words };
  return url ? [{ type: "link", href: url, inlines: [text] }] : [text];
}

/** Every way to reach the people who help, or the society itself if it has named none. */
function support({ support, society }: Settings): Inline[] {
  const or: Inline = { type: "text", text: " or " };
  if (support.email && support.phone) return [...mail(support.email), or, ...telephone(support.phone)];
  if (support.email) return mail(support.email);
  return support.phone ? telephone(support.phone) : address(society.websiteUrl, society.name);
}
