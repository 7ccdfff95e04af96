import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a request carries this secret as its bearer token. With no secret set, none does. */
export function isBearer(request: Request, secret: string | undefined): boolean {
  return secret !== undefined && isEqual(request.headers.get("authorization") ?? "", `Bearer ${secret}`);
}

/** Equal lengths are compared, whatever was given, so the time tells nothing. */
function isEqual(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
