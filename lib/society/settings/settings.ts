import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { todaysZone } from "@/lib/foundation/time-zones";
import { MOST_DAYS_KEPT, SETTABLE, SETTABLE_KINDS, type Settable } from "./retention";
import { SETUP_ITEMS } from "./setup-items";

/**
 * Everything that is particular to the society. Stored as one JSON row. Missing settings get the default below, so a new
 * setting needs no migration.
 *
 * The lists carry small numbers for ever: profiles keep the numbers, and the search keeps them as bits of a 64-bit mask,
 * hence at most 62. An entry that is `retired` is no longer offered but still named where it was chosen.
 */
const listEntry = z.object({
  id: z.number().int().min(0).max(62),
  label: z.string().min(1).max(80),
  retired: z.boolean().default(false),
});
/** Who may read the society's board by mail. */
export const MOST_READERS = 20;

const keptDays = (kind: Settable) => z.number().int().min(0).max(MOST_DAYS_KEPT).default(SETTABLE[kind].days);
const list = z.array(listEntry).refine((entries) => new Set(entries.map((entry) => entry.id)).size === entries.length, {
  message: "Two entries have the same number.",
});

export const Settings = z.object({
  society: z
    .object({
      name: z.string().min(1).max(80).default("Our society"),
      /** What the society calls this platform. */
      product: z.string().min(1).max(40).default("Connect"),
      websiteUrl: z.url().nullable().default(null),
      /** Where a member changes password and e-mail address. */
      accountUrl: z.url().nullable().default(null),
      /** Where a lapsed member renews. */
      renewUrl: z.url().nullable().default(null),
      /** What the society counts as professional development, in its own words. */
      cpdUrl: z.url().nullable().default(null),
      /** Which of the logos, by its name, and how large it is; lib/society/settings/logo.ts knows its address. */
      logo: z
        .object({ name: z.string().regex(/^[0-9a-f]{32}$/), width: z.number().int(), height: z.number().int() })
        .nullable()
        .default(null),
      /** The one accent, on light and on dark paper. */
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .default("#1d4e57"),
      accentOnDark: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .default("#8cc6cb"),
      /** Rows may have been written when the zone had another name. */
      timeZone: z.string().overwrite(todaysZone).default("Europe/London"),
      /** Whether search engines may show the front page and the texts for everybody. */
      isFoundBySearch: z.boolean().default(false),
    })
    .prefault({}),
  support: z
    .object({
      email: z.email().nullable().default(null),
      phone: z.string().nullable().default(null),
      /** Where letters reach the society, in lines. */
      postalAddress: z.string().max(300).nullable().default(null),
    })
    .prefault({}),
  signIn: z
    .object({
      /** The last day, such as 2026-12-24, on which members may keep their account when they come from another sign-in of the society's. */
      moveUntil: z.iso.date().nullable().default(null),
      /** Local accounts: whether staff need a second step before they open the staff pages. */
      staffSecondStep: z.boolean().default(false),
    })
    .prefault({}),
  /** The society's words for the two roles, in lower case. */
  words: z
    .object({
      mentor: z.string().min(1).default("mentor"),
      mentors: z.string().min(1).default("mentors"),
      mentee: z.string().min(1).default("mentee"),
      mentees: z.string().min(1).default("mentees"),
    })
    .prefault({}),
  topics: list.default([
    { id: 1, label: "Career planning", retired: false },
    { id: 2, label: "Work/life balance", retired: false },
    { id: 3, label: "Personal goals", retired: false },
    { id: 4, label: "Communication and influencing", retired: false },
    { id: 5, label: "Raising profile", retired: false },
    { id: 6, label: "Personal confidence", retired: false },
    { id: 7, label: "A specific skill", retired: false },
  ]),
  sectors: list.default([
    { id: 1, label: "Private sector", retired: false },
    { id: 2, label: "Public sector", retired: false },
    { id: 3, label: "Charity or voluntary", retired: false },
    { id: 4, label: "Education and research", retired: false },
    { id: 5, label: "Self-employed", retired: false },
  ]),
  regions: list.default([
    { id: 1, label: "North", retired: false },
    { id: 2, label: "South", retired: false },
    { id: 3, label: "East", retired: false },
    { id: 4, label: "West", retired: false },
    { id: 5, label: "Abroad", retired: false },
  ]),
  methods: list.default([
    { id: 1, label: "In person", retired: false },
    { id: 2, label: "Video call", retired: false },
    { id: 3, label: "Telephone", retired: false },
    { id: 4, label: "E-mail", retired: false },
  ]),
  languages: list.default([{ id: 1, label: "English", retired: false }]),
  careerStages: list.default([
    { id: 1, label: "Student or trainee", retired: false },
    { id: 2, label: "First years in practice", retired: false },
    { id: 3, label: "Mid-career", retired: false },
    { id: 4, label: "Senior", retired: false },
    { id: 5, label: "Changing direction or returning", retired: false },
  ]),
  /** Why a mentor says no. */
  rejectionReasons: list.default([
    { id: 1, label: "No time at present", retired: false },
    { id: 2, label: "Not my field", retired: false },
    { id: 3, label: "Somebody else would fit better", retired: false },
    { id: 4, label: "Too close to each other", retired: false },
    { id: 5, label: "Another reason", retired: false },
  ]),
  proposals: z
    .object({
      /** Calendar days after sending on which the mentor is reminded, ascending, before expiry. */
      remindAfterDays: z.array(z.number().int().min(1).max(364)).max(10).default([3, 7, 15]),
      expireAfterDays: z.number().int().min(1).max(365).default(21),
      /** How many unanswered proposals a mentee may have at once. */
      openPerMentee: z.number().int().min(1).max(20).default(3),
      /** How many more mentors a mentee may name with a proposal, to be asked if it comes to nothing; 0: none. */
      furtherChoices: z.number().int().min(0).max(4).default(2),
      /** After how many proposals that expired in a row a mentor is asked whether they are still available; 0: never. */
      askAfterExpired: z.number().int().min(0).max(5).default(1),
      /** After how many they are made unavailable; 0: never. */
      standDownAfterExpired: z.number().int().min(0).max(5).default(2),
      /** After how many months without any sign of life they are asked the same; 0: never. */
      askAfterSilentMonths: z.number().int().min(0).max(60).default(12),
      /** The day after registration on which a member without a profile is reminded, once; 0: never. */
      remindProfileOnDay: z.number().int().min(0).max(60).default(3),
      /** Days after making a profile on which a mentee who has asked nobody is reminded, ascending; none: never. */
      remindFirstProposalOnDays: z.array(z.number().int().min(1).max(364)).max(10).default([3, 10]),
      /** How many questions before a proposal a mentee may have waiting at once; 0: none are asked. */
      openQuestions: z.number().int().min(0).max(20).default(3),
      /** Calendar days after which a question closes without a reply. */
      questionDays: z.number().int().min(1).max(90).default(14),
    })
    .prefault({})
    .refine(
      ({ remindAfterDays, expireAfterDays }) =>
        remindAfterDays.every((day, i) => day > (remindAfterDays[i - 1] ?? 0) && day < expireAfterDays),
      { message: "Reminder days must ascend and come before the day of expiry." },
    )
    .refine(({ remindFirstProposalOnDays: days }) => days.every((day, i) => day > (days[i - 1] ?? 0)), {
      message: "The days of a reminder must ascend.",
    }),
  relationships: z
    .object({
      /** How many mentors a mentee may have at once. */
      mentorsPerMentee: z.number().int().min(1).max(10).default(1),
      /** How long a relationship lasts, in months. */
      months: z.number().int().min(1).max(60).default(12),
      /** Days after it began on which both are asked whether they have met, ascending; none: never. */
      askIfMetOnDays: z.array(z.number().int().min(1).max(364)).max(10).default([4, 10, 21]),
      /** Days without a meeting or message after which both are asked whether they still meet; 0: never. */
      askIfStillMeetingAfterDays: z.number().int().min(0).max(365).default(45),
      /** Days that a partner has to answer before staff are told that the other one waits; 0: never. */
      tellStaffAfterDays: z.number().int().min(0).max(60).default(7),
    })
    .prefault({})
    .refine(({ askIfMetOnDays }) => askIfMetOnDays.every((day, i) => day > (askIfMetOnDays[i - 1] ?? 0)), {
      message: "The days of a question must ascend.",
    }),
  /** For how many days each kind of the list in retention.ts is kept; 0: as the list says. */
  retention: z
    .object(
      Object.fromEntries(SETTABLE_KINDS.map((kind) => [kind, keptDays(kind)])) as Record<Settable, ReturnType<typeof keptDays>>,
    )
    .prefault({}),
  /** What an administrator has dismissed of the list of what a new society has to do. */
  setup: z.object({ dismissed: z.array(z.enum(SETUP_ITEMS)).max(50).default([]) }).prefault({}),
  /** When something appears on Today, in calendar days. */
  today: z
    .object({
      /** A relationship without a first conversation, after it began. */
      firstConversationAfterDays: z.number().int().min(1).max(365).default(14),
      /** A proposal without an answer, before it expires. */
      nearExpiryDays: z.number().int().min(1).max(60).default(3),
      /** A relationship in which nothing has happened, since something last did. */
      quietAfterDays: z.number().int().min(1).max(730).default(60),
    })
    .prefault({}),
  /** Surveys: off until an administrator turns them on, because members should not be asked where nobody at the society reads the answers. */
  surveys: z
    .object({
      /** After a meeting that was held. */
      meeting: z.boolean().default(false),
      /** While a relationship lasts: from this day on, and then every so many days. */
      pulse: z.boolean().default(false),
      pulseOnDay: z.number().int().min(7).max(364).default(30),
      pulseEveryDays: z.number().int().min(14).max(365).default(60),
      /** When a relationship has ended. */
      closing: z.boolean().default(false),
    })
    .prefault({}),
  /** The society's board. */
  board: z
    .object({
      /** The members of staff who are told that last month's is there, by their ids; none: nobody. */
      readers: z.array(IdInput).max(MOST_READERS).default([]),
      /** The day of the month from which they are told. */
      day: z.number().int().min(1).max(28).default(1),
    })
    .prefault({}),
});

export type Settings = z.infer<typeof Settings>;
export type ListEntry = Settings["topics"][number];
/** The lists that members choose from: in their profiles, and when they reject a proposal. */
export const LIST_NAMES = ["topics", "sectors", "regions", "methods", "languages", "careerStages", "rejectionReasons"] as const;
export type ListName = (typeof LIST_NAMES)[number];

export const DEFAULT_SETTINGS: Settings = Settings.parse({});

/** Labels of the chosen ids, in the order of the society's list, retired ones included. */
export function labelsOf(list: readonly ListEntry[], ids: readonly number[]): string[] {
  return list.filter((entry) => ids.includes(entry.id)).map((entry) => entry.label);
}

/** The label of one id, or null when nothing was chosen. */
export function labelOf(list: readonly ListEntry[], id: number | null): string | null {
  return list.find((entry) => entry.id === id)?.label ?? null;
}

/** What a form offers: entries not retired, and those already chosen. */
export function offered(list: readonly ListEntry[], chosen: readonly number[] = []): ListEntry[] {
  return list.filter((entry) => !entry.retired || chosen.includes(entry.id));
}
