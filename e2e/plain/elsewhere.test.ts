import { request as ask } from "node:http";
import { expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { emptyForm, listActions } from "../doors";
import { given } from "./given";
import type { Person } from "./person";

// Nobody is led to a stranger's page, whatever an address or a header says.

const EVIL = "evil.example";
const WORDS = [
  `https://${EVIL}`,
  `//${EVIL}`,
  `/\\${EVIL}`,
  `\\/${EVIL}`,
  `/%09/${EVIL}`,
  `javascript:alert("${EVIL}")`,
  `@${EVIL}`,
];
const NAMES =
  "callbackUrl,redirectTo,redirect,redirect_uri,next,return,returnTo,url,to,back,href,done,refused,error,state,code".split(",");
const PATHS = [
  `//${EVIL}`,
  `//${EVIL}/`,
  `/\\${EVIL}/`,
  `/%5c${EVIL}/`,
  `/%2f%2f${EVIL}/`,
  `//${EVIL}/%2e%2e`,
  `/.//${EVIL}/`,
  `/sign-in//${EVIL}/..;/`,
];

interface Answer {
  location: string;
  refresh: string;
  redirect: string;
  body: string;
}

/** As it is written, which no browser would send: by default to GET the path. */
function raw(path: string, headers: Record<string, string> = {}, sent?: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const host = `localhost:${env().PORT}`;
    const own = { ...Object.fromEntries(sent?.headers ?? []), host, ...headers };
    const asked = ask(
      { port: env().PORT, host: "127.0.0.1", path, method: sent?.method ?? "GET", headers: own },
      async (answer) => {
        const { location = "", refresh, "x-action-redirect": redirect } = answer.headers;
        const body = Buffer.concat(await answer.toArray()).toString();
        resolve({ location, refresh: String(refresh ?? ""), redirect: String(redirect ?? ""), body });
      },
    );
    asked.on("error", reject);
    if (sent) sent.arrayBuffer().then((bytes) => asked.end(Buffer.from(bytes)), reject);
    else asked.end();
  });
}

function expectHere({ location, refresh, body }: Answer, what: string): void {
  const origins = [env().APP_URL, env().oidc.issuer].map((address) => new URL(address).origin);
  for (const address of [location, refresh.replace(/^\d+;url=/, "")])
    if (address) expect(origins, `${what} → ${address}`).toContain(new URL(address, env().APP_URL).origin);
  expect(body, what).not.toMatch(new RegExp(`(href|action|src|content)="[^"]*(//|:|\\\\)[^"]*${EVIL}`));
}

test("no path leads elsewhere", async () => {
  for (const path of PATHS) expectHere(await raw(path), path);
});

test("no parameter does, on any page that reads one", async () => {
  const pages: [Person, string[]][] = [
    [given.stranger(), ["/", "/sign-in", "/api/auth/callback/society", "/unsubscribe/nobody", "/calendar/nobody", "/faq"]],
    [await given.mentee(), ["/", "/mentors", "/account", "/notifications", "/relationships", "/support", "/sign-in"]],
    [await given.admin(), ["/admin", "/admin/members", "/admin/audit", "/admin/mail"]],
  ];
  for (const [{ browser }, paths] of pages) {
    const cookie = await browser.cookies.getCookieString(browser.home);
    for (const path of paths)
      for (const word of WORDS) {
        const query = new URLSearchParams(NAMES.map((name) => [name, word]));
        expectHere(await raw(`${path}?${query}`, cookie ? { cookie } : {}), `${path} with ${word}`);
      }
  }
});

test("no header does: signing in comes back to our own address, and pages say nothing of another", async () => {
  const spoofed = {
    "x-forwarded-host": EVIL,
    "x-forwarded-proto": "https",
    "x-forwarded-port": "444",
    forwarded: `host=${EVIL};proto=https`,
    "x-original-url": `//${EVIL}`,
    "x-rewrite-url": `//${EVIL}`,
    "x-host": EVIL,
  };
  for (const path of ["/", "/sign-in", "/relationships", "/account", "/admin", "/api/auth/callback/society?code=1&state=2"]) {
    expectHere(await raw(path, spoofed), path);
    expectHere(await raw(path, { host: EVIL }), `${path} of another host`);
  }
  const door = listActions().find(({ name }) => name.endsWith(": signInAtSociety"));
  const others: Record<string, string>[] = [{ host: EVIL }, { host: EVIL, "x-forwarded-host": EVIL }];
  for (const headers of others) {
    const called = { "next-action": door?.id ?? "", accept: "text/x-component", origin: `http://${EVIL}` };
    const form = new Request(`${env().APP_URL}/sign-in`, {
      method: "POST",
      body: emptyForm({ id: door?.id ?? "" }),
      headers: called,
    });
    const leadsTo = new URL((await raw("/sign-in", headers, form)).redirect.split(";")[0] ?? "");
    expect(leadsTo.origin).toBe(new URL(env().oidc.issuer).origin);
    expect(leadsTo.searchParams.get("redirect_uri")).toBe(`${env().APP_URL}/api/auth/callback/society`);
  }
});
