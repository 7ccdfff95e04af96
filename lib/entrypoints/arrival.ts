import { headers } from "next/headers";
import { markKeysRead } from "@/lib/notify/notices/commands";
import { isSettled, leadingTo } from "@/lib/notify/notices/settled";
import { readAsked } from "@/lib/people/auth/asked";
import { readRequest } from "@/lib/people/auth/session";
import { NOTICES } from "./notices";

/** How many notices are new to the viewer: neither dealt with in another way, nor about the page that they are opening now. */
export async function countNew(): Promise<number> {
  const { news, now } = await readRequest();
  const here = new Set(leadingTo(NOTICES, news, await readAsked()));
  return news.filter((one) => !here.has(one) && !isSettled(NOTICES, one, now)).length;
}

/**
 * The viewer opens the page that some notices lead to, from wherever: these are read. Asked by every page that notices lead to, once it
 * is known that it is there for the viewer. A page that a browser fetches in advance has been seen by nobody.
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
