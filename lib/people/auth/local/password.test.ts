import { parseOptions } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { callerOf } from "./caller";
import { hashPassword, isRightPassword, NOBODYS_HASH } from "./hashing";
import { CreateAccountInput } from "./input";
import { findPasswordFault, isOfSociety } from "./password";

const OWNER = { number: "100004", name: "Tomas Lindqvist", email: "tomas.lindqvist@example.org" };

test.each([
  "three quiet green lamps",
  "correct lamp battery",
  "ÅÄÖåäöÅÄÖå",
  "日本語のパスワードです",
  "x9!kQ2#mZ7",
  `${"a".repeat(64)}bc`,
])("“%s” can be a password", (password) => expect(findPasswordFault(password, OWNER)).toBeNull());

test.each([
  ["ninechars", "too-short"],
  ["👍".repeat(9), "too-short"],
  ["ab c".repeat(33), "too-long"],
  ["Tomas Lindqvist", "about-you"],
  ["lindqvisttomas", "about-you"],
  ["TOMASLINDQVIST100004", "about-you"],
  ["tomas.lindqvist", "about-you"],
  ["Tomas.Lindqvist@example.org", "about-you"],
  ["100004 100004", "about-you"],
  ["password123", "too-common"],
  ["Password2026!", "too-common"],
  ["pass word pass word", "too-common"],
  ["1234567890", "too-common"],
  ["aaaaaaaaaaaa", "too-common"],
  ["ababababab", "too-common"],
  ["mentoring1!", "too-common"],
  ["christopher", "too-common"],
  ["Enterprise", "too-common"],
  ["fktrcfylhf", "too-common"],
  ["193570356033", "too-common"],
  ["Trinity 2026!", "too-common"],
])("“%s” is %s", (password, fault) => expect(findPasswordFault(password, OWNER)).toBe(fault));

const SOCIETY = { name: "Institute of Applied Practice", product: "Connect" };

test.each([
  ["Institute of Applied Practice", true],
  ["appliedpractice2026!", true],
  ["connect-connect", true],
  ["Practice Institute 1", true],
  ["ＣＯＮＮＥＣＴinstitute", true],
  ["an institute of lamps", false],
  ["connected practice", false],
  ["2026202620", false],
])("“%s” is made of the society's words: %s", (password, isOne) => expect(isOfSociety(password, SOCIETY)).toBe(isOne));

test("the hash is argon2id, and what nobody has costs the same to check", async () => {
  const hash = await hashPassword("three quiet green lamps");
  expect(parseOptions(hash)).toEqual(parseOptions(NOBODYS_HASH));
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await isRightPassword("three quiet green lamps", hash)).toBe(true);
  expect(await isRightPassword("three quiet green lampS", hash)).toBe(false);
  expect(await isRightPassword("three quiet green lamps", null)).toBe(false);
  expect(await isRightPassword("u\u0308ber alle maßen", await hashPassword("über alle maßen"))).toBe(true);
});

test.each([
  ["203.0.113.9", 1, "203.0.113.9"],
  ["6.6.6.6, 203.0.113.9", 1, "203.0.113.9"],
  ["6.6.6.6, 203.0.113.9, 10.0.0.1", 2, "203.0.113.9"],
  ["203.0.113.9", 3, "203.0.113.9"],
  ["203.0.113.9", 0, null],
  [null, 1, null],
  ["unknown", 1, null],
  ["::ffff:203.0.113.9", 1, "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::6", 1, "2001:db8:1:2::/64"],
  ["2001:db8::6", 1, "2001:db8:0:0::/64"],
  ["::1", 1, "0:0:0:0::/64"],
])("%s behind %i proxies comes from %s", (forwarded, proxies, address) => {
  expect(callerOf(forwarded, proxies)).toBe(address);
});

test("Create account wants all six digits, and says what is wrong beside each field", () => {
  const typed = { ...OWNER, role: "mentee", agreement: "yes" };
  expect(CreateAccountInput.parse({ ...typed, number: " 100 0\u200b04" }).number).toBe("100004");
  const kept = CreateAccountInput.parse({ ...typed, email: " Tomas.O’Brien@Bücher.example\u200b" });
  expect(kept.email).toBe("Tomas.O'Brien@xn--bcher-kva.example");
  const wrong = CreateAccountInput.safeParse({ name: " ", email: "tomas", number: "10004" });
  expect(wrong.error?.issues.map(({ path }) => path[0]).sort()).toEqual(["agreement", "email", "name", "number", "role"]);
  for (const email of ["am\u0130na@example.org", "am ina@example.org", `${"a".repeat(190)}@example.org`, "\u200b"]) {
    expect(CreateAccountInput.safeParse({ ...typed, email }).error?.issues.map(({ path }) => path[0])).toEqual(["email"]);
  }
});
