import { z } from "zod";
import { ID, IdInput } from "@/lib/foundation/id";
import { lineBox, textBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { WARNINGS, type Warning } from "./meeting";

/** The longest texts, in characters; the form says the same. */
export const ROOM = { title: 120, details: 4000 } as const;

/** A time as browsers send it, or as people type it where the browser does not help. */
const localTime = (missing: string) =>
  z
    .string(missing)
    .max(40, { error: missing, abort: true })
    .trim()
    .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/, `${missing.replace(/\.$/, "")}, like 2026-12-24 14:05.`);

/** The warnings that the member has seen and saves in spite of: codes, separated by spaces. */
const confirmed = z
  .string()
  .max(200)
  .default("")
  .transform((codes) => WARNINGS.filter((warning): warning is Warning => codes.split(" ").includes(warning)));

const TIMES = { starts: localTime("Enter when it starts."), ends: localTime("Enter when it ends.") };

/** The form of a meeting: to arrange one, to change it, or to log one that has been. */
export const MeetingInput = z.object({
  relationshipId: IdInput,
  /** Made with the page, so that the form sent twice is one meeting. */
  meetingId: IdInput,
  ...TIMES,
  title: lineBox(ROOM.title, { missing: "Give the meeting a title." }).min(1, "Give the meeting a title."),
  method: z.coerce.number("Please select a method.").int("Please select a method.").min(0).max(62),
  details: textBox(ROOM.details).default(""),
  sendDetails: z.literal("yes").optional(),
  confirmed,
});
export type MeetingInput = z.infer<typeof MeetingInput>;

/** `version`: the one that the member saw. */
const version = z.coerce.number().int().min(1);

export const ChangeInput = MeetingInput.extend({ version });
export const SuggestInput = z.object({ relationshipId: IdInput, meetingId: IdInput, version, ...TIMES, confirmed });

export const CancelInput = z.object({ relationshipId: IdInput, meetingId: IdInput, version });

const PRESSES = ["accept", "decline", "take", "hold", "miss"] as const;
export type Press = (typeof PRESSES)[number];
const PRESSED = new RegExp(`^(${PRESSES.join("|")}) (${ID}) (\\d{1,9})$`);

/** What a button beside a meeting sends: what it does, to which meeting, and the version that the member saw. */
export function pressValue(press: Press, { id, version }: { id: string; version: number }): string {
  return `${press} ${id} ${version}`;
}

/** The buttons beside the meetings of a list, all in one form. */
export const PressInput = z.object({
  relationshipId: IdInput,
  press: z
    .string()
    .max(80)
    .regex(PRESSED)
    .transform((pressed) => {
      const [, press, meetingId = "", seen] = PRESSED.exec(pressed) ?? [];
      return { press: press as Press, meetingId, seen: Number(seen) };
    }),
});

/** A new calendar address; the page to go back to. */
export const FeedInput = z.object({ relationshipId: IdInput });

export const INVITATION_ANSWERS = ["accept", "decline"] as const;

/** An answer from the page behind a mail's link: the token says who answers what. */
export const InvitationAnswerInput = z.object({
  token: z.string().max(400).overwrite(cleanToken),
  answer: z.enum(INVITATION_ANSWERS, { error: "Choose Accept or Decline." }),
  version,
});
