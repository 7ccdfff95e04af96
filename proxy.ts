import { type NextRequest, NextResponse } from "next/server";
import { findKeptFields, keptFormPage } from "@/lib/auth/kept-form";
import { env } from "@/lib/env";

/**
 * Every page gets a Content-Security-Policy of its own, with a nonce that only its own scripts know. A form that comes too
 * late for its session gets back what was typed.
 */
export async function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const kept = await findKeptFields(request);
  if (kept) return answerKept(keptFormPage(kept, nonce), nonce);
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// A mail in the mailbox is shown in a frame, under a stricter policy of its own.
export const config = {
  matcher: [
    {
      source: "/((?!_next/static|_next/image|icon|favicon|theme/|demo/mailbox/[^/]+/html).*)",
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
