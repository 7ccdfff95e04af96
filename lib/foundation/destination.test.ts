import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asRole, destinationField, onTheWay, readDestination, roleIn } from "./destination";

describe("a page of ours is led to", () => {
  test.each([
    ["/support/6f9619ff", "/support/6f9619ff"],
    ["/mentors?topic=1&q=leading%20a%20team", "/mentors?topic=1&q=leading+a+team"],
    ["/relationships/1/details?as=mentor", "/relationships/1/details?as=mentor"],
    ["/admin/support?text=H-7K3Q9", "/admin/support?text=H-7K3Q9"],
    ["/", "/"],
  ])("%s", (given, path) => expect(readDestination(given)).toBe(path));

  test("without what was for one visit alone", () => {
    expect(readDestination("/relationships/1?done=accepted&_rsc=1x2y")).toBe("/relationships/1");
    expect(readDestination("/account?done=roles-saved&as=mentor#mails")).toBe("/account?as=mentor");
  });
});

/** Addresses that browsers, or parsers, read as another site's, or that lead round in a circle. */
const ELSEWHERE = [
  ...["https://evil.example", "//evil.example", "/\\evil.example", "\\/evil.example", "\\\\evil.example", "///evil.example"],
  ...["/\t/evil.example", "/\n/evil.example", "/\t\\evil.example", " //evil.example", "\0//evil.example"],
  ...["/.//evil.example", "/..//evil.example", "/a/..//evil.example", "/%2e//evil.example", "/./\\evil.example"],
  ...["javascript:alert(1)", "data:text/html,x", "mailto:a@evil.example", "@evil.example", "evil.example", "", "relationships"],
  ...["/sign-in", "/sign-in?to=/mentors", "/choose-account", "/come-back", "/join", "/api/auth/signout", "/_next/static/x"],
  ...["/a/../sign-in", `/${"x".repeat(1000)}`, `/${"é".repeat(400)}`],
];

test.each([...ELSEWHERE, null, undefined, 1, ["/mentors"]])("%j is not", (given) => {
  expect(readDestination(given)).toBeNull();
});

const piece = fc.oneof(
  fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2f",
    "%5c",
    "%2e",
    "//",
    "\t",
    "\n",
    "\r",
    " ",
    "?",
    "#",
    "@",
    ":",
    "&",
    "=",
    "to",
    "as",
  ),
  fc.constantFrom(
    "evil.example",
    "https:",
    "javascript:",
    "mentors",
    "sign-in",
    "mentor",
    "\u0000",
    "\u2028",
    "\uff0f",
    "\ud800",
  ),
  fc.string({ maxLength: 6, unit: "binary" }),
);
const address = fc.oneof(
  fc.webUrl(),
  fc.string({ maxLength: 60 }),
  fc.array(piece, { maxLength: 12 }).map((all) => `/${all.join("")}`),
);

test("whatever is given, nobody is led to another site, as a browser reads it from any page of ours", () => {
  fc.assert(
    fc.property(address, (given) => {
      for (const read of [readDestination(given), destinationField.safeParse(given).data ?? null]) {
        if (read === null) continue;
        for (const from of [
          "https://mentoring.example.org/",
          "http://localhost:3000/sign-in?to=x",
          "https://a.example/b/c/d",
        ]) {
          expect(new URL(read, from).origin).toBe(new URL(from).origin);
          expect(new URL(`${read}${read.includes("?") ? "&" : "?"}done=switched`, from).origin).toBe(new URL(from).origin);
        }
        // A header, an attribute and a cookie can hold it, and reading it again changes nothing.
        expect(read).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        expect(readDestination(read)).toBe(read);
        const carried = new URL(onTheWay("/sign-in", read), "https://mentoring.example.org");
        expect(carried.pathname).toBe("/sign-in");
        expect(carried.searchParams.get("to") ?? "/").toBe(read);
        for (const role of ["mentor", "mentee"] as const) {
          expect(roleIn(asRole(read, role))).toBe(role);
          expect(new URL(asRole(read, role), "https://a.example").origin).toBe("https://a.example");
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test("Home needs not be said, and a role is one of the two", () => {
  expect(onTheWay("/sign-in", null)).toBe("/sign-in");
  expect(onTheWay("/choose-account", "/")).toBe("/choose-account");
  expect(onTheWay("/sign-in", "/mentors?as=mentee")).toBe("/sign-in?to=%2Fmentors%3Fas%3Dmentee");
  expect(roleIn("/mentors?as=admin")).toBeNull();
  expect(roleIn("/mentors")).toBeNull();
  expect(roleIn(null)).toBeNull();
  expect(asRole("/account#mails", null)).toBe("/account#mails");
});
