import { expect, test } from "vitest";
import { readClaims } from "./claims";

const NAMES = {
  issuer: "https://society.example",
  number: "membership_number",
  standing: "membership_standing",
  current: "current",
};
const GIVEN = {
  sub: "s-1",
  name: "Amina Okafor",
  email: "amina@example.org",
  membership_number: "100001",
  membership_standing: "current",
};

test("reads what the society says, under the society's names", () => {
  expect(readClaims(GIVEN, NAMES)).toEqual({
    issuer: "https://society.example",
    subject: "s-1",
    number: "100001",
    name: "Amina Okafor",
    email: "amina@example.org",
    standing: "current",
  });
  const other = { ...GIVEN, member_no: 100001, paid: true };
  expect(readClaims(other, { ...NAMES, number: "member_no", standing: "paid", current: "true" })).toMatchObject({
    number: "100001",
    standing: "current",
  });
});

test("any other standing than the current one is lapsed", () => {
  expect(readClaims({ ...GIVEN, membership_standing: "suspended-for-fees" }, NAMES)?.standing).toBe("lapsed");
  expect(readClaims({ ...GIVEN, membership_standing: "Current" }, NAMES)?.standing).toBe("lapsed");
});

test.each(["sub", "name", "email", "membership_number", "membership_standing"])("without %s there is nobody", (claim) => {
  expect(readClaims({ ...GIVEN, [claim]: undefined }, NAMES)).toBeNull();
  expect(readClaims({ ...GIVEN, [claim]: "  " }, NAMES)).toBeNull();
});
