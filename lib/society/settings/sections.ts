import { z } from "zod";
import type { Texts } from "@/lib/foundation/amending";
import { DayInput } from "@/lib/foundation/day-range";
import { textBox } from "@/lib/foundation/text-box";
import { readZone } from "@/lib/foundation/time-zones";
import { cleanToken } from "@/lib/foundation/typed-text";
import { board } from "./board-section";
import { areInOrder, COLOUR, colour, daysOf, line, optional, whole, word } from "./boxes";
import { contact } from "./contact-section";
import { LEAST_CONTRAST, measure } from "./contrast";
import { privacy } from "./privacy-section";
import type { Section } from "./section";
import { surveys } from "./surveys-section";
import { sayTooFaint } from "./wording";

const A_DAY = "Enter a day such as 2026-12-24.";

const society: Section = {
  fields: {
    name: line("Enter the society's name.", 80),
    product: line("Enter a name for this platform.", 40),
    timeZone: line("Choose a time zone.", 64)
      .refine((name) => readZone(name) !== null, "Choose a time zone from the list.")
      .overwrite((name) => readZone(name) ?? name),
    staffSecondStep: optional(z.enum(["needed"], { error: "Choose one of the two." })),
    moveUntil: optional(textBox(10, { tooLong: A_DAY }).refine((typed) => DayInput.parse(typed) !== undefined, A_DAY)),
  },
  read: ({ society: { name, product, timeZone }, signIn }) => ({
    ...{ name, product, timeZone, moveUntil: signIn.moveUntil ?? "" },
    staffSecondStep: signIn.staffSecondStep ? "needed" : "",
  }),
  write: (settings, { name = "", product = "", timeZone = "", moveUntil, staffSecondStep }) => ({
    ...settings,
    society: { ...settings.society, name, product, timeZone },
    signIn: { moveUntil: moveUntil || null, staffSecondStep: staffSecondStep === "needed" },
  }),
};

const look: Section = {
  fields: { accent: colour, accentOnDark: colour },
  check: ({ accent = "", accentOnDark = "" }, context) => {
    for (const [path, shade, ground] of [
      ["accent", accent, "light"],
      ["accentOnDark", accentOnDark, "dark"],
    ] as const) {
      // If it is not a colour at all, there is already a message about that.
      if (!COLOUR.test(shade) || measure(shade, ground).ratio >= LEAST_CONTRAST) continue;
      context.addIssue({ code: "custom", path: [path], message: sayTooFaint(shade, ground) });
    }
  },
  read: ({ society: { accent, accentOnDark } }) => ({ accent, accentOnDark }),
  write: (settings, { accent = "", accentOnDark = "" }) => ({
    ...settings,
    society: { ...settings.society, accent, accentOnDark },
  }),
};

const words: Section = {
  fields: { mentor: word, mentors: word, mentee: word, mentees: word },
  check: ({ mentor, mentors, mentee, mentees }, context) => {
    const message = "The two roles need different words.";
    if (mentor === mentee) context.addIssue({ code: "custom", path: ["mentee"], message });
    if (mentors === mentees) context.addIssue({ code: "custom", path: ["mentees"], message });
  },
  read: (settings) => settings.words,
  write: (settings, { mentor = "", mentors = "", mentee = "", mentees = "" }) => ({
    ...settings,
    words: { mentor, mentors, mentee, mentees },
  }),
};

const DAYS = "Enter up to ten whole numbers of days, such as 3, 7, 15.";
const MOST_DAYS = 10;

const days = optional(
  textBox(200, { tooLong: DAYS })
    .overwrite((typed) => daysOf(typed)?.join(", ") ?? typed)
    .refine((typed) => (daysOf(typed)?.length ?? Number.POSITIVE_INFINITY) <= MOST_DAYS, DAYS),
);

/** Days of a rule must ascend, within a year. */
function refuseUnordered(field: string, typed: string | undefined, context: z.RefinementCtx): void {
  const days = daysOf(typed ?? "") ?? [];
  if (areInOrder(days)) return;
  const message = "Each day must be later than the one before it, and the last within a year.";
  context.addIssue({ code: "custom", path: [field], message });
}

const proposals: Section = {
  fields: {
    remindAfterDays: days,
    expireAfterDays: whole(1, 365),
    openPerMentee: whole(1, 20),
    furtherChoices: whole(0, 4),
    askAfterExpired: whole(0, 5),
    standDownAfterExpired: whole(0, 5),
    askAfterSilentMonths: whole(0, 60),
    remindProfileOnDay: whole(0, 60),
    remindFirstProposalOnDays: days,
    openQuestions: whole(0, 20),
    questionDays: whole(1, 90),
  },
  check: (texts, context) => {
    const days = daysOf(texts.remindAfterDays ?? "") ?? [];
    const expiry = Number(texts.expireAfterDays);
    const say = (message: string) => context.addIssue({ code: "custom", path: ["remindAfterDays"], message });
    if (days.some((day, i) => day <= (days[i - 1] ?? 0))) say("Each reminder must be later than the one before it.");
    else if (days.some((day) => day >= expiry)) say(`Every reminder must come before the proposal expires on day ${expiry}.`);
    refuseUnordered("remindFirstProposalOnDays", texts.remindFirstProposalOnDays, context);
  },
  read: ({ proposals }) => ({
    remindAfterDays: proposals.remindAfterDays.join(", "),
    expireAfterDays: String(proposals.expireAfterDays),
    openPerMentee: String(proposals.openPerMentee),
    furtherChoices: String(proposals.furtherChoices),
    askAfterExpired: String(proposals.askAfterExpired),
    standDownAfterExpired: String(proposals.standDownAfterExpired),
    askAfterSilentMonths: String(proposals.askAfterSilentMonths),
    remindProfileOnDay: String(proposals.remindProfileOnDay),
    remindFirstProposalOnDays: proposals.remindFirstProposalOnDays.join(", "),
    openQuestions: String(proposals.openQuestions),
    questionDays: String(proposals.questionDays),
  }),
  write: (settings, texts) => ({
    ...settings,
    proposals: {
      remindAfterDays: daysOf(texts.remindAfterDays ?? "") ?? [],
      expireAfterDays: Number(texts.expireAfterDays),
      openPerMentee: Number(texts.openPerMentee),
      furtherChoices: Number(texts.furtherChoices),
      askAfterExpired: Number(texts.askAfterExpired),
      standDownAfterExpired: Number(texts.standDownAfterExpired),
      askAfterSilentMonths: Number(texts.askAfterSilentMonths),
      remindProfileOnDay: Number(texts.remindProfileOnDay),
      remindFirstProposalOnDays: daysOf(texts.remindFirstProposalOnDays ?? "") ?? [],
      openQuestions: Number(texts.openQuestions),
      questionDays: Number(texts.questionDays),
    },
  }),
};

const relationships: Section = {
  fields: {
    mentorsPerMentee: whole(1, 10),
    months: whole(1, 60),
    askIfMetOnDays: days,
    askIfStillMeetingAfterDays: whole(0, 365),
    tellStaffAfterDays: whole(0, 60),
  },
  check: ({ askIfMetOnDays }, context) => refuseUnordered("askIfMetOnDays", askIfMetOnDays, context),
  read: ({ relationships }) => ({
    mentorsPerMentee: String(relationships.mentorsPerMentee),
    months: String(relationships.months),
    askIfMetOnDays: relationships.askIfMetOnDays.join(", "),
    askIfStillMeetingAfterDays: String(relationships.askIfStillMeetingAfterDays),
    tellStaffAfterDays: String(relationships.tellStaffAfterDays),
  }),
  write: (settings, texts) => ({
    ...settings,
    relationships: {
      mentorsPerMentee: Number(texts.mentorsPerMentee),
      months: Number(texts.months),
      askIfMetOnDays: daysOf(texts.askIfMetOnDays ?? "") ?? [],
      askIfStillMeetingAfterDays: Number(texts.askIfStillMeetingAfterDays),
      tellStaffAfterDays: Number(texts.tellStaffAfterDays),
    },
  }),
};

const today: Section = {
  fields: { firstConversationAfterDays: whole(1, 365), nearExpiryDays: whole(1, 60), quietAfterDays: whole(1, 730) },
  read: ({ today: { firstConversationAfterDays, nearExpiryDays, quietAfterDays } }) => ({
    firstConversationAfterDays: String(firstConversationAfterDays),
    nearExpiryDays: String(nearExpiryDays),
    quietAfterDays: String(quietAfterDays),
  }),
  write: (settings, texts) => ({
    ...settings,
    today: {
      firstConversationAfterDays: Number(texts.firstConversationAfterDays),
      nearExpiryDays: Number(texts.nearExpiryDays),
      quietAfterDays: Number(texts.quietAfterDays),
    },
  }),
};

/** The forms of the settings, but for the lists and the logo. */
export const SECTIONS = {
  society,
  look,
  words,
  proposals,
  relationships,
  today,
  board,
  surveys,
  contact,
  privacy,
} satisfies Record<string, Section>;
export type SectionName = keyof typeof SECTIONS;

/** What a form of a section may hold. `base` is what it began with; `take` names the boxes in which that is to stand. */
export function inputOf({ fields, check }: Section) {
  return z
    .object({
      ...fields,
      base: z.string().max(20_000).optional().default(""),
      take: z.array(z.string().max(40).overwrite(cleanToken)).max(20).default([]),
      intent: z.enum(["preview"]).optional(),
    })
    .superRefine((given, context) => check?.(given as unknown as Texts, context));
}

/**
 * Validates the merged texts once more, because the changes of two people may contradict each other. The first error, or null.
 */
export function findWrong({ fields, check }: Section, texts: Texts): { field: string; sentence: string } | null {
  const schema = z.object(fields).superRefine((given, context) => check?.(given as Texts, context));
  const [issue] = schema.safeParse(texts).error?.issues ?? [];
  return issue ? { field: String(issue.path[0] ?? ""), sentence: issue.message } : null;
}

/** What the form started from; null if it cannot be read, which only means that we ask once too often. */
export function readBase(base: string): Texts | null {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(base));
  } catch {
    return null;
  }
}
