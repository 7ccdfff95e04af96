import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";

/** How much room the words have, in characters; the forms say the same. */
export const ROOM = { objectives: 2000, meeting: 500, contribution: 1000, reason: 1000 } as const;

const ids = (message: string) => z.array(z.coerce.number().int().min(0).max(62)).max(63).min(1, message);

const OBJECTIVES = "Say what you would like to achieve.";

/** The proposal form, for sending and for editing. */
export const ProposalInput = z.object({
  objectives: textBox(ROOM.objectives, { missing: OBJECTIVES }).min(1, OBJECTIVES),
  topics: ids("Choose at least one topic."),
  methods: ids("Choose at least one way to meet."),
  meeting: textBox(ROOM.meeting).default(""),
  contribution: textBox(ROOM.contribution).default(""),
});

/** Without a programme it is the society's own scheme. */
export const SendInput = ProposalInput.extend({ mentorId: IdInput, programmeId: IdInput.default(SOCIETY_SCHEME) });
export const EditInput = ProposalInput.extend({ proposalId: IdInput });

/** `seenText` is the number of the text that the mentor read; another one since then is another proposal. */
export const AcceptInput = z.object({ proposalId: IdInput, seenText: z.coerce.number().int().min(1) });

export const RejectInput = z.object({
  proposalId: IdInput,
  /** An entry of the society's list of reasons. */
  because: z.coerce.number().int().min(0).max(62).optional(),
  reason: textBox(ROOM.reason).default(""),
});

/** Withdraw and Reopen Request. */
export const MoveInput = z.object({ proposalId: IdInput });
