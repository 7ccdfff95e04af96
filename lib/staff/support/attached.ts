import { openText, seal } from "@/lib/foundation/sealing/seal-and-open";
import { ERASED_WORDS } from "@/lib/foundation/wording";

// The only way for messages to reach staff: copies of exactly those that a member ticked, encrypted under a place of their own.
// Nothing here reads a conversation, and the copies cannot be decrypted anywhere else.

const PLACE = "support_messages.words";

/** A message's words, as the copy keeps them. */
export function sealShown(requestId: string, number: number, words: string): string {
  return seal(PLACE, [requestId, number], words);
}

/** The words of a copy, for those who may read the request. */
export function openShown(requestId: string, number: number, sealed: string | null): string {
  return sealed === null ? ERASED_WORDS : openText(PLACE, [requestId, number], sealed);
}
