import { expect, test } from "vitest";
import { oneLine } from "@/lib/foundation/typed-text";
import { senderOf } from "./mail";

test.each([
  ["Amina\r\nBcc: everybody@example.org", "Amina Bcc: everybody@example.org"],
  ["  two\t words\u0000 ", "two words"],
  ["line\u2028separator\u2029s", "line separator s"],
  ["gpj.\u202eevil", "gpj. evil"],
  ["Žofie O’Brien 🙂", "Žofie O’Brien 🙂"],
])("%j becomes the one line %j", (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test("a long line ends in an ellipsis and splits no character", () => {
  expect(oneLine("🙂".repeat(200), 10)).toBe(`${"🙂".repeat(9)}…`);
});

test("mail comes from the society, at the address of MAIL_FROM", () => {
  const society = { name: 'Institute "of"\nApplied Practice' };
  const from = '"Institute of Applied Practice" <connect@example.org>';
  expect(senderOf("Connect <connect@example.org>", society, { email: null })).toEqual({ from, replyTo: null });
  expect(senderOf(" connect@example.org ", society, { email: "help@example.org" })).toEqual({
    from,
    replyTo: "help@example.org",
  });
});
