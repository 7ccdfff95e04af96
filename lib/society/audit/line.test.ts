import { expect, test } from "vitest";
import { type AuditLine, sayLine, sayLinePlainly } from "./line";

const LINE: AuditLine = {
  id: 1n,
  at: new Date("2026-11-20T10:00:00Z"),
  actor: "staff",
  actorId: "a1",
  fact: "ended",
  subject: "relationship",
  subjectId: "r1",
  data: {},
  actorName: "Helen Marsh",
  subjectName: null,
  menteeName: "Mei Tanaka",
  mentorName: "Gareth Pugh",
};
const NOBODY = { subjectName: null, menteeName: null, mentorName: null };
const member = { ...NOBODY, subject: "member", subjectId: "m1", subjectName: "Sam Lowe" } as const;

test.each([
  [{}, "Helen Marsh ended the relationship of Mei Tanaka and Gareth Pugh."],
  [
    { data: { because: "mentee-left" } },
    "Helen Marsh ended the relationship of Mei Tanaka and Gareth Pugh (because mentee left).",
  ],
  [{ subject: "proposal", fact: "sent", data: { round: 1 } }, "Helen Marsh sent the proposal of Mei Tanaka to Gareth Pugh."],
  [
    { subject: "proposal", fact: "reminded", actor: "clock", actorId: null, actorName: null, data: { round: 2, day: 7 } },
    "A scheduled job sent a reminder about the proposal of Mei Tanaka to Gareth Pugh (round 2, day 7).",
  ],
  [
    { actor: "staff", fact: "extended", data: { months: 3 } },
    "Helen Marsh gave more time to the relationship of Mei Tanaka and Gareth Pugh (months 3).",
  ],
  [{ actor: "member", fact: "extended" }, "Helen Marsh agreed to extend the relationship of Mei Tanaka and Gareth Pugh."],
  [{ ...member, fact: "erased" }, "Helen Marsh erased Sam Lowe."],
  [{ ...member, actor: "member", actorId: "m1", fact: "signed-in" }, "Helen Marsh signed in."],
  [{ ...member, actorId: "m1", fact: "joined", data: { mentor: true, mentee: false } }, "Helen Marsh took on a role (mentor)."],
  [{ ...member, actorName: "a former member", fact: "erased" }, "A former member erased Sam Lowe."],
  [
    { ...NOBODY, subject: "settings", subjectId: null, fact: "changed", data: { list: "topics" } },
    "Helen Marsh changed the settings (list topics).",
  ],
  [
    { ...NOBODY, subject: "document", subjectId: null, fact: "published-text", data: { slug: "faq", number: 3 } },
    "Helen Marsh published text a text (slug faq, number 3).",
  ],
  [
    { data: { meeting: "0d5c8f7e-1111-4222-8333-444455556666" } },
    "Helen Marsh ended the relationship of Mei Tanaka and Gareth Pugh.",
  ],
] as const)("%j", (values, sentence) => {
  expect(sayLinePlainly({ ...LINE, ...values } as AuditLine)).toBe(sentence);
});

test("it leads to the pages of who and what", () => {
  expect(sayLine(LINE).flatMap(({ href }) => href ?? [])).toEqual(["/admin/members/a1", "/admin/relationships/r1"]);
  expect(sayLine({ ...LINE, ...NOBODY, subject: "settings", subjectId: null }).flatMap(({ href }) => href ?? [])).toHaveLength(
    1,
  );
});
