import { capital, withArticle } from "@/lib/foundation/wording";
import type { Part } from "@/lib/notify/letters/passages";
import { braced } from "@/lib/notify/letters/placeholders";
import type { NoticeDefinition } from "@/lib/notify/notices/define";
import type { Settings } from "@/lib/society/settings/settings";
import type { EditablePassage } from "./list";

export type WordsRefusal = "admin-only" | "not-found" | "busy" | "other-passages" | "ours-already";

const PART_LABELS: Record<Part, string> = {
  subject: "Subject",
  preview: "Line beside the subject in an inbox",
  heading: "Heading",
  subheading: "Subheading",
  paragraph: "Paragraph",
  button: "Button",
  link: "Link",
};

/** "Paragraph 2, only to mentees": the name of a passage's box. */
export function sayPassage(passage: EditablePassage, all: readonly EditablePassage[], words: Settings["words"]): string {
  const { part, role, isOccasional } = passage;
  const same = all.filter((one) => one.part === part);
  const number = same.length > 1 ? ` ${same.indexOf(passage) + 1}` : "";
  const to = role === null ? "" : `, only to ${role === "mentor" ? words.mentors : words.mentees}`;
  return `${PART_LABELS[part]}${number}${to}${isOccasional ? ", only where it applies" : ""}`;
}

const MEANINGS: Record<string, (words: Settings["words"]) => string> = {
  name: () => "the name of whoever reads it",
  partner: () => "the name of the other person",
  society: () => "the society",
  product: () => "the platform",
  mentor: ({ mentor }) => `“${mentor}”`,
  "a mentor": ({ mentor }) => `“${withArticle(mentor)}”`,
  mentors: ({ mentors }) => `“${mentors}”`,
  mentee: ({ mentee }) => `“${mentee}”`,
  "a mentee": ({ mentee }) => `“${withArticle(mentee)}”`,
  mentees: ({ mentees }) => `“${mentees}”`,
  headline: () => "the line that the other person has written about themselves",
  email: () => "the e-mail address of the other person",
  deadline: () => "the deadline",
  within: () => "how long there was, such as “within 21 days”",
  end: () => "the agreed end",
  "pause end": () => "the day on which the pause ends",
  programme: () => "the name of the programme",
  reference: () => "the reference of the request",
  time: () => "the time of the meeting",
  day: () => "the day on which it happens",
  days: () => "the number of days, such as “7 days”",
  topics: () => "the topics of the proposal",
  reason: () => "the reason that was chosen",
  others: () => "how many others, such as “2 others”",
  "also free": () => "a sentence on the others who are free",
  month: () => "the period",
  "ask us": () => "“ask us: the address is below”, or “ask the society” where there is no address",
  subject: () => "the subject that staff gave the letter",
};

/** What a placeholder stands for: "{{partner}}: the name of the other person". */
export function sayPlaceholder(name: string, words: Settings["words"]): string {
  return `${braced(name)}: ${MEANINGS[name]?.(words) ?? name}`;
}

/** For the tests: a placeholder without a meaning is a defect. */
export function hasMeaning(name: string): boolean {
  return Object.hasOwn(MEANINGS, name);
}

export function sayRefusal(refusal: WordsRefusal): string {
  return {
    "admin-only": "Only administrators can change the words of e-mails.",
    "not-found": "This mail, or this version, is not there.",
    busy: "Somebody else is saving this at the same moment. Please press the button again.",
    "other-passages":
      "The product has been updated since you opened this page, and this mail has other passages now. Your words are still here: copy what you need, and open the page again.",
    "ours-already": "These e-mails already use the words that come with the product.",
  }[refusal];
}

/** In whose words mails of a kind go out. */
export function sayWhose(published: boolean, programmes: number): string {
  const society = published ? "The society’s words" : "The product’s words";
  if (programmes === 0) return society;
  return `${society}; ${programmes === 1 ? "one programme has its own" : `${programmes} programmes have their own`}`;
}

/** For System: mails of which a passage has words that no longer fit. */
export function sayUnfit(label: string): string {
  return `Some of the society's words for the mail “${label}” no longer fit, so the product’s words are used there. Put it right under Settings, Words of e-mails.`;
}

/** To whom a kind of mail goes. */
export function sayReader(to: NoticeDefinition["to"], { mentors, mentees }: Settings["words"]): string {
  if (to === "either") return `${capital(mentors)} and ${mentees}`;
  return to === "member" ? "Members" : capital(to === "mentor" ? mentors : mentees);
}

export function sayVersion(number: number, isOfProgramme: boolean): string {
  if (number > 0) return `Version ${number}`;
  return isOfProgramme ? "As all other e-mails of this kind" : "The words that come with the product";
}
