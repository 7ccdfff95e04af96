import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { readRealClock } from "@/lib/foundation/clock";

/** Ways in which a society's sign-in can misbehave, one at a time. Empty means that it behaves. */
export interface Manners {
  /** Claims to change in the ID token; undefined leaves a claim out. */
  claims?: JWTPayload;
  /** Replaces the whole ID token, given the correct claims. */
  idToken?: (claims: JWTPayload) => Promise<string> | string;
  userinfo?: Record<string, unknown>;
  description?: Record<string, unknown>;
  /** How it wants the client's secret: in a header unless this says otherwise. */
  clientAuth?: "client_secret_post";
  /** It refuses every other scope. */
  scopes?: string[];
  /** It gives its keys no names, neither where it publishes them nor in what it signs. */
  areKeysNameless?: boolean;
  /** Instead of an answer, by path. */
  answers?: Record<string, (response: ServerResponse) => void>;
}

export const CLIENT = { id: "connect", secret: "between the two, and nobody else, of sixty-four characters or so" };
const MINUTE = 60;

export type Society = Awaited<ReturnType<typeof openSociety>>;

/** An OpenID Connect provider over HTTP with one user, which misbehaves as told. */
export async function openSociety() {
  const codes = new Map<string, URLSearchParams>();
  const first = await makeKey();
  const state = { manners: {} as Manners, key: first, keys: [first] };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const routes: Record<string, (request: IncomingMessage) => Promise<unknown>> = {
    "/.well-known/openid-configuration": async () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      ...state.manners.description,
    }),
    "/keys": async () => ({ keys: await Promise.all(state.keys.map(named).map(publicOf)) }),
    "/token": async (request) => {
      const asked = await redeem(request);
      const now = Math.floor(readRealClock() / 1000);
      const claims = { iss: issuer, sub: "one", aud: CLIENT.id, iat: now, exp: now + 5 * MINUTE, nonce: asked.get("nonce") };
      const said = JSON.parse(JSON.stringify({ ...claims, ...state.manners.claims })) as JWTPayload;
      const id_token = await (state.manners.idToken?.(said) ?? sign(said, named(state.key)));
      return { access_token: randomUUID(), token_type: "Bearer", id_token };
    },
    "/userinfo": async () => ({ sub: "one", ...PERSON, ...state.manners.userinfo }),
  };

  const named = ({ kid, ...key }: Key): Unnamed => (state.manners.areKeysNameless ? key : { kid, ...key });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const instead = state.manners.answers?.[path];
    if (instead) return instead(response);
    const said = await routes[path]?.(request).catch((error: Error) => ({ error: error.message }));
    response.writeHead(said && !("error" in Object(said)) ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(said ?? {}));
  }

  /** A code works once, for the client with its secret and the browser that started. */
  async function redeem(request: IncomingMessage): Promise<URLSearchParams> {
    const body = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    const code = body.get("code") ?? "";
    const challenge = createHash("sha256")
      .update(String(body.get("code_verifier")))
      .digest("base64url");
    if (!isOurs(request, body)) throw new Error("invalid_client");
    const asked = codes.get(code);
    if (asked?.get("code_challenge") !== challenge) throw new Error("invalid_grant");
    codes.delete(code);
    return asked;
  }

  function isOurs(request: IncomingMessage, body: URLSearchParams): boolean {
    const [id, secret] =
      state.manners.clientAuth === "client_secret_post"
        ? [body.get("client_id"), encodeURIComponent(body.get("client_secret") ?? "")]
        : Buffer.from(String(request.headers.authorization).slice(6), "base64").toString().split(":");
    return id === CLIENT.id && decodeURIComponent(String(secret).replaceAll("+", " ")) === CLIENT.secret;
  }

  return {
    issuer,
    key: first,
    /** As the person would, who signs in there. */
    authorise(address: string): { state: string } & ({ code: string } | { error: string; error_description: string }) {
      const code = randomUUID();
      const { searchParams } = new URL(address);
      const asked = searchParams.get("scope")?.split(" ") ?? [];
      const unknown = asked.find((scope) => state.manners.scopes?.includes(scope) === false);
      const refused = { error: "invalid_scope", error_description: `${unknown} is unknown to robin@example.org` };
      if (unknown) return { ...refused, state: searchParams.get("state") ?? "" };
      codes.set(code, searchParams);
      return { code, state: searchParams.get("state") ?? "" };
    },
    behave(manners: Manners) {
      state.manners = manners;
    },
    /** Signs with another key from now on, and knows the first no more. */
    async changeKeys() {
      state.key = await makeKey();
      state.keys = [state.key];
    },
    /** Signs with another key from now on, and still publishes those before. */
    async addKey() {
      state.key = await makeKey();
      state.keys.push(state.key);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const PERSON = {
  name: "Robin Fletcher",
  email: "robin@example.org",
  membership_number: "700001",
  membership_standing: "current",
};

type Key = Awaited<ReturnType<typeof makeKey>>;
type Unnamed = Omit<Key, "kid"> & { kid?: string };

export async function makeKey() {
  return { kid: randomUUID(), ...(await generateKeyPair("RS256", { extractable: true })) };
}

/** With a key that has a name, or with one that has none. */
export function sign(claims: JWTPayload, { kid, privateKey }: Unnamed): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", ...(kid ? { kid } : {}) }).sign(privateKey);
}

async function publicOf({ kid, publicKey }: Unnamed) {
  return { ...(await exportJWK(publicKey)), ...(kid ? { kid } : {}), use: "sig", alg: "RS256" };
}
