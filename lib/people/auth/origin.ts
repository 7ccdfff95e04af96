import { env } from "@/lib/foundation/env";

/**
 * Whether a request says that it comes from our own pages. A missing origin is not enough, and neither is our host without
 * TLS, where anybody on the network could have written the page.
 */
export function isFromOurPages(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const ours = new URL(env().APP_URL);
  const { host, protocol } = new URL(origin);
  return protocol === ours.protocol && (host === ours.host || host === headers.get("host"));
}
