import { unstable_getResponseFromNextConfig as answer } from "next/experimental/testing/server";
import { afterEach, expect, test, vi } from "vitest";
import nextConfig from "./next.config";

const PATHS = [
  "/",
  "/sign-in",
  "/relationships/1/messages",
  "/api/health",
  "/theme/1-2.css",
  "/_next/static/chunks/a.js",
  "/pictures/1/2.webp",
];

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(PATHS)("%s is held to its type, and tells no other site where somebody was", async (url) => {
  const { headers } = await answer({ url, nextConfig });
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("strict-transport-security")).toBeNull();
});

test.each(PATHS)("%s asks for TLS for two years where it came by TLS", async (url) => {
  for (const proto of ["https", "https,http"]) {
    const { headers } = await answer({ url, nextConfig, headers: { "x-forwarded-proto": proto } });
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  }
  expect(
    (await answer({ url, nextConfig, headers: { "x-forwarded-proto": "http" } })).headers.has("strict-transport-security"),
  ).toBe(false);
});

test("what proxy.ts does not see has a policy all the same, and pages have that of proxy.ts alone", async () => {
  const policyOf = async (url: string) => (await answer({ url, nextConfig })).headers.get("content-security-policy");
  for (const url of ["/theme/1-2.css", "/_next/static/chunks/a.js", "/icon.svg"])
    expect(await policyOf(url)).toContain("frame-ancestors 'none'");
  for (const url of ["/", "/sign-in", "/pictures/1/2.webp", "/demo/mailbox/1/html"]) expect(await policyOf(url)).toBeNull();
});

test.each([
  ["", true],
  ["internal", true],
  ["external", false],
])("COMPRESSION=%s", async (word, isOurs) => {
  vi.stubEnv("COMPRESSION", word);
  vi.resetModules();
  expect((await import("./next.config")).default.compress).toBe(isOurs);
});
