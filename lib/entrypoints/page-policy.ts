import { env } from "@/lib/foundation/env";
import { findSocietyOrigins } from "@/lib/people/auth/society-origins";

/** 128 bits that nobody can guess, for one answer. */
export function makeNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
}

/** The Content-Security-Policy of a page whose scripts carry this nonce. */
export async function pagePolicy(nonce: string): Promise<string> {
  const society = await findSocietyOrigins();
  const { APP_URL } = env();
  const isDevelopment = process.env.NODE_ENV === "development";
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
    // Signing in and out are forms that lead to the society: browsers count the addresses that a form is sent on to.
    ["form-action 'self'", ...society].join(" "),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(APP_URL.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
