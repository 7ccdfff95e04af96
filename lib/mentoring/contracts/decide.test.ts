import { describe, expect, test } from "vitest";
import type { Contract, Offer, Signing } from "./contract";
import { decide, nextText } from "./decide";

const NOW = new Date("2026-06-01T09:00:00Z");
const EARLIER = new Date("2026-05-01T09:00:00Z");
const TEXT = { title: "Mentoring contract", blocks: [] };
const [OLD, NEW] = ["a".repeat(64), "b".repeat(64)];

const offer = (documentNumber: number, digest = NEW, isOfProgramme = false): Offer => ({
  ...{ text: TEXT, digest, documentNumber, isOfProgramme },
});
const contract = (mentee: Date | null, mentor: Date | null): Contract => ({
  number: 1,
  isUnreadable: false,
  documentNumber: 1,
  isOfProgramme: false,
  digest: OLD,
  text: TEXT,
  signatures: { mentee: mentee && { name: "amina", at: mentee }, mentor: mentor && { name: "gareth", at: mentor } },
});
const signing = (changes: Partial<Signing> = {}): Signing => ({
  relationshipId: "00000000-0000-4000-8000-000000000009",
  isOpen: true,
  signerIs: "mentee",
  signerId: "00000000-0000-4000-8000-000000000001",
  partnerId: "00000000-0000-4000-8000-000000000002",
  signerName: "Amina Okafor",
  newest: null,
  offer: offer(1),
  ...changes,
});
const sign = (changes: Partial<Signing>, seen: string, name = "Amina Okafor") =>
  decide(signing(changes), { type: "sign", name, seen }, NOW);

const WAITING_FOR_MENTEE = contract(null, EARLIER);
const WAITING_FOR_MENTOR = contract(EARLIER, null);
const COMPLETE = contract(EARLIER, EARLIER);

describe("what is signed next", () => {
  test.each([
    ["the newest text, while neither has signed", null, 1, "offer"],
    ["what one has signed, whatever was published since", WAITING_FOR_MENTOR, 2, "waiting"],
    ["nothing, when both have signed the newest", COMPLETE, 1, "nothing"],
    ["nothing, when a society goes back to the text of the product", COMPLETE, 0, "nothing"],
    ["a newer text, which need not be", COMPLETE, 2, "offer"],
  ] as const)("%s", (_what, newest, documentNumber, is) => {
    const next = nextText({ newest, offer: offer(documentNumber) });
    expect(next.is).toBe(is);
    if (next.is === "offer") expect(next.isNewer).toBe(newest !== null);
  });
});

describe("a programme’s own text is another than the society’s, whatever their numbers", () => {
  test.each([
    ["the same of the programme", true, 1, true, 1, "nothing"],
    ["a newer one of the programme", true, 1, true, 2, "offer"],
    ["the programme’s first, after the society’s third", false, 3, true, 1, "offer"],
    ["the society’s again", true, 3, false, 1, "offer"],
    ["the product’s again", true, 1, false, 0, "offer"],
  ] as const)("%s", (_what, wasOfProgramme, signed, isOfProgramme, number, is) => {
    const newest = { ...COMPLETE, documentNumber: signed, isOfProgramme: wasOfProgramme };
    expect(nextText({ newest, offer: offer(number, NEW, isOfProgramme) }).is).toBe(is);
    expect(nextText({ newest: { ...WAITING_FOR_MENTOR, isOfProgramme: wasOfProgramme }, offer: offer(9) }).is).toBe("waiting");
  });
});

describe("a signature", () => {
  test("begins a contract with the text that was seen, and the partner is asked to sign", () => {
    const decided = sign({}, NEW, "amina okafor");
    expect(decided).toMatchObject({ ok: true, number: 1, begins: offer(1), name: "amina okafor", at: NOW });
    if (!decided.ok) throw new Error(decided.reason);
    expect(decided.notices).toEqual([
      {
        key: "contract:00000000-0000-4000-8000-000000000009:1:signed:mentee",
        to: "00000000-0000-4000-8000-000000000002",
        role: "mentor",
        kind: "contract-signed",
        proposalId: "00000000-0000-4000-8000-000000000009",
        aboutId: "00000000-0000-4000-8000-000000000001",
        data: {},
      },
    ]);
    expect(decided.facts).toMatchObject([
      { fact: "contract-signed", subject: "relationship", data: { number: 1, role: "mentee" } },
    ]);
  });

  test("joins the one that is there, on the same text, though a newer one was published", () => {
    const decided = sign({ newest: WAITING_FOR_MENTEE, offer: offer(2) }, OLD);
    expect(decided).toMatchObject({ ok: true, number: 1, begins: null, notices: [{ kind: "contract-complete" }] });
  });

  test("anew makes a second contract", () => {
    expect(sign({ newest: COMPLETE, offer: offer(2) }, NEW)).toMatchObject({ ok: true, number: 2, begins: offer(2) });
  });

  test.each([
    ["a relationship that is over", { isOpen: false }, NEW, "Amina Okafor", "ended"],
    ["a text that was replaced meanwhile", {}, OLD, "Amina Okafor", "text-changed"],
    [
      "the newest text, when the partner signed the one before",
      { newest: WAITING_FOR_MENTEE, offer: offer(2) },
      NEW,
      "Amina Okafor",
      "text-changed",
    ],
    ["one's own signature again", { newest: WAITING_FOR_MENTOR }, OLD, "Amina Okafor", "already-signed"],
    ["what both have signed", { newest: COMPLETE }, OLD, "Amina Okafor", "already-signed"],
    ["another's name", {}, NEW, "Gareth Pugh", "name-differs"],
    ["half a name", {}, NEW, "Amina", "name-differs"],
  ] as const)("is refused for %s", (_what, changes, seen, name, reason) => {
    expect(sign(changes, seen, name)).toEqual({ ok: false, reason });
  });
});
