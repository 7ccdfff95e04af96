import { z } from "zod";
import { cleanLine, cleanTyped } from "@/lib/typed-text";
import { CONCERNS, type Concern } from "./meeting";

/** How much room the words have, in characters; the form says the same. */
export const ROOM = { title: 120, details: 4000 } as const;

/** As browsers write a time, or as somebody types it where the browser does not help. */
const localTime = (missing: string) =>
  z
    .string(missing)
    .trim()
    .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/, `${missing.replace(/\.$/, "")}, like 2026-12-24 14:05.`);

/** What the member was shown and saves all the same: codes, separated by blanks. */
const confirmed = z
  .string()
  .default("")
  .transform((codes) => CONCERNS.filter((concern): concern is Concern => codes.split(" ").includes(concern)));

const TIMES = { starts: localTime("Enter when it starts."), ends: localTime("Enter when it ends.") };

/** The form of a meeting: to arrange one, to change it, or to log one that has been. */
export const MeetingInput = z.object({
  relationshipId: z.uuid(),
  /** Made with the page, so that the form sent twice is one meeting. */
  meetingId: z.uuid(),
  ...TIMES,
  title: z
    .string("Give the meeting a title.")
    .overwrite((typed) => cleanLine(typed).replace(/\s+/g, " "))
    .min(1, "Give the meeting a title.")
    .max(ROOM.title, `Keep this to ${ROOM.title} characters.`),
  method: z.coerce.number("Please select a method.").int("Please select a method.").min(0).max(62),
  details: z.string().overwrite(cleanTyped).max(ROOM.details, `Keep this to ${ROOM.details} characters.`).default(""),
  sendDetails: z.literal("yes").optional(),
  confirmed,
});
export type MeetingInput = z.infer<typeof MeetingInput>;

/** `version`: of the meeting as the member had it before them. */
const version = z.coerce.number().int().min(1);

export const ChangeInput = MeetingInput.extend({ version });
export const SuggestInput = z.object({ relationshipId: z.uuid(), meetingId: z.uuid(), version, ...TIMES, confirmed });

/** A button beside a meeting. */
export const MoveInput = z.object({ relationshipId: z.uuid(), meetingId: z.uuid(), version });

/** A new calendar address; the page to go back to. */
export const FeedInput = z.object({ relationshipId: z.uuid() });
