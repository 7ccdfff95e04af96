import { describeDefect, log } from "@/lib/foundation/log";
import { readNow } from "@/lib/people/auth/now";

/**
 * The only way in for a mail program that follows a mail's one-click address (RFC 8058). The signed token in the address is
 * the whole of the authority: nobody is signed in, no cookie and no origin is looked at, and nothing is read of what was
 * sent, so that there is nothing to forge, to limit or to parse. `read` says what the token allows, null when it is not one
 * of ours; `work` must be safe to do twice. Never a redirect, which the standard forbids.
 */
export function mailLinkRoute<Allowed>(
  read: (token: string) => Allowed | null,
  work: (allowed: Allowed, now: Date) => Promise<unknown>,
) {
  return async (_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> => {
    const allowed = read((await params).token);
    if (allowed === null) return say("This link is not one of ours, or part of it is missing.", 404);
    try {
      await work(allowed, await readNow());
      return say("Done.", 200);
    } catch (error) {
      log().error({ defect: describeDefect(error) }, "a link in an e-mail failed");
      return say("Something went wrong on our side. Please try again.", 500);
    }
  };
}

function say(sentence: string, status: number): Response {
  return new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
