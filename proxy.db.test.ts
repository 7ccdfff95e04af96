import { readFileSync } from "node:fs";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import {
  unstable_getResponseFromNextConfig as answer,
  unstable_doesMiddlewareMatch as isSeen,
} from "next/experimental/testing/server";
import { NextRequest } from "next/server.js";
import { expect, test } from "vitest";
import { isReadByRoute } from "@/lib/entrypoints/body-limits";
import { attachmentResponse } from "@/lib/staff/support/file";
import { readSources } from "@/testing/house/source-file";
import nextConfig from "./next.config";
import { config, proxy } from "./proxy";

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

/** That of a page, which is judged above, and that of a file. */
const ELSEWHERE = ["lib/entrypoints/page-door.ts", "lib/staff/support/file.ts"];

test("nor has any other that is written down", () => {
  const written = readSources([".ts", ".tsx"])
    .filter(({ path, text }) => /["']content-security-policy["']/i.test(text) && !/\.(test|spec)\.ts$/.test(path))
    .map(({ path }) => path)
    .filter((path) => /^(app|lib)\//.test(path) && !ELSEWHERE.includes(path));
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

const post = (path: string, headers: Record<string, string>) =>
  proxy(new NextRequest(`${APP_URL}${path}`, { method: "POST", headers, body: "a=b" }));

test.each([
  ["none", {}],
  ["one that is not to be told", { origin: "null" }],
  ["another site", { origin: "https://elsewhere.example" }],
  ["the same host without TLS", { origin: "http://mentoring.example.org" }],
  ["the host that was asked, without TLS", { origin: "http://preview.example.org", host: "preview.example.org" }],
  ["no address at all", { origin: "mentoring.example.org" }],
])("what is sent from %s is refused in words", async (_from, headers: Record<string, string>) => {
  for (const path of ["/account", "/sign-in", "/nothing/here"])
    for (const kind of ["multipart/form-data; boundary=a", "text/plain", "application/x-www-form-urlencoded"]) {
      const refused = await post(path, { ...headers, "content-type": kind, "next-action": "00" });
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain("did not come from our own page");
    }
});

test("what is sent from our own pages goes on, and so does whoever only asks", async () => {
  const isOn = ({ headers }: Response) => headers.get("x-middleware-next") === "1";
  expect(isOn(await post("/account", { origin: APP_URL }))).toBe(true);
  expect(isOn(await post("/account", { origin: "https://preview.example.org", host: "preview.example.org" }))).toBe(true);
  expect(isOn(await proxy(new NextRequest(`${APP_URL}/account`, { headers: { origin: "https://elsewhere.example" } })))).toBe(
    true,
  );
});

test("a body that is too long, or of no length, is refused by what is said of it", async () => {
  expect((await post("/account", { origin: APP_URL, "content-length": "1048577" })).status).toBe(413);
  expect((await post("/account", { origin: APP_URL, "transfer-encoding": "chunked" })).status).toBe(411);
  const back = await post("/profile", { origin: APP_URL, "content-length": "26214401" });
  expect(back.headers.get("location")).toBe(`${APP_URL}/profile?refused=too-large`);
});

/** What a request may say of itself to be taken for another kind. */
const PRETENCES: Record<string, string>[] = [{}, { "next-router-prefetch": "1" }, { purpose: "prefetch" }, { rsc: "1" }];

const SENDING: Record<string, string>[] = [{ "content-type": "text/plain" }, { "next-action": "00" }];

/** What makes an answer with a policy of its own. */
const OWN_POLICY = /\b(mailResponse|mediaResponse|attachmentResponse)\(|["']content-security-policy["']/;

test("a route that has a policy of its own keeps it", () => {
  const routes = readSources([".ts"]).filter(({ path, text }) => /^app\/.*route\.ts$/.test(path) && OWN_POLICY.test(text));
  expect(routes.length).toBeGreaterThan(4);
  for (const { path } of routes) {
    const folder = path.replace(/^app|\/\([^)]*\)|\/route\.ts$/g, "");
    const url = folder.replace(/\[file\]/, folder.startsWith("/logo") ? "a.png" : "a.webp").replace(/\[[^\]]+\]/g, "a");
    expect(isSeen({ config, nextConfig, url }), url).toBe(false);
  }
});

test("no header is a way round", () => {
  const isSeenWith = (url: string, headers: Record<string, string>) => isSeen({ config, nextConfig, url, headers });
  for (const headers of PRETENCES) {
    for (const url of ["/", "/account", "/sign-in", "/icons", "/favicon.ico", "/api/nothing"])
      expect(isSeenWith(url, headers)).toBe(true);
    for (const url of ["/icon.svg", "/theme/1-2.css", "/logo/a.png", "/pictures/a/b.webp", "/_next/static/a.js", "/nothing"])
      for (const sent of SENDING) expect(isSeenWith(url, { ...headers, ...sent }), url).toBe(true);
  }
  expect(isSeenWith("/icon.svg", {})).toBe(false);
});

test("what is said of files takes no page's policy away, and no address goes without any", async () => {
  const files = ["/icon.svg", "/theme/1-2.css", "/_next/static/a.js", "/api/health", "/api/mail/events", "/api/v1/a"];
  const pages = [
    "/",
    "/icon",
    "/icons",
    "/icon.svg/a",
    "/api/mail",
    "/api/healthz",
    "/api/health/x",
    "/api/unsubscribe/a/b",
    "/api/v1",
  ];
  for (const url of [...files, ...pages]) {
    const isPage = pages.includes(url);
    expect(isSeen({ config, nextConfig, url }), url).toBe(isPage);
    expect(policyOf(await answer({ url, nextConfig })) === null, url).toBe(isPage);
  }
});

test("the form of a film is left alone, and so are films; a piece of one is not", () => {
  const isSeenAt = (url: string, headers = {}) => isSeen({ config, nextConfig, url, headers });
  expect(isReadByRoute("/films")).toBe(true);
  expect(isSeenAt("/films", { "content-type": "multipart/form-data" })).toBe(false);
  expect(isSeenAt("/films/a", { range: "bytes=0-" })).toBe(false);
  for (const url of ["/films/a", "/films/pieces/a/1", "/films/"])
    for (const sent of SENDING) expect(isSeenAt(url, sent), url).toBe(true);
});

test("the routes of machines, which have doors of their own, are the ones that are left alone", () => {
  const routes = readSources(["route.ts"], "app/api")
    .filter(({ text }) => /(cron|mailLink|machine|mailEvent)Route\(/.test(text))
    .map(({ path }) => path.replace(/^app|\/route\.ts$/g, "").replace(/\[\w+\]/g, "a-token"));
  expect(routes.length).toBeGreaterThan(4);
  for (const url of routes) {
    expect(isReadByRoute(url), url).toBe(true);
    expect(isSeen({ config, nextConfig, url, headers: { "content-type": "text/csv" } }), url).toBe(false);
  }
});
