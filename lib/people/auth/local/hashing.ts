import { hash, parseOptions, verify } from "@node-rs/argon2";

/** argon2id, the library's default, at the least cost that OWASP recommends: 19 MiB, two passes, one thread. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody has, at the same cost. We check passwords for unknown addresses against it. */
export const NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1$IRMgr1ysOcIfWrDBuaJg1Q$BQs5j01c2M8FUcWChUR9GYJtjZmRg1HmYEyKrb5XGCE";

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), COST);
}

/** Whether the password matches the hash. Without a hash it does the same work and answers no. */
export async function isRightPassword(password: string, kept: string | null): Promise<boolean> {
  const isRight = await verify(kept ?? NOBODYS_HASH, normalised(password));
  return kept !== null && isRight;
}

/** Whether a hash was made at another cost than those of today. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(kept);
  return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
}

/** Normalised, because keyboards compose the same characters in different ways. */
function normalised(password: string): string {
  return password.normalize("NFKC");
}
