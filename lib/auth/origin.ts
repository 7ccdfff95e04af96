import { env } from "@/lib/env";

/** Whether a request says that it comes from our own pages. No origin, or none to be told, is not enough. */
export function isFromOurPages(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  return origin === new URL(env().APP_URL).origin || new URL(origin).host === headers.get("host");
}
