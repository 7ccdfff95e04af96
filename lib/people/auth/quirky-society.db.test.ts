import type { ServerResponse } from "node:http";
import type { JWTPayload } from "jose";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Environment } from "@/lib/foundation/env";
import { log } from "@/lib/foundation/log";
import { saveEntries } from "@/lib/society/register/commands";
import { CLIENT, makeKey, openSociety, PERSON, sign } from "@/testing/auth/hostile-society";
import { visitorOf } from "@/testing/auth/visitor";
import { handlers, signIn } from "./auth";
import { description } from "./society";

// What providers that people really use do differently, one quirk at a time: their members get in, or one line says why not.

const jar = vi.hoisted(() => new Map<string, string>());
const settings = vi.hoisted(() => ({ changed: {} as Partial<Environment> }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "localhost:3000", "x-forwarded-proto": "http" }),
  cookies: async () => ({ set: (name: string, value: string) => jar.set(name, value), get: () => undefined, getAll: () => [] }),
}));
vi.mock("@/lib/foundation/env", async (original) => {
  const actual = await original<typeof import("@/lib/foundation/env")>();
  return { ...actual, env: () => ({ ...actual.env(), ...settings.changed }) };
});

const society = await openSociety();
const visitor = visitorOf(society, jar, { signIn, handlers });
afterAll(() => society.close());

const warn = vi.spyOn(log(), "warn").mockImplementation(() => {});
const error = vi.spyOn(log(), "error").mockImplementation(() => {});
beforeEach(async () => {
  society.behave({});
  settings.changed = {};
  description.forget();
  jar.clear();
  vi.clearAllMocks();
  await db().member.deleteMany();
});

async function comeBack() {
  const { address, back } = await visitor.press();
  return { ...(await visitor.comeBack(back)), scope: new URL(address).searchParams.get("scope") };
}

async function expectLetIn(as: Partial<typeof PERSON_HERE> = {}) {
  const came = await comeBack();
  expect([...warn.mock.calls, ...error.mock.calls]).toEqual([]);
  expect(came.to).toBe("http://localhost:3000/");
  const select = { number: true, name: true, email: true } as const;
  expect(await db().member.findMany({ select })).toEqual([{ ...PERSON_HERE, ...as }]);
  return came;
}

const PERSON_HERE = { number: PERSON.membership_number, name: PERSON.name, email: PERSON.email };
const NOTHING = Object.fromEntries(Object.keys(PERSON).map((claim) => [claim, undefined]));
const lines = () => [...warn.mock.calls, ...error.mock.calls].map(([line]) => JSON.stringify(line));

test("a provider that refuses a scope is asked for those that it lists", async () => {
  const standard = ["openid", "profile", "email"];
  society.behave({ scopes: standard, description: { scopes_supported: [...standard, "address", "phone"] } });
  expect((await expectLetIn()).scope).toBe("openid profile email");
  description.forget();
  society.behave({ scopes: standard });
  expect((await expectLetIn()).scope).toBe("openid profile email");
  description.forget();
  society.behave({ description: { scopes_supported: [...standard, "membership"] } });
  expect((await expectLetIn()).scope).toBe("openid profile email membership");
});

test("the society may set the scopes; where one is refused, the log has the provider's words without an address", async () => {
  settings.changed = { OIDC_SCOPE: "openid  members,email" };
  society.behave({ scopes: ["openid", "email"] });
  const came = await comeBack();
  expect([came.scope, came.session]).toEqual(["openid members email", []]);
  expect(came.to).toMatch(/sign-in\?error=/);
  expect(warn.mock.calls.map(([line]) => line)).toEqual([
    {
      refused: "sign-in",
      way: "society",
      reason: "refused-there",
      error: "invalid_scope",
      description: "members is unknown to …@…",
    },
  ]);
});

test("all claims in the ID token, and userinfo that knows the subject alone (AD FS, Entra)", async () => {
  society.behave({ claims: PERSON, userinfo: NOTHING });
  await expectLetIn();
});

test("some claims here and some there: the signed token's count first", async () => {
  society.behave({
    claims: { name: "Robin Signed", membership_number: PERSON.membership_number },
    userinfo: { name: "Other" },
  });
  await expectLetIn({ name: "Robin Signed" });
});

test("a provider that wants the secret in the body alone", async () => {
  const clientAuth = "client_secret_post" as const;
  society.behave({ clientAuth, description: { token_endpoint_auth_methods_supported: [clientAuth] } });
  await expectLetIn();
  description.forget();
  // One that does not say so.
  society.behave({ clientAuth });
  settings.changed = { OIDC_CLIENT_AUTH: clientAuth };
  await expectLetIn();
  settings.changed = {};
  const { session } = await comeBack();
  expect(session).toEqual([]);
  expect(lines()).toEqual([expect.stringContaining('"error":"invalid_client"')]);
  expect(lines()[0]).not.toContain("[object");
});

test("names in two parts, values in lists, a nested number, and words of its own for a standing", async () => {
  settings.changed = { OIDC_CLAIM_NUMBER: "custom_attributes.membership_number", OIDC_STANDING_CURRENT: "active, paid, life" };
  const userinfo = {
    ...NOTHING,
    ...{ given_name: ["Robin"], family_name: "Fletcher", email: [PERSON.email] },
    ...{ custom_attributes: { membership_number: ["700 001"] }, membership_standing: [" Paid"] },
  };
  society.behave({ userinfo });
  await expectLetIn();
});

test("no standing: the register decides, and one whom it does not have is told so", async () => {
  settings.changed = { OIDC_STANDING_MISSING: "register" };
  society.behave({ userinfo: { membership_standing: undefined } });
  const unlisted = await comeBack();
  expect([unlisted.to, unlisted.session]).toEqual(["http://localhost:3000/sign-in?refused=unlisted", []]);
  const entry = { number: PERSON.membership_number, name: PERSON.name, email: null };
  await saveEntries([{ ...entry, standing: "lapsed" }], new Date());
  expect((await comeBack()).to).toBe("http://localhost:3000/sign-in?refused=lapsed");
  await saveEntries([{ ...entry, standing: "current" }], new Date());
  vi.clearAllMocks();
  await expectLetIn();
});

test("no standing: whoever can sign in is current, where the society says so", async () => {
  settings.changed = { OIDC_STANDING_MISSING: "current" };
  society.behave({ userinfo: { membership_standing: undefined } });
  await expectLetIn();
});

test("an ID token of 12 kB leaves the cookie as small as it was; a small one is kept for logging out", async () => {
  const small = await expectLetIn();
  society.behave({
    claims: { groups: Array.from({ length: 150 }, (_, i) => `cn=group-${i},ou=groups,dc=society,dc=example,dc=org`) },
  });
  const large = await expectLetIn();
  for (const { session } of [small, large]) {
    expect(session).toHaveLength(1);
    expect(session[0]?.length).toBeLessThan(4000);
  }
  expect(large.session[0]?.length).toBeLessThan(small.session[0]?.length ?? 0);
});

const asJwt = (key: typeof society.key, claims: JWTPayload) => (response: ServerResponse) =>
  void sign(claims, key).then((token) => response.writeHead(200, { "content-type": "application/jwt" }).end(token));

test("userinfo as a signed JWT", async () => {
  const signed = { iss: society.issuer, aud: CLIENT.id, sub: "one", ...PERSON };
  society.behave({ answers: { "/userinfo": asJwt(society.key, signed) } });
  await expectLetIn();
  await db().member.deleteMany();
  for (const answer of [
    asJwt(await makeKey(), signed),
    asJwt(society.key, { ...signed, aud: "another" }),
    asJwt(society.key, { ...signed, iss: "https://elsewhere.example" }),
    asJwt(society.key, { ...signed, sub: "two" }),
  ]) {
    society.behave({ answers: { "/userinfo": answer } });
    expect((await comeBack()).session).toEqual([]);
  }
  expect(await db().member.count()).toBe(0);
});

test("keys without names that change are asked for again once, and one of several is found", async () => {
  society.behave({ areKeysNameless: true });
  await expectLetIn();
  await society.changeKeys();
  await expectLetIn();
  await society.addKey();
  await expectLetIn();
  const { kid: _, ...foreign } = await makeKey();
  society.behave({ areKeysNameless: true, idToken: (claims) => sign(claims, foreign) });
  expect((await comeBack()).session).toEqual([]);
});
