import { createHash, randomBytes } from "node:crypto";
import { decodeProtectedHeader } from "jose";
import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { oneLine } from "@/lib/foundation/typed-text";
import type { Given } from "@/lib/people/auth/claims";
import { describeSociety } from "@/lib/people/auth/society";
import { understand } from "@/lib/people/auth/society-arrival";
import { chooseClientAuth, chooseScope, type Description } from "@/lib/people/auth/society-choices";
import { readIdToken } from "@/lib/people/auth/society-signature";
import { askUserinfo } from "@/lib/people/auth/userinfo";
import { ask } from "./ask";
import { askToken, redirectAddress, type TokenAnswer } from "./ask-token";

type Say = (line: string) => void;
/** Lets a person sign in at `address`, and brings what the society sends them back with. */
type LetSignIn = (address: string) => Promise<URLSearchParams>;

/**
 * One sign-in at the society with a real account: says what came and what we make of it. Nobody gets an account or a session by it.
 * Returns whether the product would let this person in, as far as the society decides it.
 */
export async function trySignIn(say: Say, letSignIn: LetSignIn): Promise<boolean> {
  const described = await ask(() => describeSociety(z.record(z.string(), z.unknown())));
  if ("failure" in described) return fail(say, `The society's discovery document could not be read: ${described.failure}`);
  const told = described.answer;
  const [state, nonce, verifier] = [secret(), secret(), secret()];
  const answer = await letSignIn(authorizationAddress(told, { state, nonce, verifier }));
  const refusal = refusalIn(answer, state);
  if (refusal) return fail(say, refusal);
  const issued = await ask(() => askToken(told, answer.get("code") ?? "", verifier));
  if ("failure" in issued) return fail(say, `The token endpoint gave no answer: ${issued.failure}`);
  if (!issued.answer.id_token) return fail(say, refusedCode(issued.answer, told));
  return sayWhatCame(say, issued.answer, nonce);
}

async function sayWhatCame(say: Say, { id_token = "", access_token = "" }: TokenAnswer, nonce: string): Promise<boolean> {
  const signed = await ask(() => readIdToken(id_token));
  if ("failure" in signed) return fail(say, `The ID token cannot be trusted: ${signed.failure}`);
  if (signed.answer.nonce !== nonce) return fail(say, "The ID token is not for this sign-in: its nonce is another.");
  say(`The ID token (${id_token.length} characters, signed with ${decodeProtectedHeader(id_token).alg}) says:`);
  sayClaims(say, signed.answer);
  const userinfo = await ask(() => askUserinfo(access_token, String(signed.answer.sub)));
  if ("answer" in userinfo) {
    say("Userinfo says:");
    sayClaims(say, userinfo.answer);
  } else say(`Userinfo could not be read: ${userinfo.failure}`);
  return sayWhatWeMake(say, [signed.answer, ...("answer" in userinfo ? [userinfo.answer] : [])]);
}

function sayWhatWeMake(say: Say, sources: readonly Given[]): boolean {
  const { claims, missing } = understand(sources);
  if (!claims) {
    say(`What is missing: ${missing.join(", ")}. Nobody can sign in without.`);
    return fail(say, "Set OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING or OIDC_STANDING_MISSING, or ask the society to send it.");
  }
  say("What we make of it:");
  const { number, name, email, standing } = claims;
  sayClaims(say, { number, name, email, standing: standing === "on-register" ? "as the register has it" : standing });
  if (standing !== "lapsed") return true;
  return fail(say, "If this membership is current, add the society's word for that to OIDC_STANDING_CURRENT.");
}

function sayClaims(say: Say, given: Given): void {
  for (const [name, value] of Object.entries(given)) {
    say(`  ${oneLine(name)}: ${oneLine(typeof value === "string" ? value : JSON.stringify(value))}`);
  }
  say("");
}

function fail(say: Say, sentence: string): false {
  say(sentence);
  return false;
}

function authorizationAddress(
  told: Description,
  { state, nonce, verifier }: Record<"state" | "nonce" | "verifier", string>,
): string {
  const { oidc, OIDC_SCOPE } = env();
  const url = new URL(z.url().parse(told.authorization_endpoint));
  const asked = {
    response_type: "code",
    client_id: oidc.clientId,
    redirect_uri: redirectAddress(),
    scope: chooseScope(told, OIDC_SCOPE),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

function refusalIn(answer: URLSearchParams, state: string): string | null {
  if (answer.get("state") !== state)
    return "The answer does not belong to this sign-in: its state is another. Please start again.";
  const error = answer.get("error");
  if (!error) return answer.get("code") ? null : "The society sent no code back.";
  const hint = error === "invalid_scope" ? " Set OIDC_SCOPE to the scopes that it knows." : "";
  return `The society refused: ${oneLine(`${error} ${answer.get("error_description") ?? ""}`, 300)}.${hint}`;
}

function refusedCode({ status, error, error_description }: TokenAnswer, told: Description): string {
  const words = oneLine(`${status} ${error ?? ""} ${error_description ?? ""}`, 300);
  const way = chooseClientAuth(told, env().OIDC_CLIENT_AUTH);
  return `The token endpoint gave no ID token: ${words}. The secret was sent by ${way}; OIDC_CLIENT_AUTH can change that.`;
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
