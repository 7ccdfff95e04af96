import { isBearer } from "@/lib/entrypoints/secret";
import { env } from "@/lib/foundation/env";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";
import { withLongStatements } from "@/lib/foundation/long-statements";
import { readNow } from "@/lib/people/auth/now";

/**
 * The only way in for a scheduler: the secret as a bearer token, compared in constant time and refused when none is set.
 * Never a redirect, which Vercel would count as success. Answers with a JSON count of what was done. Safe late, twice and
 * in parallel, because the work is.
 */
export function cronRoute(work: (now: Date) => Promise<Record<string, number>>) {
  return async (request: Request): Promise<Response> => {
    const { CRON_SECRET } = env();
    if (!isBearer(request, CRON_SECRET)) {
      logRefusal("scheduler");
      return Response.json({ error: "The secret is missing or wrong." }, { status: 401 });
    }
    try {
      return Response.json({ done: await withLongStatements(async () => work(await readNow())) });
    } catch (error) {
      log().error({ defect: describeDefect(error) }, "the sweep failed");
      return Response.json({ error: "The sweep failed; the log says why. The next one goes on from here." }, { status: 500 });
    }
  };
}
