import { openText, seal } from "@/lib/foundation/sealing/seal";
import { ERASED_WORDS } from "@/lib/foundation/wording";

// The one door from a conversation to the staff's desk: exactly the messages that a member ticked, as copies under a place of
// their own. Nothing here reads a conversation, and what is sealed here opens nowhere else.

const PLACE = "support_messages.words";

/** A message's words, as the copy keeps them. */
export function sealShown(requestId: string, number: number, words: string): string {
  return seal(PLACE, [requestId, number], words);
}

/** The words of a copy, for those who may read the request. */
export function openShown(requestId: string, number: number, sealed: string | null): string {
  return sealed === null ? ERASED_WORDS : openText(PLACE, [requestId, number], sealed);
}
