import type { ServerResponse } from "node:http";
import { exportSPKI, SignJWT, UnsecuredJWT } from "jose";
import { NextRequest } from "next/server.js";
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { GET as comeFromSociety } from "@/app/api/auth/callback/society/route";
import { db } from "@/lib/foundation/db/client";
import { log } from "@/lib/foundation/log";
import { CLIENT, type Manners, makeKey, openSociety, PERSON, sign } from "@/testing/auth/hostile-society";
import { visitorOf } from "@/testing/auth/visitor";
import { insertMember } from "@/testing/people";
import { handlers, signIn } from "./auth";
import { description } from "./society";
import { readTokenFrom } from "./token";

// The society's sign-in over HTTP, misbehaving one way at a time: nobody is let in, nothing is kept, and one line says why.

const jar = vi.hoisted(() => new Map<string, string>());
const request = vi.hoisted(() => ({
  headers: { host: "localhost:3000", "x-forwarded-proto": "http" } as Record<string, string>,
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(request.headers),
  cookies: async () => ({ set: (name: string, value: string) => jar.set(name, value), get: () => undefined, getAll: () => [] }),
}));

const society = await openSociety();
const visitor = visitorOf(society, jar, { signIn, handlers });
afterAll(() => society.close());

const warn = vi.spyOn(log(), "warn");
const error = vi.spyOn(log(), "error");
beforeEach(async () => {
  society.behave({});
  description.forget();
  jar.clear();
  vi.clearAllMocks();
  await db().member.deleteMany();
  factsBefore = await facts();
});

/** Presses the button, signs in there, and comes back with what `change` makes of the way back. */
async function comeBack(change: (back: URLSearchParams) => void = () => {}) {
  const { back } = await visitor.press();
  change(back);
  return callback(back);
}

async function callback(back: URLSearchParams) {
  const { to, session } = await visitor.comeBack(back);
  return { to, session: session[0] };
}

/** The trail cannot be emptied. */
const facts = () => db().auditEvent.count();
let factsBefore = 0;
const members = () => db().member.findMany({ select: { subject: true, number: true }, orderBy: { number: "asc" } });

async function expectRefused(came: Awaited<ReturnType<typeof comeBack>>, why: RegExp): Promise<void> {
  expect(came.session).toBeUndefined();
  expect(came.to).toMatch(/^http:\/\/localhost:3000\/sign-in\?(error|refused)=\w+(&missing=\w+)?$/);
  expect([await members(), await facts()]).toEqual([[], factsBefore]);
  const lines = [...warn.mock.calls, ...error.mock.calls].map(([line]) => JSON.stringify(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(why);
  expect(lines[0]).not.toContain(PERSON.email);
}

test("a society that behaves lets its member in", async () => {
  const { to, session } = await comeBack();
  expect([to, await members()]).toEqual(["http://localhost:3000/", [{ subject: "one", number: "700001" }]]);
  expect(session).toContain("HttpOnly");
  expect([...warn.mock.calls, ...error.mock.calls]).toEqual([]);
});

test("what the ID token says of how they signed in is in the session", async () => {
  society.behave({ claims: { acr: "phr", amr: ["pwd", "otp"] } });
  const { session = "" } = await comeBack();
  const token = await readTokenFrom(new Headers({ cookie: session.split(";")[0] ?? "" }));
  expect(token).toMatchObject({ acr: "phr", amr: ["pwd", "otp"] });
  society.behave({ claims: { acr: 7, amr: "otp" } });
  const other = await comeBack();
  const without = await readTokenFrom(new Headers({ cookie: other.session?.split(";")[0] ?? "" }));
  expect(without).toMatchObject({ memberId: token?.memberId });
  expect([without?.acr, without?.amr]).toEqual([undefined, undefined]);
});

test("staff who are asked for a stronger sign-in go to the society with its class", async () => {
  const to = new URL(String(await signIn("society", { redirectTo: "/admin", redirect: false }, { acr_values: "phr" })));
  expect(to.searchParams.get("acr_values")).toBe("phr");
});

const HOUR = 3600;
const now = () => Math.floor(Date.now() / 1000);
/** A society that says it signs like this, too. */
const withSecrets = { id_token_signing_alg_values_supported: ["RS256", "HS256", "none"] };
const hs256 = (secret: string): Manners => ({
  description: withSecrets,
  idToken: (claims) => new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret)),
});

const TOKENS: [string, RegExp, Manners | (() => Promise<Manners>)][] = [
  ["another issuer", /iss/, { claims: { iss: "https://elsewhere.example" } }],
  ["another audience", /aud/, { claims: { aud: "another-client" } }],
  ["several audiences, and another's right to it", /azp/, { claims: { aud: [CLIENT.id, "another"], azp: "another" } }],
  ["another sign-in's nonce", /nonce/, { claims: { nonce: "another" } }],
  ["no nonce", /nonce/, { claims: { nonce: undefined } }],
  ["a time that is over", /exp/, { claims: { exp: now() - HOUR } }],
  ["no end", /exp/, { claims: { exp: undefined as never } }],
  ["a time to come", /nbf/, { claims: { nbf: now() + HOUR } }],
  ["nobody", /sub/, { claims: { sub: undefined as never } }],
  ["somebody else than userinfo", /sub/, { claims: { sub: "two" } }],
  ["no signature", /alg/, { description: withSecrets, idToken: (claims) => new UnsecuredJWT(claims).encode() }],
  ["a signature with our own secret", /alg/i, hs256(CLIENT.secret)],
  ["a signature with the public key as a secret", /alg/i, async () => hs256(await exportSPKI(society.key.publicKey))],
  ["an unknown key's signature", /no applicable key/, async () => withKey(await makeKey())],
  [
    "an unknown key's signature under a known name",
    /signature verification failed/,
    async () => withKey({ ...(await makeKey()), kid: society.key.kid }),
  ],
  ["a changed claim under the signature", /signature verification failed/, { idToken: forged }],
  ["no ID token", /id_token/, { idToken: () => "" }],
];

const withKey = (key: typeof society.key): Manners => ({ idToken: (claims) => sign(claims, key) });

async function forged(claims: Parameters<typeof sign>[0]): Promise<string> {
  const [header, , signature] = (await sign({ ...claims, sub: "two" }, society.key)).split(".");
  return [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
}

test.each(TOKENS)("an ID token with %s", async (_name, why, manners) => {
  society.behave(typeof manners === "function" ? await manners() : manners);
  await expectRefused(await comeBack(), why);
});

const PEOPLE: [string, Record<string, unknown>, string, RegExp][] = [
  ["address", { email: undefined }, "incomplete&missing=email", /"missing":"email","came":".*name membership_number/],
  ["name", { name: " " }, "incomplete&missing=name", /"missing":"name"/],
  ["number", { membership_number: undefined }, "incomplete&missing=number", /"missing":"number"/],
  ["standing", { membership_standing: undefined }, "incomplete&missing=standing", /"missing":"standing"/],
  ["current standing", { membership_standing: "CURRENT MEMBER" }, "lapsed", /"reason":"lapsed"/],
];

test.each(PEOPLE)("somebody without %s", async (_name, userinfo, reason, why) => {
  society.behave({ userinfo });
  const came = await comeBack();
  expect(came.to).toBe(`http://localhost:3000/sign-in?refused=${reason}`);
  await expectRefused(came, why);
});

const WAYS_BACK: [string, RegExp, (back: URLSearchParams) => void][] = [
  ["another state", /not-begun-here/, (back) => back.set("state", "another")],
  ["no state", /not-begun-here/, (back) => back.delete("state")],
  ["no code", /not-begun-here/, (back) => back.delete("code")],
  ["a code nobody gave", /no-such-code/, (back) => back.set("code", "another")],
  ["another society's name (mix-up)", /not-begun-here/, (back) => back.set("iss", "https://elsewhere.example")],
  ["an error", /refused-there/, (back) => back.set("error", "access_denied")],
  ["an answer in a form that nobody asked for", /not-begun-here/, (back) => back.set("response", "a.b.c")],
];

test.each(WAYS_BACK)("coming back with %s, which anybody can: refused, and no defect", async (_name, why, change) => {
  await expectRefused(await comeBack(change), why);
  expect(error).not.toHaveBeenCalled();
});

test("an address that makes no sense leads to our own page, and is no defect", async () => {
  const address = "http://localhost:3000/api/auth/callback/society";
  for (const stray of [
    new NextRequest(address),
    new NextRequest(`${address}?code=%00&state=%00`),
    new NextRequest(`${address}?callbackUrl=nonsense`),
    new NextRequest(address, { headers: { cookie: "authjs.callback-url=nonsense" } }),
    new NextRequest(address, { method: "HEAD" }),
  ]) {
    const answer = await comeFromSociety(stray);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "http://localhost:3000/sign-in?error=Configuration"]);
  }
  expect(warn.mock.calls.map(([line]) => (line as unknown as { refused: string }).refused)).toEqual(Array(5).fill("sign-in"));
  expect(error).not.toHaveBeenCalled();
});

test("a code that was used, by whoever has seen the way back", async () => {
  let seen = new URLSearchParams();
  await comeBack((back) => {
    seen = new URLSearchParams(back);
  });
  const before = await facts();
  const again = await callback(seen);
  expect([again.session, await facts()]).toEqual([undefined, before]);
  vi.clearAllMocks();
  jar.clear();
  const elsewhere = await callback(seen);
  expect([elsewhere.session, elsewhere.to]).toEqual([undefined, "http://localhost:3000/sign-in?error=Configuration"]);
  expect(warn.mock.calls).toEqual([[{ refused: "sign-in", way: "society", reason: "not-begun-here" }, "refused"]]);
});

const INSTEAD: [string, (response: ServerResponse) => void][] = [
  ["garbage", (response) => response.end("<html>Sorry")],
  ["an error of its own", (response) => response.writeHead(500).end("{}")],
  ["another address", (response) => response.writeHead(302, { location: "/userinfo" }).end()],
  ["nothing at all", () => {}],
];

test.each(INSTEAD)("a society that answers with %s", async (_name, answer) => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const patience = vi.spyOn(AbortSignal, "timeout").mockImplementation((whole) => timeout(whole / 20));
  onTestFinished(() => patience.mockRestore());
  for (const path of ["/token", "/userinfo", "/keys"]) {
    // Keys that are known are not asked for again.
    society.behave({ answers: { [path]: answer }, ...(path === "/keys" ? withKey(await makeKey()) : {}) });
    vi.clearAllMocks();
    await expectRefused(await comeBack(), /sign-in failed|defect/);
  }
});

test("somebody of the same name at another society, or with another member's address, is another person", async () => {
  const theirs = { issuer: "https://elsewhere.example", subject: "one", number: "1", email: PERSON.email };
  const other = await insertMember(theirs);
  await comeBack();
  expect(await members()).toEqual([
    { subject: "one", number: "1" },
    { subject: "one", number: "700001" },
  ]);
  expect(await db().member.findUniqueOrThrow({ where: { id: other.id } })).toEqual(other);
});

test("whatever a header says of where we are, the way back is ours", async () => {
  const before = request.headers;
  onTestFinished(() => void Object.assign(request, { headers: before }));
  const evil = "evil.example";
  const others: Record<string, string>[] = [
    { host: evil },
    { "x-forwarded-host": evil, "x-forwarded-proto": "https" },
    { forwarded: `host=${evil}` },
  ];
  for (const headers of others) {
    request.headers = { ...before, ...headers };
    const { searchParams } = new URL(String(await signIn("society", { redirectTo: `https://${evil}/`, redirect: false })));
    expect(searchParams.get("redirect_uri")).toBe("http://localhost:3000/api/auth/callback/society");
    expect(jar.get("authjs.callback-url")).not.toContain(evil);
    expect((await comeBack()).to).toBe("http://localhost:3000/");
  }
});

test("another member's number is not to be had", async () => {
  await insertMember({ subject: "two", number: PERSON.membership_number });
  const came = await comeBack();
  expect([came.session, came.to]).toEqual([undefined, "http://localhost:3000/sign-in?refused=number"]);
  expect(await members()).toHaveLength(1);
});

test("a society that changes its keys: what the new one signs is let in, what the old one signs no more", async () => {
  await comeBack();
  await society.changeKeys();
  expect((await comeBack()).session).toBeDefined();
  society.behave(withKey(society.key));
  expect((await comeBack()).session).toBeUndefined();
});
