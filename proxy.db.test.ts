import { readFileSync } from "node:fs";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { unstable_getResponseFromNextConfig as answer } from "next/experimental/testing/server";
import { NextRequest } from "next/server.js";
import { expect, test } from "vitest";
import { attachmentResponse } from "@/lib/support/file";
import { readSources } from "@/lib/testing/house/source-file";
import nextConfig from "./next.config";
import { proxy } from "./proxy";

// What Google's judge of Content-Security-Policies says of those that we send, as a society has them, behind TLS.

const APP_URL = "https://mentoring.example.org";
Object.assign(process.env, {
  APP_URL,
  OIDC_ISSUER: "https://society.example.org",
  OIDC_CLIENT_ID: "connect",
  OIDC_CLIENT_SECRET: "between the two",
});

/** What the judge calls a weakness, be it a small one, or one that depends. */
const WORST_THAT_IS_FINE = 60;

/** "10 script-src 'unsafe-inline'": the smaller the number, the worse. */
function judge(policy: string | null): string[] {
  const findings = new CspEvaluator(new CspParser(policy ?? "").csp).evaluate();
  return findings
    .filter(({ severity }) => severity < WORST_THAT_IS_FINE)
    .map(({ severity, directive, value }) => `${severity} ${directive} ${value ?? ""}`.trim());
}

const policyOf = ({ headers }: { headers: Headers }) => headers.get("content-security-policy");

test("the judge finds what is wrong", () => {
  expect(judge(null)).not.toEqual([]);
  expect(judge("script-src 'unsafe-inline' https:; object-src *")).toEqual(
    expect.arrayContaining(["10 script-src 'unsafe-inline'", "10 script-src https:", "10 object-src *"]),
  );
});

test("a page's policy has nothing wrong with it, and neither has that of a form that came too late", async () => {
  const page = await proxy(new NextRequest(`${APP_URL}/account`));
  expect(policyOf(page)).toContain("'strict-dynamic'");
  expect(policyOf(page)).toContain("upgrade-insecure-requests");
  expect(judge(policyOf(page))).toEqual([]);

  const form = new FormData();
  form.set("headline", "kept");
  const made = new Request(`${APP_URL}/profile`, { method: "POST", body: form });
  const body = Buffer.from(await made.arrayBuffer());
  const headers = {
    "content-type": made.headers.get("content-type") ?? "",
    "content-length": String(body.length),
    origin: APP_URL,
  };
  const late = await proxy(new NextRequest(`${APP_URL}/profile`, { method: "POST", body, headers }));
  expect(late.status).toBe(401);
  expect(judge(policyOf(late))).toEqual([]);
});

test("a file's has not either", async () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");
  expect(judge(policyOf(attachmentResponse({ name: "a", picture: null, pdf: bytes })))).toEqual([]);
  for (const url of ["/_next/static/chunks/a.js", "/icon.svg", "/theme/1-2.css"])
    expect(judge(policyOf(await answer({ url, nextConfig })))).toEqual([]);
});

test("nor has any other that is written down", () => {
  const written = readSources([".ts", ".tsx"])
    .filter(({ path, text }) => /["']content-security-policy["']/i.test(text) && !/\.(test|spec)\.ts$/.test(path))
    .map(({ path }) => path)
    .filter((path) => /^(app|lib)\//.test(path) && path !== "lib/support/file.ts");
  expect(written.length).toBeGreaterThan(2);
  for (const path of written) {
    const text = readFileSync(path, "utf8");
    const inOne = /"(default-src [^"]*)"/.exec(text)?.[1];
    const inParts = /POLICY = (\[[^\]]*\])/
      .exec(text)?.[1]
      ?.match(/"[^"]*"/g)
      ?.map((part) => part.slice(1, -1));
    const policy = inParts?.join("; ") ?? inOne;
    expect(policy, path).toContain("default-src 'none'");
    expect(judge(policy ?? null), path).toEqual([]);
  }
});
