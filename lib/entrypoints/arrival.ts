import { headers } from "next/headers";
import { markKeysRead } from "@/lib/notify/notices/commands";
import { leadingTo } from "@/lib/notify/notices/settled";
import { readAsked } from "@/lib/people/auth/asked";
import { readRequest } from "@/lib/people/auth/session";
import { NOTICES } from "./notices";

/**
 * Marks as read the notices that lead to the page which the viewer opens. Every such page calls it, once it knows that the viewer may
 * see it. A page that a browser fetches in advance does not count, because nobody has seen it yet.
 */
export async function noteArrival(): Promise<void> {
  const { viewer, news, now } = await readRequest();
  const keys = leadingTo(NOTICES, news, await readAsked()).map(({ key }) => key);
  if (!viewer || keys.length === 0 || isAhead(await headers())) return;
  await markKeysRead(viewer, keys, now);
}

function isAhead(headers: Headers): boolean {
  return headers.has("next-router-prefetch") || /prefetch/.test(headers.get("sec-purpose") ?? headers.get("purpose") ?? "");
}
