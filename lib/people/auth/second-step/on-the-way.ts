import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

const Whose = z.object({
  memberId: IdInput,
  /** Their sessionEpoch then: a new password, or staff who end all sessions, end this too. */
  epoch: z.number().int(),
});

/** The password was right, and the second step is still to come. */
export const PENDING = { purpose: "connect.second-step", seconds: 10 * 60, schema: Whose };

/** The member has given their password or a second step again, and may change how they sign in. */
export const PROVED = { purpose: "connect.proved", seconds: 10 * 60, schema: Whose };

/** The recovery codes that were just made, for the one page that shows them. */
export const NEW_CODES = {
  purpose: "connect.recovery-codes",
  seconds: 10 * 60,
  schema: z.object({ memberId: IdInput, codes: z.array(z.string()).max(20) }),
};
