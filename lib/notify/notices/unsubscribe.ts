import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { CHOOSABLE_GROUPS, type GroupName } from "./groups";

/** What a link in a mail lets whoever holds it do, and no more: stop that member's mails of one group, or their digests. */
export interface Unsubscription {
  memberId: string;
  what: GroupName | "digest";
}

/** The token of such a link: it names both, and is signed. It works for as long as `secret`, AUTH_SECRET, stays the same. */
export function signUnsubscription({ memberId, what }: Unsubscription, secret: string): string {
  const words = `${memberId}.${what}`;
  return `${words}.${sign(words, secret)}`;
}

/** What a token allows; null when it is not one of ours. */
export function readUnsubscription(token: string, secret: string): Unsubscription | null {
  const [memberId = "", what = "", mark = "", ...rest] = token.split(".");
  const wanted = Buffer.from(sign(`${memberId}.${what}`, secret));
  const given = Buffer.from(mark);
  if (rest.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const parsed = Words.safeParse({ memberId, what });
  return parsed.success ? parsed.data : null;
}

/** A group may have become fixed, or gone, since the mail was sent. */
const Words = z.object({ memberId: IdInput, what: z.enum([...CHOOSABLE_GROUPS, "digest"]) });

/** With a key of its own, so that no other signature of ours could ever pass for this one. */
function sign(words: string, secret: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "unsubscribe from mail", 32));
  return createHmac("sha256", key).update(words).digest("base64url");
}
