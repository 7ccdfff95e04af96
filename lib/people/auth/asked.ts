import { cookies, headers } from "next/headers";
import { readDestination } from "@/lib/foundation/destination";
import { env } from "@/lib/foundation/env";
import { ownName } from "./token";

/** Where page-door.ts, or proxy.ts, writes which page was asked for: Next tells a page's parameters to the page alone. */
export const ASKED_HEADER = "connect-asked";

/** Where next-auth keeps the page to come back to. */
export const CALLBACK_COOKIE = "authjs.callback-url";

/** The page that this request asks for, to lead on to after signing in; null where there is none to lead to. */
export async function readAsked(): Promise<string | null> {
  return readDestination((await headers()).get(ASKED_HEADER));
}

/** The query of this request's address as the browser knows it, without the framework's mark. */
export async function readQuery(): Promise<string> {
  const asked = (await headers()).get(ASKED_HEADER) ?? "";
  const query = new URLSearchParams(asked.includes("?") ? asked.slice(asked.indexOf("?")) : "");
  query.delete("_rsc");
  return query.toString();
}

/** The page that a sign-in at the society was to lead to, when it has come back without success. */
export async function readBegun(): Promise<string | null> {
  const begun = (await cookies()).get(ownName(CALLBACK_COOKIE))?.value;
  const { APP_URL } = env();
  return begun?.startsWith(`${APP_URL}/`) ? readDestination(begun.slice(APP_URL.length)) : null;
}
