import { headers } from "next/headers";
import { markKeysRead } from "@/lib/notify/notices/commands";
import { leadingTo } from "@/lib/notify/notices/settled";
import { readAsked } from "@/lib/people/auth/asked";
import { readRequest } from "@/lib/people/auth/session";
import { NOTICES } from "./notices";

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
