import { type NextRequest, NextResponse } from "next/server";
import { type BodyRefusal, findBodyRefusal } from "@/lib/entrypoints/body-limits";
import { makeNonce, pagePolicy } from "@/lib/entrypoints/page-policy";
import { env } from "@/lib/foundation/env";
import { logRefusal } from "@/lib/foundation/log";
import { ASKED_HEADER } from "@/lib/people/auth/asked";
import { findKeptFields, keptFormPage } from "@/lib/people/auth/kept-form";
import { isFromOurPages } from "@/lib/people/auth/origin";
import { renewedCookies } from "@/lib/people/auth/renewal";

/**
 * Every page gets a Content-Security-Policy of its own, with a nonce that only its own scripts know. A form that comes from another
 * site, or is longer than a form can be, is refused before Next looks for its action. One that comes too late for its session gets back
 * what was typed.
 */
export async function proxy(request: NextRequest) {
  const refused = findBodyRefusal(request.headers, request.nextUrl.pathname);
  if (refused) return refuseBody(refused);
  if (!isAsking(request) && !isFromOurPages(request.headers)) return refuseOrigin();
  const nonce = makeNonce();
  const kept = await findKeptFields(request);
  if (kept) return answerKept(keptFormPage(kept, nonce), nonce);
  const policy = await pagePolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(ASKED_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const cookie of await renewedCookies(request)) response.cookies.set(cookie);
  return response;
}

// A mail in the mailbox, or in the preview of its words, is shown in a frame, under a stricter policy of its own; so have a file sent to support and a film. What
// machines send, and the form of a film, goes to routes that have doors of their own, and is not kept in memory on the way, as everything
// is that comes by here. No header may be a way round: who sends a request writes its headers.
export const config = {
  matcher: [
    // PAGES in lib/entrypoints/page-door.ts, which does this more cheaply where a Node server of ours runs, and leaves a mark that no
    // request can carry.
    {
      source:
        "/((?!_next/static|_next/image|icon\\.svg$|theme/|logo/[^/]+\\.png$|pictures/[^/]+/[^/]+\\.webp$|(?:admin/)?support/[^/]+/files/[^/]+$|films/[^/]+$|films/[^/]+/captions$|films$|(?:demo/mailbox|admin/mails)/[^/]+/html$|api/(?:register|mail/events|cron/(?:sweep|nightly)|health|unsubscribe/[^/]+|v1/[^/]+)$).*)",
      missing: [{ type: "header", key: "connect door" }],
    },
    // Whatever sends a body, also to the address of a file: Next takes an action wherever it is sent.
    {
      source: "/((?!films$|api/(?:register|mail/events|cron/(?:sweep|nightly)|health|unsubscribe/[^/]+)$).*)",
      has: [{ type: "header", key: "content-type" }],
    },
    {
      source: "/((?!films$|api/(?:register|mail/events|cron/(?:sweep|nightly)|health|unsubscribe/[^/]+)$).*)",
      has: [{ type: "header", key: "next-action" }],
    },
  ],
};

function isAsking({ method }: NextRequest): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

function answerKept(page: string, nonce: string): NextResponse {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": policy,
  };
  return new NextResponse(page, { status: 401, headers });
}

/** Back to the page of the form, which says it in words; where no file belongs, no person will see the answer. */
function refuseBody({ status, answer }: BodyRefusal): NextResponse {
  if (status === 303) return NextResponse.redirect(new URL(answer, env().APP_URL), 303);
  return new NextResponse(answer, { status });
}

function refuseOrigin(): NextResponse {
  logRefusal("origin");
  const sentence =
    "This form did not come from our own page, so nothing was saved. Please open the page again and send it from there.";
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new NextResponse(sentence, { status: 403, headers });
}
