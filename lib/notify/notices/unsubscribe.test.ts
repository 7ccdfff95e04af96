import { expect, test } from "vitest";
import { CHOOSABLE_GROUPS } from "./groups";
import { readUnsubscription, signUnsubscription, type Unsubscription } from "./unsubscribe";

const memberId = "0b8c6d4e-0000-4000-8000-000000000001";
const SECRET = ["a secret of at least thirty-two characters"];
const TOKEN = signUnsubscription({ memberId, what: "relationships" }, SECRET);

test("a token says whose mails of which kind it stops, and is the same each time", () => {
  for (const what of [...CHOOSABLE_GROUPS, "digest"] as const) {
    const token = signUnsubscription({ memberId, what }, SECRET);
    expect(readUnsubscription(token, SECRET)).toEqual({ memberId, what });
    expect(signUnsubscription({ memberId, what }, SECRET)).toBe(token);
    expect(encodeURIComponent(token)).toBe(token);
  }
});

test.each([
  "",
  "..",
  "a.b.c",
  TOKEN.slice(0, -1),
  `${TOKEN}a`,
  `${TOKEN}.a`,
  TOKEN.replace("relationships", "account"),
  TOKEN.replace("0b8c", "1b8c"),
  TOKEN.toUpperCase(),
  TOKEN.replace(/[^.]*$/, ""),
  `${"é".repeat(43)}`,
])("%j is none of ours", (token) => {
  expect(readUnsubscription(token, SECRET)).toBeNull();
});

test("what cannot be switched off is not switched off by a token of ours either", () => {
  for (const what of ["proposals", "security", "no-such-group"]) {
    expect(readUnsubscription(signUnsubscription({ memberId, what } as Unsubscription, SECRET), SECRET)).toBeNull();
  }
});

test("a token made under another secret is none of ours", () => {
  expect(readUnsubscription(TOKEN, [`${SECRET}!`])).toBeNull();
});
