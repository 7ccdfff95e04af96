import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { IdInput } from "@/lib/foundation/id";

const SALT = "connect.local-sign-in";
const SECONDS = 30;

const Ticket = z.object({
  memberId: IdInput,
  /** Whether they have taken a second step. */
  secondStep: z.boolean().optional(),
});
export type Ticket = z.infer<typeof Ticket>;

/**
 * What we give next-auth instead of a password once we have checked the password ourselves. It is encrypted and never reaches
 * a browser, so next-auth's own sign-in address, which has no limits, lets nobody in.
 */
export function issueTicket(ticket: Ticket): Promise<string> {
  return encode({ token: ticket, secret: env().authSecrets, salt: SALT, maxAge: SECONDS });
}

/** Null for anything but a ticket from the last few moments. */
export async function readTicket(ticket: unknown): Promise<Ticket | null> {
  if (typeof ticket !== "string") return null;
  const token = await decode({ token: ticket, secret: env().authSecrets, salt: SALT }).catch(() => null);
  const parsed = Ticket.safeParse(token);
  return parsed.success ? parsed.data : null;
}
