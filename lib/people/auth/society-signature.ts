import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from "jose";
import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { askSociety, describeSociety } from "./society";

/** Algorithms that need a key only the society has. Shared secrets and unsigned tokens prove nothing here. */
export const SIGNATURES = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];
/** As much as next-auth lets two clocks differ. */
const CLOCKS_DIFFER_SECONDS = 30;

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** The society's keys and their address, where we look again for a key that we do not have. */
let kept: { at: string; keys: Keys } | undefined;

/**
 * What an ID token says, once we know that the society has signed it for us and that it has not expired: next-auth compares the
 * claims, and leaves the signature to TLS. @throws what is wrong with the token, or with the society's keys.
 */
export async function readIdToken(idToken: string | undefined): Promise<JWTPayload> {
  const { issuer, clientId: audience } = env().oidc;
  return verify(idToken ?? "", { issuer, audience });
}

/** What a signed answer of the userinfo endpoint says. The ID token names the person; this has to name us where it names anybody. */
export async function readSignedUserinfo(token: string): Promise<JWTPayload> {
  const { issuer, clientId } = env().oidc;
  const said = await verify(token, {});
  const isForUs = said.aud === undefined || [said.aud].flat().includes(clientId);
  if (!isForUs || (said.iss !== undefined && said.iss !== issuer))
    throw new Error("The signed userinfo is from another issuer or for another client (iss, aud).");
  return said;
}

async function verify(token: string, expected: JWTVerifyOptions): Promise<JWTPayload> {
  const keys = await findKeys();
  const options = { ...expected, algorithms: SIGNATURES, clockTolerance: CLOCKS_DIFFER_SECONDS };
  try {
    return await verifyWithAny(token, keys, options);
  } catch (error) {
    // Keys without a name can change unnoticed, so they are fetched once more before the token is refused.
    if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    await keys.reload();
    return verifyWithAny(token, keys, options);
  }
}

/** A token that names no key may be signed with any of several that fit. */
async function verifyWithAny(token: string, keys: Keys, options: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (wrong) {
        if (!(wrong instanceof errors.JWSSignatureVerificationFailed)) throw wrong;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

async function findKeys(): Promise<Keys> {
  const { jwks_uri: at } = await describeSociety(z.object({ jwks_uri: z.url() }));
  if (kept?.at !== at) kept = { at, keys: createRemoteJWKSet(new URL(at), { cooldownDuration: 0, [customFetch]: askSociety }) };
  return kept.keys;
}
