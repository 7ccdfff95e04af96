import { randomBytes, randomUUID } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from "@simplewebauthn/server";
import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { IdInput } from "@/lib/foundation/id";
import { describeDefect, log } from "@/lib/foundation/log";
import { openToken, sealToken } from "./sealed-token";

const CHALLENGE_SECONDS = 5 * 60;
const CHALLENGE_BYTES = 32;

/** What we have asked a passkey to sign, for whom and what for. It travels by the page's form, and is spent once it was answered. */
const CHALLENGE = {
  purpose: "connect.passkey",
  seconds: CHALLENGE_SECONDS,
  schema: z.object({ id: IdInput, memberId: IdInput, use: z.enum(["add", "sign-in"]), challenge: z.string() }),
};
export type Challenge = z.infer<typeof CHALLENGE.schema>;

export interface Known {
  credentialId: string;
  transports: string[];
}

interface Asked<Options> {
  options: Options;
  /** The challenge, sealed. */
  challenge: string;
}

/** What the member's browser is to make a new passkey from; not on a device that has one of theirs. */
export async function askToMake(
  { memberId, name, email }: { memberId: string; name: string; email: string },
  product: string,
  known: readonly Known[],
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const { bytes, sealed } = await makeChallenge(memberId, "add");
  const options = await generateRegistrationOptions({
    rpName: product,
    rpID: site().rpId,
    userID: new TextEncoder().encode(memberId),
    userName: email,
    userDisplayName: name,
    challenge: bytes,
    timeout: CHALLENGE_SECONDS * 1000,
    attestationType: "none",
    excludeCredentials: known.map(describe),
    // It comes after the password, so any device will do, with a fingerprint or without.
    authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
  });
  return { options, challenge: sealed };
}

/** What the browser of somebody whose password was right is to ask one of their passkeys. */
export async function askToSign(
  memberId: string,
  known: readonly Known[],
): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const { bytes, sealed } = await makeChallenge(memberId, "sign-in");
  const options = await generateAuthenticationOptions({
    rpID: site().rpId,
    challenge: bytes,
    timeout: CHALLENGE_SECONDS * 1000,
    allowCredentials: known.map(describe),
    userVerification: "preferred",
  });
  return { options, challenge: sealed };
}

/** The challenge of a form, if we made it for this member and this use in the last five minutes. */
export async function readChallenge(sealed: string, memberId: string, use: Challenge["use"]): Promise<Challenge | null> {
  const challenge = await openToken(CHALLENGE, sealed);
  return challenge?.memberId === memberId && challenge.use === use ? challenge : null;
}

/** When a challenge that was made a moment ago will have expired in any case. */
export function whenExpired(at: number): Date {
  return new Date(at + 2 * CHALLENGE_SECONDS * 1000);
}

/** The passkey that a browser has made; null when its answer proves nothing. */
export async function readMade({ challenge }: Challenge, answer: string): Promise<WebAuthnCredential | null> {
  const response = readAnswer<RegistrationResponseJSON>(answer);
  if (!response) return null;
  const { origin, rpId } = site();
  const checking = verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
  });
  const checked = await checking.catch(provesNothing);
  return checked?.verified ? checked.registrationInfo.credential : null;
}

/** The id of the passkey that an answer is by; null when it has none. */
export function passkeyOf(answer: string): string | null {
  const id = readAnswer<AuthenticationResponseJSON>(answer)?.id;
  return typeof id === "string" && id.length <= 2000 ? id : null;
}

/** The passkey's new counter; null when it did not sign this challenge. */
export async function readSigned(
  { challenge }: Challenge,
  answer: string,
  { credentialId, publicKey, counter, transports }: Known & { publicKey: string; counter: bigint },
): Promise<bigint | null> {
  const response = readAnswer<AuthenticationResponseJSON>(answer);
  if (!response) return null;
  const { origin, rpId } = site();
  const checking = verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
      counter: Number(counter),
      transports: transports as AuthenticatorTransportFuture[],
    },
  });
  const checked = await checking.catch(provesNothing);
  return checked?.verified ? BigInt(checked.authenticationInfo.newCounter) : null;
}

async function makeChallenge(memberId: string, use: Challenge["use"]) {
  const bytes = new Uint8Array(randomBytes(CHALLENGE_BYTES));
  const challenge = Buffer.from(bytes).toString("base64url");
  return { bytes, sealed: await sealToken(CHALLENGE, { id: randomUUID(), memberId, use, challenge }) };
}

function describe({ credentialId, transports }: Known) {
  return { id: credentialId, transports: transports as AuthenticatorTransportFuture[] };
}

/** The library throws for everything that does not fit, and anybody can send it anything. */
function provesNothing(error: unknown): null {
  log().debug({ defect: describeDefect(error) }, "an answer of a passkey proves nothing");
  return null;
}

function readAnswer<Answer>(answer: string): Answer | null {
  try {
    const parsed: unknown = JSON.parse(answer);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as Answer) : null;
  } catch {
    return null;
  }
}

function site() {
  const { origin, hostname } = new URL(env().APP_URL);
  return { origin, rpId: hostname };
}
