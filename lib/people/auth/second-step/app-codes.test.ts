import { expect, test } from "vitest";
import { addressForApp, codeAt, makeAppSecret, stepOfCode } from "./app-codes";

const AT = Date.UTC(2026, 10, 29, 10, 0, 0);
const STEP = BigInt(AT / 30_000);

test("a code is right for its thirty seconds, and one step before and after", () => {
  const secret = makeAppSecret();
  const code = codeAt(secret, AT);
  expect(code).toMatch(/^\d{6}$/);
  for (const [seconds, step] of [
    [-30, STEP],
    [0, STEP],
    [59, STEP],
    [-31, null],
    [60, null],
  ] as const)
    expect(stepOfCode(secret, code, 0n, AT + seconds * 1000), `after ${seconds} s`).toBe(step);
});

test("no code works twice, and none that is older than the last one", () => {
  const secret = makeAppSecret();
  expect(stepOfCode(secret, codeAt(secret, AT), STEP, AT)).toBeNull();
  expect(stepOfCode(secret, codeAt(secret, AT - 30_000), STEP, AT)).toBeNull();
  expect(stepOfCode(secret, codeAt(secret, AT + 30_000), STEP, AT)).toBe(STEP + 1n);
});

test.each(["", "12345", "1234567", "abcdef", "000000 "])("%j is no code", (typed) => {
  expect(stepOfCode("JBSWY3DPEHPK3PXP", typed, 0n, AT)).toBeNull();
});

test("two secrets are never the same, and have the 160 bits that the standard recommends", () => {
  expect(makeAppSecret()).not.toBe(makeAppSecret());
  expect(makeAppSecret()).toHaveLength(32);
});

test("the address names the product and the account, whatever the society calls it", () => {
  const address = new URL(addressForApp("JBSWY3DPEHPK3PXP", "Connect: mentoring & more", "a.b@example.org"));
  expect(address.protocol).toBe("otpauth:");
  expect(decodeURIComponent(address.pathname)).toContain("Connect  mentoring & more:a.b@example.org");
  expect(address.searchParams.get("secret")).toBe("JBSWY3DPEHPK3PXP");
});
