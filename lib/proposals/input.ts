import { z } from "zod";
import { IdInput } from "@/lib/id";
import { cleanTyped } from "@/lib/typed-text";

/** How much room the words have, in characters; the forms say the same. */
export const ROOM = { objectives: 2000, meeting: 500, contribution: 1000, reason: 1000 } as const;

const words = (room: number, tooLong: string) => z.string().overwrite(cleanTyped).max(room, tooLong);
const ids = (message: string) => z.array(z.coerce.number().int().min(0).max(62)).min(1, message).max(63);

/** The proposal form, for sending and for editing. */
export const ProposalInput = z.object({
  objectives: z
    .string("Say what you would like to achieve.")
    .overwrite(cleanTyped)
    .min(1, "Say what you would like to achieve.")
    .max(ROOM.objectives, `Keep this to ${ROOM.objectives} characters.`),
  topics: ids("Choose at least one topic."),
  methods: ids("Choose at least one way to meet."),
  meeting: words(ROOM.meeting, `Keep this to ${ROOM.meeting} characters.`).default(""),
  contribution: words(ROOM.contribution, `Keep this to ${ROOM.contribution} characters.`).default(""),
});

export const SendInput = ProposalInput.extend({ mentorId: IdInput });
export const EditInput = ProposalInput.extend({ proposalId: IdInput });

/** `seenText` is the number of the text that the mentor read; another one since then is another proposal. */
export const AcceptInput = z.object({ proposalId: IdInput, seenText: z.coerce.number().int().min(1) });

export const RejectInput = z.object({
  proposalId: IdInput,
  reason: words(ROOM.reason, `Keep this to ${ROOM.reason} characters.`).default(""),
});

/** Withdraw and Reopen Request. */
export const MoveInput = z.object({ proposalId: IdInput });
