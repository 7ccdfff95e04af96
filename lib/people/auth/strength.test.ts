import { describe, expect, test } from "vitest";
import { isStrongEnough, readStrength } from "./strength";

const ACR = { acr: ["phr", "urn:example:gold"], amr: [] };
const AMR = { acr: [], amr: ["mfa", "otp"] };
const BOTH = { acr: ["phr"], amr: ["mfa"] };

describe("a sign-in is strong enough", () => {
  test.each([
    [{}, { acr: [], amr: [] }],
    [{ acr: "phr" }, ACR],
    [{ acr: "urn:example:gold", amr: ["pwd"] }, ACR],
    [{ amr: ["pwd", "otp"] }, AMR],
    [{ acr: "low", amr: ["mfa"] }, BOTH],
    [{ acr: "phr" }, BOTH],
  ])("%j for %j", (strength, wanted) => expect(isStrongEnough(strength, wanted)).toBe(true));
  test.each([
    [{}, ACR],
    [{ acr: "" }, ACR],
    [{ acr: "PHR" }, ACR],
    [{ acr: "phr urn:example:gold" }, ACR],
    [{ amr: ["phr"] }, ACR],
    [{ acr: "mfa" }, AMR],
    [{ amr: ["pwd"] }, AMR],
    [{ amr: [] }, BOTH],
  ])("not %j for %j", (strength, wanted) => expect(isStrongEnough(strength, wanted)).toBe(false));
});

test.each([
  [
    { acr: "phr", amr: ["pwd", "mfa"], sub: "1" },
    { acr: "phr", amr: ["pwd", "mfa"] },
  ],
  [{ acr: 2, amr: "mfa" }, {}],
  [{ acr: "x".repeat(201), amr: Array.from({ length: 11 }, String) }, {}],
  [undefined, {}],
  ["phr", {}],
])("claims %j say %j", (claims, strength) => expect(readStrength(claims)).toEqual(strength));
