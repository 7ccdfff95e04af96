import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** A signature by the first of the secrets, with a key for this purpose alone, so that none of ours can pass for another. */
export function signWith([secret = ""]: readonly string[], purpose: string, words: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  return createHmac("sha256", key).update(words).digest("base64url");
}

/** Whether any of the secrets signed these words for this purpose. */
export function isSignedBy(secrets: readonly string[], purpose: string, words: string, mark: string): boolean {
  const given = Buffer.from(mark);
  return secrets.some((secret) => {
    const wanted = Buffer.from(signWith([secret], purpose, words));
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
