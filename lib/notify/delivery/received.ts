import { Resend } from "resend";
import { z } from "zod";
import { readBody } from "@/lib/foundation/read-body";

/** News that a mail has come in: its name at the provider, and the addresses that it was sent to. */
export interface ReceivedMail {
  id: string;
  to: string[];
}

const addresses = z.array(z.string().max(400)).max(100).default([]);
const Payload = z.object({
  type: z.literal("email.received"),
  data: z.object({ email_id: z.string().regex(/^[\w-]{1,200}$/), to: addresses, received_for: addresses }),
});

/** What an event of Resend says of a mail that came in; null for other events. */
export function readReceived(payload: unknown): ReceivedMail | null {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return null;
  const { email_id, to, received_for } = parsed.data.data;
  return { id: email_id, to: [...received_for, ...to] };
}

/** An answer from a calendar is a few kilobytes; some quote a long invitation. */
const LARGEST = 1024 * 1024;
const WAITS_MS = 10_000;

/**
 * Fetches a mail that came in, as it was sent. Null when it is larger than any answer, or the provider has not kept it. Throws when
 * the provider does not respond: then its event comes again.
 */
export async function fetchReceived(id: string, apiKey: string, baseUrl?: string): Promise<Uint8Array | null> {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  const { data, error } = await resend.emails.receiving.get(id);
  if (error) throw new Error(`Resend answered ${error.statusCode ?? "nothing"} about a mail that came in: ${error.message}`);
  if (!data.raw) return null;
  const response = await fetch(data.raw.download_url, { redirect: "error", signal: AbortSignal.timeout(WAITS_MS) });
  if (!response.ok) throw new Error(`Resend answered ${response.status} when asked for a mail that came in.`);
  return readBody(response, LARGEST);
}
