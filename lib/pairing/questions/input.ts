import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { textBox } from "@/lib/foundation/text-box";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";

/** How much room a question has, and each message before a proposal, in characters; the forms say the same. */
export const ROOM = 600;

const QUESTION = "Write your question first.";
const MESSAGE = "Write something first.";

/** `key` was made with the form: the same form sent again is the same question. Without a programme it is the society's own scheme. */
export const AskInput = z.object({
  mentorId: IdInput,
  programmeId: IdInput.default(SOCIETY_SCHEME),
  key: IdInput,
  words: textBox(ROOM, { missing: QUESTION }).min(1, QUESTION),
});

/** `id` is the conversation's, or that of the proposal that the two write about. `shown` is the newest number on the page. */
export const WriteInput = z.object({
  id: IdInput,
  key: IdInput,
  shown: z.coerce.number().int().min(0).max(2_147_483_647),
  words: textBox(ROOM, { missing: MESSAGE }).min(1, MESSAGE),
});
