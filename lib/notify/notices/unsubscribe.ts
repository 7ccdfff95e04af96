import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { CHOOSABLE_GROUPS, type GroupName } from "./groups";
import { isSignedBy, signWith } from "./signature";

const PURPOSE = "unsubscribe from mail";

/** What a link in a mail lets whoever holds it do, and no more: stop that member's mails of one group, or their digests. */
export interface Unsubscription {
  memberId: string;
  what: GroupName | "digest";
}

/** The token of such a link: it names both, and is signed. It works for as long as we know the secret that signed it. */
export function signUnsubscription({ memberId, what }: Unsubscription, secrets: readonly string[]): string {
  const words = `${memberId}.${what}`;
  return `${words}.${signWith(secrets, PURPOSE, words)}`;
}

/** What a token allows; null when it is not one of ours. */
export function readUnsubscription(token: string, secrets: readonly string[]): Unsubscription | null {
  const [memberId = "", what = "", mark = "", ...rest] = token.split(".");
  if (rest.length > 0 || !isSignedBy(secrets, PURPOSE, `${memberId}.${what}`, mark)) return null;
  const parsed = Words.safeParse({ memberId, what });
  return parsed.success ? parsed.data : null;
}

/** A group may have become fixed, or gone, since the mail was sent. */
const Words = z.object({ memberId: IdInput, what: z.enum([...CHOOSABLE_GROUPS, "digest"]) });
