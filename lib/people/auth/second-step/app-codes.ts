import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
/** A phone's clock may be this many steps before or behind. */
const STEPS_AROUND = 1;
const SECRET_BYTES = 20;

/** What a new authenticator app is to make its codes from, in base32. */
export function makeAppSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that the app's camera reads, with the names under which it lists the account. */
export function addressForApp(secret: string, product: string, email: string): string {
  // A colon would divide the name from the account.
  return totpOf(secret, product.replaceAll(":", " "), email).toString();
}

/**
 * Which thirty seconds, counted since 1970, the code belongs to; null for a wrong code, and for one that is not newer than the last that
 * was used. `at` is real time in milliseconds, because the app knows no other.
 */
export function stepOfCode(secret: string, code: string, lastStep: bigint, at: number): bigint | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: at, window: STEPS_AROUND });
  if (delta === null) return null;
  const step = BigInt(Math.floor(at / 1000 / STEP_SECONDS) + delta);
  return step > lastStep ? step : null;
}

/** The code that an app shows at this moment. */
export function codeAt(secret: string, at: number): string {
  return totpOf(secret).generate({ timestamp: at });
}

function totpOf(secret: string, issuer = "", label = ""): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: STEP_SECONDS });
}
