import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { findKeptFields, keptFormPage } from "./kept-form";

const FIELDS = { $ACTION_ID: "abc", strengths: 'One\n"two" <b>', title: "" };
const OURS = { origin: "http://localhost:3000" };

interface Sent {
  path?: string;
  headers?: Record<string, string>;
  fields?: Record<string, string | Blob>;
  method?: string;
}

/** A form as a browser without JavaScript sends it. */
async function send({ path = "/relationships/x/swot/new", headers = OURS, fields = FIELDS, method = "POST" }: Sent = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const made = new Request(`http://localhost:3000${path}`, { method: "POST", body: form });
  const body = Buffer.from(await made.arrayBuffer());
  const type = made.headers.get("content-type") ?? "";
  const length = { "content-type": type, "content-length": String(body.length) };
  const request = { method, headers: { ...length, ...headers }, ...(method === "POST" ? { body } : {}) };
  return findKeptFields(new Request(`http://localhost:3000${path}`, request));
}

async function sessionCookie(): Promise<string> {
  const salt = "authjs.session-token";
  const token = { memberId: crypto.randomUUID(), epoch: 0, session: crypto.randomUUID(), signedInAt: readRealClock() };
  return `${salt}=${await encode({ token, secret: env().AUTH_SECRET, salt })}`;
}

test("a member's form without a session is kept, but for passwords and files", async () => {
  const fields = { ...FIELDS, newPassword: "secret", picture: new Blob(["x"]) };
  expect(Object.fromEntries((await send({ fields })) ?? [])).toEqual({ ...FIELDS, strengths: 'One\r\n"two" <b>' });
});

test.each<[string, Sent]>([
  ["another site", { headers: { origin: "https://elsewhere.example" } }],
  ["nowhere", { headers: {} }],
  ["a script of ours, which asks in its own way", { headers: { ...OURS, "next-action": "abc" } }],
  ["a place for those who are not signed in", { path: "/sign-in" }],
  ["a form without words", { fields: { $ACTION_ID: "abc", title: "" } }],
  ["a link", { method: "GET" }],
  [
    "a form with more fields than a page has",
    { fields: Object.fromEntries(Array.from({ length: 401 }, (_, i) => [`a${i}`, "b"])) },
  ],
  ["a form that is too long", { headers: { ...OURS, "content-length": "9000000" } }],
])("nothing is kept of what comes from %s", async (_, sent) => {
  expect(await send(sent)).toBeNull();
});

test("nothing is kept while there is a session, and a forged one is none", async () => {
  expect(await send({ headers: { ...OURS, cookie: await sessionCookie() } })).toBeNull();
  expect(await send({ headers: { ...OURS, cookie: "authjs.session-token=forged" } })).not.toBeNull();
});

test("the page has what was typed as text", () => {
  const page = keptFormPage([['n"><script>', "'</main><script>alert(1)</script>\n& more"]], "nonce");
  expect(page).not.toMatch(/<script/);
  expect(page).toContain("&#39;&lt;/main&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n&amp; more");
});
