import { env } from "@/lib/foundation/env";
import { answerFromCalendar } from "@/lib/mentoring/meetings/commands";
import { findReply } from "@/lib/notify/calendar/reply";
import { readReplyAddress } from "@/lib/notify/calendar/reply-address";
import { heedEvent } from "@/lib/notify/delivery/events";
import type { SignedEvent } from "@/lib/notify/delivery/provider-event";
import { fetchReceived, readReceived } from "@/lib/notify/delivery/received";

/** Fetches a mail by its name at the provider. Handed in, so that tests need no provider. */
type Fetch = (id: string) => Promise<Uint8Array | null>;

/** What the mail provider reports: what became of a mail of ours, or the answer of a calendar that has come in. */
export async function heedNews(
  event: SignedEvent,
  now: Date,
  fetch: Fetch = fetchFromProvider,
): Promise<"heeded" | "come-again"> {
  const received = readReceived(event.payload);
  if (!received) return heedEvent(event, now);
  const { CALENDAR_REPLIES_TO: base, authSecrets } = env();
  const meetingId = base && received.to.map((address) => readReplyAddress(address, base, authSecrets)).find(Boolean);
  // Mail to any other address is none of ours, so it is not even fetched.
  if (!meetingId) return "heeded";
  const raw = await fetch(received.id);
  const reply = raw && (await findReply(raw));
  if (reply) await answerFromCalendar(meetingId, reply, now);
  return "heeded";
}

function fetchFromProvider(id: string): Promise<Uint8Array | null> {
  return fetchReceived(id, env().RESEND_API_KEY ?? "");
}
