import { createHash, timingSafeEqual } from "node:crypto";
import { readNow } from "@/lib/auth/now";
import { env } from "@/lib/env";
import { describeDefect, log } from "@/lib/log";

/**
 * The only way in for a scheduler: the secret as a bearer token, compared in constant time and refused when none is set.
 * Never a redirect, which Vercel would count as success. Answers with a JSON count of what was done. Safe late, twice and
 * in parallel, because the work is.
 */
export function cronRoute(work: (now: Date) => Promise<Record<string, number>>) {
  return async (request: Request): Promise<Response> => {
    if (!hasSecret(request)) {
      return Response.json({ error: "The secret is missing or wrong." }, { status: 401 });
    }
    try {
      return Response.json({ done: await work(await readNow()) });
    } catch (error) {
      log().error({ defect: describeDefect(error) }, "the sweep failed");
      return Response.json({ error: "The sweep failed; the log says why. The next one goes on from here." }, { status: 500 });
    }
  };
}

/** Whether whoever asks knows the secret of the scheduler, and of monitors. Nobody does when none is set. */
export function hasSecret(request: Request): boolean {
  const { CRON_SECRET } = env();
  return CRON_SECRET !== undefined && isEqual(request.headers.get("authorization") ?? "", `Bearer ${CRON_SECRET}`);
}

/** Equal lengths are compared, whatever was given, so the time tells nothing. */
function isEqual(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
