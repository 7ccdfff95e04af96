import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { description } from "@/lib/people/auth/society";
import { CLIENT, openSociety, PERSON } from "@/testing/auth/hostile-society";
import { examine } from "./examine";
import { trySignIn } from "./try-sign-in";
import { waitForBrowser } from "./wait-for-browser";

const society = await openSociety();
const OURS = { OIDC_ISSUER: society.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
Object.assign(process.env, OURS);
afterAll(() => society.close());

const lines: string[] = [];
const say = (line: string) => void lines.push(line);
beforeEach(() => {
  lines.length = 0;
  society.behave({});
  description.forget();
});
const attempt = (change: (answer: URLSearchParams) => void = () => {}) =>
  trySignIn(say, async (address) => {
    const answer = new URLSearchParams(society.authorise(address));
    change(answer);
    return answer;
  });

test("shows what came and what we make of it, and makes nobody an account", async () => {
  expect(await attempt()).toBe(true);
  const shown = lines.join("\n");
  expect(shown).toMatch(/The ID token \(\d+ characters, signed with RS256\) says:\n {2}iss: http/);
  expect(shown).toContain(`Userinfo says:\n  sub: one\n  name: ${PERSON.name}`);
  expect(shown).toContain(
    `What we make of it:\n  number: 700001\n  name: Robin Fletcher\n  email: ${PERSON.email}\n  standing: current`,
  );
  expect(await db().member.count()).toBe(0);
});

test("says what is missing, or which word may be", async () => {
  society.behave({ userinfo: { membership_number: undefined, name: undefined } });
  expect(await attempt()).toBe(false);
  expect(lines.join("\n")).toMatch(/What is missing: number, name\..*\nSet OIDC_CLAIM_NUMBER/);
  society.behave({ userinfo: { membership_standing: "Paid" } });
  expect(await attempt()).toBe(false);
  expect(lines.at(-1)).toContain("OIDC_STANDING_CURRENT");
});

test.each<[string, Parameters<typeof society.behave>[0], ((answer: URLSearchParams) => void) | undefined, RegExp]>([
  ["a refused scope", { scopes: ["openid"] }, undefined, /refused: invalid_scope profile is unknown .* Set OIDC_SCOPE/],
  [
    "a refused secret",
    { clientAuth: "client_secret_post" },
    undefined,
    /400 invalid_client\. The secret was sent by client_secret_basic/,
  ],
  ["another state", {}, (answer) => answer.set("state", "x"), /its state is another/],
  ["no code", {}, (answer) => answer.delete("code"), /no code/],
  ["another nonce", { claims: { nonce: "x" } }, undefined, /nonce is another/],
  ["a token for somebody else", { claims: { aud: "x" } }, undefined, /cannot be trusted: .*aud/],
])("says why not: %s", async (_what, manners, change, why) => {
  society.behave(manners);
  expect(await attempt(change)).toBe(false);
  expect(lines.at(-1)).toMatch(why);
});

test("without being asked for a sign-in, the doctor tries the secret", async () => {
  const asking = { build: "current", isOnline: false } as const;
  const well = await examine(process.env, asking);
  expect(well.secret).toEqual({ answer: { status: 400, error: "invalid_grant" } });
  society.behave({ clientAuth: "client_secret_post" });
  expect((await examine(process.env, asking)).secret).toEqual({ answer: { status: 400, error: "invalid_client" } });
});

test("the answer is caught on the product's port, or pasted", async () => {
  const taken = createServer().listen(0);
  const { port } = taken.address() as AddressInfo;
  await expect(waitForBrowser(port, new PassThrough())).rejects.toThrow(`port ${port} is in use`);
  await new Promise((closed) => taken.close(closed));
  const caught = waitForBrowser(port, new PassThrough());
  const open = (path: string) => vi.waitFor(() => fetch(`http://localhost:${port}${path}`));
  expect((await open("/")).status).toBe(404);
  expect(await (await open("/api/auth/callback/society?code=a&state=b")).text()).toMatch(/^Thank you/);
  expect((await caught).get("code")).toBe("a");
  const typed = new PassThrough();
  const pasted = waitForBrowser(port, typed);
  typed.write("hello\n https://mentoring.example.org/api/auth/callback/society?code=c&state=d \n");
  expect((await pasted).get("state")).toBe("d");
});
