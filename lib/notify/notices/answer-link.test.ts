import { expect, test } from "vitest";
import { type AnswerLink, readAnswerLink, signAnswerLink } from "./answer-link";
import { signUnsubscription } from "./unsubscribe";

const SECRET = ["a secret that is long enough for anybody"];
const NOW = new Date("2026-11-21T18:00:00Z");
const LINK: AnswerLink = {
  memberId: "0b8c6d4e-0000-4000-8000-000000000001",
  what: "met",
  subjectId: "0b8c6d4e-0000-4000-8000-0000000000aa",
  round: 2,
  until: new Date("2026-12-21T18:00:00Z"),
};

test("a link says who answers which question, and until when", () => {
  const token = signAnswerLink(LINK, SECRET);
  expect(token).toMatch(/^[\w.-]+$/);
  expect(readAnswerLink(token, "met", SECRET, NOW)).toEqual(LINK);
  expect(readAnswerLink(token, "met", SECRET, LINK.until)).toBeNull();
});

test("it is worth nothing for another question, with another secret, or when any part of it is changed", () => {
  const token = signAnswerLink(LINK, SECRET);
  expect(readAnswerLink(token, "available", SECRET, NOW)).toBeNull();
  expect(readAnswerLink(token, "met", ["another secret"], NOW)).toBeNull();
  for (let at = 0; at < token.length; at++) {
    const changed = `${token.slice(0, at)}${token[at] === "0" ? "1" : "0"}${token.slice(at + 1)}`;
    expect(readAnswerLink(changed, "met", SECRET, NOW)).toBeNull();
  }
});

test.each(["", "x", "a.b.c.d.e.f", "\u0000", `${signAnswerLink(LINK, SECRET)}.more`])("%j is no link", (token) => {
  expect(readAnswerLink(token, "met", SECRET, NOW)).toBeNull();
});

test("no other signed link passes for one", () => {
  const other = signUnsubscription({ memberId: LINK.memberId, what: "relationships" }, SECRET);
  expect(readAnswerLink(other, "met", SECRET, NOW)).toBeNull();
});

test("a link that an earlier secret signed works while we still know that secret", () => {
  const token = signAnswerLink(LINK, SECRET);
  expect(readAnswerLink(token, "met", ["a newer secret", ...SECRET], NOW)).toEqual(LINK);
  expect(signAnswerLink(LINK, ["a newer secret", ...SECRET])).not.toBe(token);
});
