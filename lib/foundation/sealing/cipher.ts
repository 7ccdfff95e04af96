import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeyRing } from "./words-keys";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * `<name of the key>.<base64 of nonce, tag and ciphertext>`. `place` is authenticated with it, so the text cannot be decrypted
 * in another row or column.
 */
export function encrypt({ current, keys }: KeyRing, place: string, words: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyNamed(keys, current), nonce).setAAD(Buffer.from(place));
  const ciphertext = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
  return `${current}.${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString("base64")}`;
}

/** Decrypts. @throws Error if the key is not on the ring, the place differs, or anything was changed. */
export function decrypt({ keys }: KeyRing, place: string, sealed: string): string {
  const dot = sealed.indexOf(".");
  const bytes = Buffer.from(sealed.slice(dot + 1), "base64");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, keyNamed(keys, sealed.slice(0, dot)), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

function keyNamed(keys: KeyRing["keys"], name: string): Buffer {
  const key = keys.get(name);
  if (!key) throw new Error(`Words are sealed with the key "${name}", which WORDS_KEYS does not have.`);
  return key;
}
