import { type NextRequest, NextResponse } from "next/server";
import { findKeptFields, keptFormPage } from "@/lib/auth/kept-form";
import { renewedCookies } from "@/lib/auth/renewal";
import { env } from "@/lib/env";
import { LARGEST_FORM } from "@/lib/pictures/picture";
import { LARGEST_REGISTER } from "@/lib/register/register-import";

/** How long a form may be, in bytes: words alone, or with a file in it. */
const LARGEST_WORDS = 1024 * 1024;
const WITH_FILE = /^\/(profile|admin\/register|admin\/settings\/logo|support(\/[0-9a-f-]{36})?)$/;
/** What other systems send; their routes say it in words. */
const LARGEST_OF_MACHINES: Record<string, number> = { "/api/register": LARGEST_REGISTER };

/**
 * Every page gets a Content-Security-Policy of its own, with a nonce that only its own scripts know. A form that comes too
 * late for its session gets back what was typed.
 */
export async function proxy(request: NextRequest) {
  if (isTooLarge(request)) return refuseBody(request);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const kept = await findKeptFields(request);
  if (kept) return answerKept(keptFormPage(kept, nonce), nonce);
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const cookie of await renewedCookies(request)) response.cookies.set(cookie);
  return response;
}

// A mail in the mailbox is shown in a frame, under a stricter policy of its own; so has a file sent to support.
export const config = {
  matcher: [
    {
      source:
        "/((?!_next/static|_next/image|icon|favicon|theme/|logo/[^/]+\\.png$|pictures/[^/]+/[^/]+\\.webp$|(?:admin/)?support/[^/]+/files/[^/]+$|demo/mailbox/[^/]+/html).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};

function answerKept(page: string, nonce: string): NextResponse {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": policy,
  };
  return new NextResponse(page, { status: 401, headers });
}

/** By what it says of itself; one that says nothing, or less than is true, is stopped where it is read. */
function isTooLarge({ headers, nextUrl }: NextRequest): boolean {
  return Number(headers.get("content-length") ?? 0) > largestAt(nextUrl.pathname);
}

function largestAt(path: string): number {
  return WITH_FILE.test(path) ? LARGEST_FORM : (LARGEST_OF_MACHINES[path] ?? LARGEST_WORDS);
}

/** Back to the page of the form, which says it in words; where no file belongs, no person will see the answer. */
function refuseBody({ nextUrl }: NextRequest): NextResponse {
  if (!WITH_FILE.test(nextUrl.pathname)) return new NextResponse("This is too much to read at once.", { status: 413 });
  return NextResponse.redirect(new URL(`${nextUrl.pathname}?refused=too-large`, env().APP_URL), 303);
}

function contentSecurityPolicy(nonce: string): string {
  const { oidc, APP_URL, SIGN_IN } = env();
  const isDevelopment = process.env.NODE_ENV === "development";
  // Signing in and out are forms that lead to the society: browsers count the address that a form is sent on to.
  const society = SIGN_IN === "federated" ? ` ${new URL(oidc.issuer).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    `form-action 'self'${society}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(APP_URL.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
