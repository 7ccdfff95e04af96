import { generateKeyPair, type JsonWebKey, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { readJson, writeJson } from "./file";

export interface Secrets {
  /** Signs what Connect is told about a member. */
  signingKey: JsonWebKey & { kid: string; use: string; alg: string };
  /** Signs the website's cookies. */
  cookieKey: string;
}

/** The website's secrets; made at the first start and kept, so that sessions outlive a restart. */
export async function readSecrets(path: string): Promise<Secrets> {
  const kept = await readJson<Secrets>(path);
  if (kept) return kept;
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const made: Secrets = {
    signingKey: { ...privateKey.export({ format: "jwk" }), kid: randomBytes(8).toString("hex"), use: "sig", alg: "RS256" },
    cookieKey: randomBytes(32).toString("base64url"),
  };
  await writeJson(path, made);
  return made;
}
