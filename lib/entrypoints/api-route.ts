import type { z } from "zod";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";
import { isWithinLimits, LIMIT_SECONDS } from "@/lib/people/auth/local/limits";
import { readNow } from "@/lib/people/auth/now";
import { type ApiToken, type Scope, stateOf } from "@/lib/society/api-tokens/api-token";
import { noteUse } from "@/lib/society/api-tokens/commands";
import { findToken } from "@/lib/society/api-tokens/queries";

/** What a route answers, and for whom. */
interface Api<Query extends z.ZodType> {
  /** What the token has to be allowed to read; null: any valid token will do. */
  scope: Scope | null;
  /** The parameters in the address. */
  query: Query;
}

/**
 * The only way in to /api/v1, which only reads: an access token as a bearer token, valid, within its limit and with the scope; the
 * clock; parameters that are all known. What is refused is said as problem details in JSON (RFC 9457). No cookie is looked at.
 */
export function apiRoute<Query extends z.ZodType>(
  { scope, query }: Api<Query>,
  work: (query: z.infer<Query>, now: Date) => Promise<object>,
) {
  return async (request: Request): Promise<Response> => {
    try {
      const now = await readNow();
      const token = await findValid(request, now);
      if (!token) return unknownToken();
      if (!(await isWithinLimits("api", token.id, null))) return tooMany();
      await noteUse(token, now);
      if (scope && !token.scopes.includes(scope))
        return problem(403, "Forbidden", `This token may not read ${scope}. An administrator can make one that may.`);
      const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (!asked.success) return problem(400, "Bad Request", sayWrong(asked.error));
      return Response.json(await work(asked.data, now), { headers: PRIVATE });
    } catch (error) {
      log().error({ defect: describeDefect(error) }, "a request to the interface for other systems failed");
      return problem(500, "Internal Server Error", "Something went wrong on our side. Please try again.");
    }
  };
}

const PRIVATE = { "cache-control": "private, no-store" };

/** A token is random and long, so that looking it up by its hash tells nothing by its time. */
async function findValid(request: Request, now: Date): Promise<ApiToken | null> {
  const [, secret] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const token = secret ? await findToken(secret) : null;
  if (token && stateOf(token, now) === "valid") return token;
  logRefusal("api", token ? { token: token.id, why: stateOf(token, now) } : {});
  return null;
}

function unknownToken(): Response {
  const detail = "Send a valid access token as Authorization: Bearer. This one is missing, unknown, expired or revoked.";
  return problem(401, "Unauthorized", detail, { "www-authenticate": "Bearer" });
}

function tooMany(): Response {
  const minutes = LIMIT_SECONDS.api / 60;
  const detail = `This token has sent too many requests. Please try again in ${minutes} minutes.`;
  return problem(429, "Too Many Requests", detail, { "retry-after": String(LIMIT_SECONDS.api) });
}

function problem(status: number, title: string, detail: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ type: "about:blank", title, status, detail });
  return new Response(body, { status, headers: { ...PRIVATE, ...headers, "content-type": "application/problem+json" } });
}

/** "limit: Too big: …; since: should be an instant …" */
function sayWrong({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; ");
}
