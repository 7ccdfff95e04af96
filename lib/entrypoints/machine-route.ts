import { isBearer } from "@/lib/entrypoints/secret";
import { describeDefect, log } from "@/lib/foundation/log";
import { withLongStatements } from "@/lib/foundation/long-statements";
import { readBody } from "@/lib/foundation/read-body";
import { readNow } from "@/lib/people/auth/now";

interface Machine {
  /** Read in the request; with none set everybody is refused. */
  secret: () => string | undefined;
  /** Bytes that a body may have. */
  largest: number;
}

/**
 * The only way in for another system of the society: the secret as a bearer token, compared in constant time and refused when
 * none is set; a body that is counted as it is read, whatever it says of its length; the clock; and never a redirect. No
 * cookie is looked at.
 */
export function machineRoute(
  { secret, largest }: Machine,
  work: (bytes: Uint8Array, request: Request, now: Date) => Promise<Response>,
) {
  return async (request: Request): Promise<Response> => {
    if (!isBearer(request, secret())) return Response.json({ error: "The secret is missing or wrong." }, { status: 401 });
    try {
      const bytes = await readBody(request, largest);
      if (bytes === null) return Response.json({ error: `A body may have ${largest} bytes.` }, { status: 413 });
      return await withLongStatements(async () => work(bytes, request, await readNow()));
    } catch (error) {
      log().error({ defect: describeDefect(error) }, "a request of another system failed");
      return Response.json(
        { error: "Something went wrong on our side, and nothing was changed. Please try again." },
        { status: 500 },
      );
    }
  };
}
