import { expect, test } from "vitest";
import { type ClaimNames, type Given, namesOf, readClaims, valuesOf } from "./claims";

const NAMES: ClaimNames = {
  issuer: "https://society.example",
  number: "membership_number",
  standing: "membership_standing",
  current: "current",
  missing: "refused",
};
const GIVEN = {
  sub: "s-1",
  name: "Amina Okafor",
  email: "amina@example.org",
  membership_number: "100001",
  membership_standing: "current",
};

const read = (change: Given, names: Partial<ClaimNames> = {}) => readClaims([{ ...GIVEN, ...change }], { ...NAMES, ...names });
const claimed = (change: Given, names: Partial<ClaimNames> = {}) => read(change, names).claims;

test("reads what the society says, under the society's names", () => {
  expect(claimed({})).toEqual({
    issuer: "https://society.example",
    subject: "s-1",
    number: "100001",
    name: "Amina Okafor",
    email: "amina@example.org",
    standing: "current",
  });
  const other = { membership_number: undefined, membership_standing: undefined, member_no: 100001, paid: true };
  expect(claimed(other, { number: "member_no", standing: "paid", current: "true" })).toMatchObject({
    number: "100001",
    standing: "current",
  });
});

test.each<[unknown, string, string]>([
  ["Active", "active, paid, life", "current"],
  [" PAID ", "active, paid, life", "current"],
  ["Life member", "Active,Life Member", "current"],
  ["LifeMember", "Active,Life Member", "current"],
  [["staff", "Active"], "active", "current"],
  [[true], "true", "current"],
  [1, "1", "current"],
  ["Inactive", "active", "lapsed"],
  [["Lapsed", "Resigned"], "active", "lapsed"],
  ["suspended-for-fees", "current", "lapsed"],
  [false, "true", "lapsed"],
])("the standing %o is, where %s are current, %s", (membership_standing, current, standing) => {
  expect(claimed({ membership_standing }, { current })?.standing).toBe(standing);
});

test("without a standing, the society says what it means; a standing that came always counts", () => {
  for (const nothing of [undefined, null, " ", [], [""]]) {
    const none = { membership_standing: nothing };
    expect(read(none)).toEqual({ claims: null, missing: ["standing"] });
    expect(claimed(none, { missing: "current" })?.standing).toBe("current");
    expect(claimed(none, { missing: "register" })?.standing).toBe("on-register");
  }
  expect(claimed({ membership_standing: "lapsed" }, { missing: "current" })?.standing).toBe("lapsed");
});

test("a name is put together where it comes in two parts", () => {
  expect(claimed({ name: undefined, given_name: " Zoë ", family_name: "Müller" })?.name).toBe("Zoë Müller");
  expect(claimed({ name: "", given_name: ["Zoë"], family_name: ["Müller"] })?.name).toBe("Zoë Müller");
  expect(claimed({ given_name: "Zoë", family_name: "Müller" })?.name).toBe("Amina Okafor");
  expect(read({ name: undefined, given_name: "Zoë" }).missing).toEqual(["name"]);
});

test("of several values, the first usable one counts", () => {
  const several = {
    name: ["Amina Okafor"],
    email: ["nobody", "amina@example.org", "b@example.org"],
    membership_number: ["", 72],
  };
  expect(claimed(several)).toMatchObject({ name: "Amina Okafor", email: "amina@example.org", number: "72" });
});

test.each<[string, Given]>([
  ["custom_attributes.membership_number", { custom_attributes: { membership_number: ["m 72 0002"] } }],
  ["profiles.number", { profiles: [{ number: null }, { number: "m720002" }] }],
  ["https://society.example/claims/number", { "https://society.example/claims/number": "m720002" }],
  ["https://society.example/claims.number", { "https://society.example/claims": { number: "m720002" } }],
  ["a.b", { a: { c: 1 }, "a.b": "m720002" }],
])("a number at %s", (number, given) => {
  expect(claimed({ membership_number: undefined, ...given }, { number })?.number).toBe("m720002");
});

test("no path leads into what an object only inherits", () => {
  expect(read({}, { number: "constructor.name" }).missing).toEqual(["number"]);
  expect(read({}, { number: "name.length" }).missing).toEqual(["number"]);
});

test("what is signed comes first, and userinfo fills what it leaves out", () => {
  const signed = { sub: "s-1", email: "signed@example.org", name: " ", extra: { number: "1" }, membership_standing: "lapsed" };
  const userinfo = { ...GIVEN, extra: { number: "2", region: "north" } };
  expect(readClaims([signed, userinfo], { ...NAMES, number: "extra.number" }).claims).toMatchObject({
    email: "signed@example.org",
    name: "Amina Okafor",
    number: "1",
    standing: "lapsed",
  });
});

test.each([
  ["sub", "subject"],
  ["name", "name"],
  ["email", "email"],
  ["membership_number", "number"],
  ["membership_standing", "standing"],
])("without %s there is nobody", (claim, fact) => {
  for (const nothing of [undefined, "  "]) expect(read({ [claim]: nothing })).toEqual({ claims: null, missing: [fact] });
});

test("every missing fact is named at once", () => {
  expect(readClaims([{ sub: "s-1" }, {}], NAMES).missing).toEqual(["number", "name", "email", "standing"]);
});

test("for the log there are names, and no values", () => {
  expect(
    namesOf([
      { sub: "s-1", email: "a@example.org" },
      { sub: "s-1", extra: { number: "7" }, groups: ["staff"] },
    ]),
  ).toBe("sub email extra.number groups");
  expect(namesOf([{ "na\nme": 1 }])).toBe("na me");
});

test("what a further claim says comes from the first source that has it, as it is", () => {
  const signed = { branch: null, since: "2014", extra: [{ town: "York" }, { town: ["Hull"] }] };
  const userinfo = { branch: ["Wales", { name: "x" }], since: "2020" };
  expect(valuesOf([signed, userinfo], "branch")).toEqual(["Wales", { name: "x" }]);
  expect(valuesOf([signed, userinfo], "since")).toEqual(["2014"]);
  expect(valuesOf([signed, userinfo], "extra.town")).toEqual(["York", "Hull"]);
  for (const path of ["nothing", "extra.nothing", "constructor.name", "since.length", ""])
    expect(valuesOf([signed, userinfo], path), path).toEqual([]);
});
