import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_CLIENT } from "@/lib/foundation/env";
import { PEOPLE } from "../people";
import { type Society, startSociety } from "./server";

const APP_URL = "http://localhost:3000";
const CALLBACK = `${APP_URL}/api/auth/callback/society`;
let society: Society;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "society-"));
  society = await startSociety({ port: 0, appUrl: APP_URL, dataDir, people: PEOPLE });
});
afterAll(async () => {
  await society.close();
  await rm(dataDir, { recursive: true });
});

/** A browser: keeps cookies, and stops where the way leads to Connect. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async open(
    address: string,
    form?: Record<string, string>,
    origin = society.url,
  ): Promise<{ url: string; response: Response }> {
    let url = new URL(address, society.url).href;
    let body = form && new URLSearchParams(form);
    for (;;) {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(url, {
        method: body ? "POST" : "GET",
        redirect: "manual",
        headers: { cookie, accept: "text/html", ...(body ? { origin } : {}) },
        ...(body ? { body } : {}),
      });
      for (const set of response.headers.getSetCookie()) {
        const [name = "", value = ""] = set.split(";")[0]?.split("=") ?? [];
        if (value && !set.includes("01 Jan 1970")) this.#cookies.set(name, value);
        else this.#cookies.delete(name);
      }
      const location = response.headers.get("location");
      if (!location) return { url, response };
      url = new URL(location, url).href;
      body = undefined;
      if (url.startsWith(APP_URL)) return { url, response };
    }
  }

  get cookieNames(): string[] {
    return [...this.#cookies.keys()];
  }
}

async function signIn(browser: Browser, number: string, password = "mentoring") {
  const verifier = randomBytes(32).toString("base64url");
  const request = new URLSearchParams({
    client_id: DEMO_CLIENT.id,
    redirect_uri: CALLBACK,
    response_type: "code",
    scope: "openid profile email membership",
    state: "a-state",
    nonce: "a-nonce",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  let page = await browser.open(`/auth?${request}`);
  if (!page.url.startsWith(APP_URL)) page = await browser.open(page.url, { number, password });
  if (!page.url.startsWith(CALLBACK)) return { page, claims: null, idToken: null };
  const answer = new URL(page.url).searchParams;
  expect(answer.get("state")).toBe("a-state");
  const token = await fetch(`${society.url}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${DEMO_CLIENT.id}:${DEMO_CLIENT.secret}`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: answer.get("code") ?? "",
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    }),
  });
  const { id_token: idToken, access_token: accessToken } = (await token.json()) as Record<string, string>;
  const userinfo = await fetch(`${society.url}/me`, { headers: { authorization: `Bearer ${accessToken}` } });
  const claims = JSON.parse(Buffer.from(idToken?.split(".")[1] ?? "", "base64url").toString()) as Record<string, string>;
  return { page, claims, idToken, userinfo: (await userinfo.json()) as Record<string, string> };
}

describe("signing in for Connect", () => {
  it("tells Connect who it is, in the ID token and at userinfo", async () => {
    const browser = new Browser();
    const { claims, userinfo } = await signIn(browser, "100001");
    const known = {
      sub: "institute-100001",
      name: "Amina Okafor",
      email: "amina.okafor@example.org",
      membership_number: "100001",
      membership_standing: "current",
    };
    expect(claims).toMatchObject({ ...known, iss: society.url, aud: DEMO_CLIENT.id, nonce: "a-nonce" });
    expect(userinfo).toMatchObject(known);
    for (const name of browser.cookieNames) expect(name).toMatch(/^institute_/);
  });

  it("signs what it says with a key that it publishes", async () => {
    const { idToken } = await signIn(new Browser(), "100001");
    const description = await (await fetch(`${society.url}/.well-known/openid-configuration`)).json();
    const keys = createRemoteJWKSet(new URL((description as { jwks_uri: string }).jwks_uri));
    const { payload } = await jwtVerify(idToken ?? "", keys, { issuer: society.url, audience: DEMO_CLIENT.id });
    expect(payload.sub).toBe("institute-100001");
  });

  it("asks once: who is signed in goes straight on", async () => {
    const browser = new Browser();
    await signIn(browser, "100002");
    expect((await signIn(browser, "unasked")).claims).toMatchObject({ membership_number: "100002" });
  });

  it("lets lapsed members in and says so: to refuse them is for Connect", async () => {
    expect((await signIn(new Browser(), "100005")).claims).toMatchObject({ membership_standing: "lapsed" });
  });

  it("refuses in words", async () => {
    const cases = [
      ["100001", "wrong", "do not match"],
      ["999999", "mentoring", "do not match"],
      ["12", "mentoring", "six digits"],
      ["100001", "", "Enter your password"],
    ] as const;
    for (const [number, password, words] of cases) {
      const { page, claims } = await signIn(new Browser(), number, password);
      expect(claims).toBeNull();
      expect(page.response.status).toBe(422);
      const text = await page.response.text();
      expect(text).toContain(words);
      expect(text).toContain("<title>Error: ");
    }
  });

  it("shows what was typed as text", async () => {
    const { page } = await signIn(new Browser(), '"><script>alert(1)</script>');
    expect(await page.response.text()).not.toContain("<script");
  });
});

describe("signing out", () => {
  it("ends the session and comes back without asking when Connect says whose it is", async () => {
    const browser = new Browser();
    const { idToken } = await signIn(browser, "100003");
    const way = new URLSearchParams({ id_token_hint: idToken ?? "", post_logout_redirect_uri: `${APP_URL}/` });
    expect((await browser.open(`/session/end?${way}`)).url).toBe(`${APP_URL}/`);
    expect(await (await browser.open("/")).response.text()).toContain("/sign-in");
    expect((await browser.open(`/session/end?${way}`)).url).toBe(`${APP_URL}/`);
  });

  it("asks when nobody says whose", async () => {
    const browser = new Browser();
    await signIn(browser, "100003");
    const { response } = await browser.open("/session/end");
    const text = await response.text();
    expect(text).toContain("Sign out of the Institute");
    expect(text).not.toContain("<script");
  });
});

describe("the member's own pages", () => {
  it("change the e-mail address and the password, which hold after a restart", async () => {
    const browser = new Browser();
    await browser.open("/sign-in", { number: "100010", password: "mentoring" });
    expect(await (await browser.open("/email", { email: "new@example.org", password: "no" })).response.text()).toContain(
      "not your current password",
    );
    const taken = await browser.open("/email", { email: "amina.okafor@example.org", password: "mentoring" });
    expect(await taken.response.text()).toContain("Another member");
    const changed = await browser.open("/email", { email: "new@example.org", password: "mentoring" });
    expect(await changed.response.text()).toContain("has been changed");
    await browser.open("/password", { password: "mentoring", new: "longer and better", again: "longer and better" });

    await society.close();
    society = await startSociety({ port: Number(new URL(society.url).port), appUrl: APP_URL, dataDir, people: PEOPLE });
    expect(await (await browser.open("/")).response.text()).toContain("new@example.org");
    expect((await signIn(new Browser(), "100010")).claims).toBeNull();
    expect((await signIn(new Browser(), "100010", "longer and better")).claims).toMatchObject({ email: "new@example.org" });
  });

  it("are held to a strict policy, and take forms from themselves alone", async () => {
    const browser = new Browser();
    const { response } = await browser.open("/sign-in");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const foreign = await browser.open("/sign-in", { number: "100001", password: "mentoring" }, APP_URL);
    expect(foreign.response.status).toBe(400);
    expect((await browser.open("/nothing")).response.status).toBe(404);
  });
});
