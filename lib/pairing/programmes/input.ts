import { z } from "zod";
import { addDays, dayOf, startOfDay } from "@/lib/foundation/dates";
import { DayInput } from "@/lib/foundation/day-range";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { areInOrder, daysOf, line, optional, whole } from "@/lib/society/settings/boxes";
import { MOVES } from "./access";
import { type Description, FINDINGS, type Move, type Programme, TIMES, TOOLS } from "./programme";

/** How much room there is, in characters; the form says the same. */
export const ROOM = { name: 80, forWhom: 400 } as const;

const A_DAY = "Enter a day such as 2026-12-24.";
const day = optional(textBox(10, { tooLong: A_DAY }).refine((typed) => DayInput.parse(typed) !== undefined, A_DAY));

const DAYS = "Enter up to ten whole numbers of days, such as 3, 7, 15.";
const MOST_DAYS = 10;
const days = optional(
  textBox(200, { tooLong: DAYS }).refine((typed) => (daysOf(typed)?.length ?? Number.POSITIVE_INFINITY) <= MOST_DAYS, DAYS),
);

/** Days of a relationship; 0: none of them. */
const NEVER = "0";
const MEETING_DAYS = "Enter up to ten whole numbers of days, such as 4, 10, 21, or 0 for none.";
const meetingDays = optional(
  textBox(200, { tooLong: MEETING_DAYS }).refine(
    (typed) => typed === NEVER || (daysOf(typed)?.length ?? Number.POSITIVE_INFINITY) <= MOST_DAYS,
    MEETING_DAYS,
  ),
);

const FOR_WHOM = "Say for whom it is.";
const FIELDS = {
  name: line("Enter a name.", ROOM.name),
  forWhom: textBox(ROOM.forWhom, { missing: FOR_WHOM }).min(1, FOR_WHOM),
  time: z.enum(TIMES, "Choose one of the two."),
  finding: z.enum(FINDINGS, "Choose one of these."),
  needsApproval: z.literal("yes").optional(),
  opensOn: day,
  lastDayToJoin: day,
  matchingOn: day,
  startsOn: day,
  lastDay: day,
  remindAfterDays: days,
  expireAfterDays: optional(whole(1, 365)),
  openPerMentee: optional(whole(1, 20)),
  openQuestions: optional(whole(0, 20)),
  questionDays: optional(whole(1, 90)),
  mentorsPerMentee: optional(whole(1, 10)),
  months: optional(whole(1, 60)),
  askIfMetOnDays: meetingDays,
  askIfStillMeetingAfterDays: optional(whole(0, 365)),
  beginsAtOnce: z.literal("yes").optional(),
  withoutTools: z.array(z.enum(TOOLS)).max(TOOLS.length).default([]),
  topics: z.array(z.coerce.number().int().min(0).max(62)).max(63).default([]),
};
type Typed = z.infer<z.ZodObject<typeof FIELDS>>;

/** In the order in which they come. */
const DATES = ["opensOn", "lastDayToJoin", "matchingOn", "startsOn", "lastDay"] as const;

function check(typed: Typed, context: z.RefinementCtx): void {
  const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (typed.time === "intake") {
    let before = "";
    for (const name of DATES) {
      const date = typed[name];
      if (date && date < before) say(name, "This day is before the one above it.");
      before = date || before;
    }
  }
  const reminders = daysOf(typed.remindAfterDays) ?? [];
  const expiry = typed.expireAfterDays === "" ? 365 : Number(typed.expireAfterDays);
  if (reminders.some((reminder, i) => reminder <= (reminders[i - 1] ?? 0)))
    say("remindAfterDays", "Each reminder must be later than the one before it.");
  else if (reminders.some((reminder) => reminder >= expiry))
    say("remindAfterDays", `Every reminder must come before the proposal expires on day ${expiry}.`);
  if (!areInOrder(daysOf(typed.askIfMetOnDays) ?? []))
    say("askIfMetOnDays", "Each day must be later than the one before it, and the last within a year.");
}

/** `id` is made with the form, so that pressing the button twice makes one programme. */
export const CreateInput = z.object({ ...FIELDS, id: IdInput }).superRefine(check);

/** `seen` is the version that was on the page. */
const SEEN = { id: IdInput, seen: z.coerce.number().int().min(1) };
export const EditInput = z.object({ ...FIELDS, ...SEEN }).superRefine(check);
export const MoveInput = z.object({ ...SEEN, move: z.enum(MOVES as [Move, ...Move[]]) });
/** `copyId` is made with the form too. */
export const CopyInput = z.object({ ...SEEN, copyId: IdInput });

/** What was typed, as a programme has it: its days as instants in the society's zone. A last day is over when the next one begins. */
export function readTyped(typed: Typed, timeZone: string): Description {
  const begin = (date: string) => (date === "" ? null : startOfDay(date, timeZone));
  const end = (date: string) => {
    const at = begin(date);
    return at && addDays(at, 1, timeZone);
  };
  const number = (text: string) => (text === "" ? null : Number(text));
  const { name, forWhom, time, finding, remindAfterDays } = typed;
  return {
    ...{ name, forWhom, time, finding, needsApproval: typed.needsApproval === "yes" },
    opensAt: begin(typed.opensOn),
    joinUntil: end(typed.lastDayToJoin),
    matchingAt: begin(typed.matchingOn),
    startsAt: begin(typed.startsOn),
    endsAt: end(typed.lastDay),
    own: {
      remindAfterDays: remindAfterDays === "" ? null : daysOf(remindAfterDays),
      expireAfterDays: number(typed.expireAfterDays),
      openPerMentee: number(typed.openPerMentee),
      openQuestions: number(typed.openQuestions),
      questionDays: number(typed.questionDays),
      mentorsPerMentee: number(typed.mentorsPerMentee),
      months: number(typed.months),
      askIfMetOnDays: typed.askIfMetOnDays === "" ? null : (daysOf(typed.askIfMetOnDays) ?? []),
      askIfStillMeetingAfterDays: number(typed.askIfStillMeetingAfterDays),
      topics: typed.topics.length === 0 ? null : typed.topics.toSorted((a, b) => a - b),
      withoutTools: typed.withoutTools.length === 0 ? null : TOOLS.filter((tool) => typed.withoutTools.includes(tool)),
      beginsAtOnce: typed.beginsAtOnce === "yes" ? true : null,
    },
  };
}

/** What its form begins with. */
export function textsOf(programme: Programme, timeZone: string): Record<string, string> {
  const begin = (at: Date | null) => (at ? dayOf(at, timeZone) : "");
  const end = (at: Date | null) => (at ? dayOf(addDays(at, -1, timeZone), timeZone) : "");
  const number = (value: number | null) => (value === null ? "" : String(value));
  const { name, forWhom, time, finding, needsApproval, own } = programme;
  return {
    ...{ name, forWhom, time, finding, needsApproval: needsApproval ? "yes" : "" },
    opensOn: begin(programme.opensAt),
    lastDayToJoin: end(programme.joinUntil),
    matchingOn: begin(programme.matchingAt),
    startsOn: begin(programme.startsAt),
    lastDay: end(programme.endsAt),
    remindAfterDays: own.remindAfterDays?.join(", ") ?? "",
    expireAfterDays: number(own.expireAfterDays),
    openPerMentee: number(own.openPerMentee),
    openQuestions: number(own.openQuestions),
    questionDays: number(own.questionDays),
    mentorsPerMentee: number(own.mentorsPerMentee),
    months: number(own.months),
    askIfMetOnDays: own.askIfMetOnDays?.length === 0 ? NEVER : (own.askIfMetOnDays?.join(", ") ?? ""),
    askIfStillMeetingAfterDays: number(own.askIfStillMeetingAfterDays),
    beginsAtOnce: own.beginsAtOnce ? "yes" : "",
  };
}
