import { beforeEach, describe, expect, test } from "vitest";
import { plain } from "@/lib/foundation/blocks";
import { db } from "@/lib/foundation/db/client";
import { rotateKeys } from "@/lib/foundation/sealing/rotate";
import type { Viewer } from "@/lib/foundation/viewer";
import { backToSocietys, saveText } from "@/lib/pairing/programmes/texts/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { insertPairInProgramme } from "@/testing/programmes/pair";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { sign } from "./commands";
import { makeOffer } from "./offer";
import { contractDates, findSignedContract, listContracts } from "./queries";

const NOW = onDay(2);

let mentee: TestMember;
let mentor: TestMember;
let id: string;

beforeEach(async () => {
  [mentee, mentor] = [
    await insertMentee({}, { name: "Łucja <b>Żółć</b>" }),
    await insertMentor({}, { name: "Gareth {{society}} Pugh" }),
  ];
  id = await begin(mentee, mentor);
});

async function begin(one: TestMember, other: TestMember): Promise<string> {
  const sent = await proposals.send(viewerOf(one), other.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await proposals.accept(viewerOf(other), sent.value, 1, DEFAULT_SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return sent.value;
}

/** What is on the page of this member now, while neither has signed. */
async function seenBy(member: TestMember, at = NOW) {
  const relationship = await findRelationship(viewerOf(member), id, at);
  if (!relationship) throw new Error("There is no such relationship.");
  return makeOffer(viewerOf(member), relationship, DEFAULT_SETTINGS, at);
}

const signAs = async (member: TestMember, seen: string, at = NOW, name = member.name) =>
  sign(viewerOf(member), id, { type: "sign", name, seen }, DEFAULT_SETTINGS, at);

async function publish(number: number, body: string, publishedAt = onDay(1)): Promise<void> {
  await db().document.upsert({
    where: { slug_number: { slug: "contract", number } },
    create: { slug: "contract", number, title: "Our contract", body, createdAt: publishedAt, publishedAt },
    update: { body, publishedAt },
    select: { number: true },
  });
}
const unpublish = () => db().document.deleteMany({ where: { slug: "contract" } });

const contractsOf = (member: TestMember) => listContracts(viewerOf(member), id);
const toldOf = async ({ id: memberId }: TestMember, kind: string) => {
  const where = { memberId, kind };
  return [await db().notification.count({ where }), await db().mail.count({ where })];
};

describe("signing", () => {
  test("both sign the same text, whose names are words and nothing else, and each is told once", async () => {
    const offer = await seenBy(mentee);
    expect(JSON.stringify(offer.text)).toContain("Łucja <b>Żółć</b>");
    expect(JSON.stringify(offer.text)).toContain("Gareth {{society}} Pugh");
    expect((await seenBy(mentor)).digest).toBe(offer.digest);
    expect(await signAs(mentee, offer.digest, NOW, "lucja b zolc b")).toEqual({ ok: true, value: { isComplete: false } });
    expect([await toldOf(mentor, "contract-signed"), await toldOf(mentee, "contract-signed")]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(await findSignedContract(viewerOf(mentee), id, "1")).toBeNull();
    expect(await signAs(mentor, offer.digest, onDay(3))).toEqual({ ok: true, value: { isComplete: true } });
    expect([await toldOf(mentee, "contract-complete"), await toldOf(mentor, "contract-complete")]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const [contract] = await contractsOf(mentee);
    expect(contract).toMatchObject({
      number: 1,
      documentNumber: 0,
      text: offer.text,
      signatures: { mentee: { name: "lucja b zolc b", at: NOW }, mentor: { name: mentor.name, at: onDay(3) } },
    });
    expect(await contractsOf(mentor)).toEqual(await contractsOf(mentee));
    expect((await findSignedContract(viewerOf(mentor), id, "1"))?.digest).toBe(offer.digest);
    const facts = await db().auditEvent.findMany({
      where: { subjectId: id, subject: "relationship" },
      orderBy: { id: "asc" },
      select: { fact: true, data: true },
    });
    expect(facts).toEqual([
      { fact: "contract-signed", data: { number: 1, role: "mentee" } },
      { fact: "contract-completed", data: { number: 1, role: "mentor" } },
    ]);
  });

  test("stays as it was when names, the agreed end and the society's text become others", async () => {
    const offer = await seenBy(mentee);
    await signAs(mentee, offer.digest);
    await db().member.update({ where: { id: mentor.id }, data: { name: "Gareth Jones" }, select: { id: true } });
    await publish(1, "Something else for {{menteeName}}.");
    mentor = { ...mentor, name: "Gareth Jones" };
    expect(await signAs(mentor, (await seenBy(mentor)).digest)).toEqual({ ok: false, reason: "text-changed" });
    expect(await signAs(mentor, offer.digest)).toEqual({ ok: true, value: { isComplete: true } });
    expect((await contractsOf(mentor))[0]?.text).toEqual(offer.text);
    await unpublish();
  });

  test("is refused on a text that was replaced before it was signed, and for another's name", async () => {
    const offer = await seenBy(mentee);
    expect(await signAs(mentee, offer.digest, NOW, "Gareth Pugh")).toEqual({ ok: false, reason: "name-differs" });
    await publish(1, "{{menteeName}} and {{mentorName}}, version 1.");
    expect(await signAs(mentee, offer.digest)).toEqual({ ok: false, reason: "text-changed" });
    await publish(2, "Not before tomorrow.", onDay(3));
    expect(await signAs(mentee, (await seenBy(mentee)).digest)).toMatchObject({ ok: true });
    expect((await contractsOf(mentee))[0]).toMatchObject({ documentNumber: 1 });
    await unpublish();
  });

  test("anew, on a newer text, is a second contract beside the first", async () => {
    await publish(1, "Version 1 for {{menteeName}}.");
    const first = await seenBy(mentee);
    await signAs(mentee, first.digest);
    await signAs(mentor, first.digest);
    expect(await signAs(mentor, first.digest)).toEqual({ ok: false, reason: "already-signed" });
    await publish(2, "Version 2 for {{menteeName}}.");
    const second = await seenBy(mentor);
    await signAs(mentor, second.digest, onDay(5));
    expect(await signAs(mentee, second.digest, onDay(6))).toEqual({ ok: true, value: { isComplete: true } });
    expect((await contractsOf(mentee)).map(({ number, documentNumber, text }) => [number, documentNumber, text])).toEqual([
      [2, 2, second.text],
      [1, 1, first.text],
    ]);
    expect([await toldOf(mentee, "contract-signed"), await toldOf(mentor, "contract-complete")]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await unpublish();
  });

  test("is nobody else's, and over when the relationship is", async () => {
    const outsider = await insertMentee();
    const { digest } = await seenBy(mentee);
    expect(await signAs(outsider, digest)).toEqual({ ok: false, reason: "not-found" });
    await signAs(mentee, digest);
    expect(await contractsOf(outsider)).toEqual([]);
    const { agreedUntil } = await db().relationship.findUniqueOrThrow({ where: { id }, select: { agreedUntil: true } });
    expect(await signAs(mentor, digest, agreedUntil)).toEqual({ ok: false, reason: "ended" });
    await relationships.closeAll(mentee.id, onDay(4));
    expect(await signAs(mentor, digest, onDay(5))).toEqual({ ok: false, reason: "ended" });
    expect(await contractsOf(mentor)).toHaveLength(1);
  });
});

describe("in a programme", () => {
  const own = (staff: Viewer, programmeId: string, body: string, base: number) =>
    saveText(
      staff,
      { programmeId, slug: "contract" },
      { typed: { title: "Returners’ contract", body }, base, take: [], isPublishing: true },
      onDay(1),
    );
  const words = async (member: TestMember) =>
    (await seenBy(member)).text.blocks.map((block) => ("inlines" in block ? plain(block.inlines) : "")).join();

  test("its own words are signed, and stay as they were signed when staff change them or go back to the society’s", async () => {
    const pair = await insertPairInProgramme({ months: 6 });
    [mentee, mentor, id] = [pair.mentee, pair.mentor, pair.id];
    expect((await seenBy(mentee)).isOfProgramme).toBe(false);
    await own(pair.staff, pair.programmeId, "{{menteeName}} meets {{mentorName}} for {{months}}.", 0);
    const offer = await seenBy(mentee);
    // The programme's own months, not the society's.
    expect(await words(mentor)).toContain(`${mentee.name} meets ${mentor.name} for 6 months.`);
    expect(offer).toMatchObject({ isOfProgramme: true, documentNumber: 1, text: { title: "Returners’ contract" } });
    await signAs(mentee, offer.digest);
    await own(pair.staff, pair.programmeId, "Another one.", 1);
    expect(await signAs(mentor, offer.digest)).toEqual({ ok: true, value: { isComplete: true } });
    await backToSocietys(pair.staff, { programmeId: pair.programmeId, slug: "contract" }, onDay(1));
    const [signed] = await contractsOf(mentee);
    expect(signed).toMatchObject({ isOfProgramme: true, documentNumber: 1, text: offer.text });
    // The society's is another text: they may sign it, and need not.
    const societys = await seenBy(mentor);
    expect(await signAs(mentor, societys.digest)).toEqual({ ok: true, value: { isComplete: false } });
    const both = (await contractsOf(mentor)).map(({ number, isOfProgramme }) => [number, isOfProgramme]);
    expect(both).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test("a pair of the society’s scheme signs the society’s words", async () => {
    const pair = await insertPairInProgramme();
    const before = await seenBy(mentee);
    await own(pair.staff, pair.programmeId, "Of the programme.", 0);
    expect(await seenBy(mentee)).toEqual(before);
  });
});

describe("at the same moment", () => {
  test.each([1, 2, 3])("both sign: one begins, the other joins (%d)", async () => {
    const { digest } = await seenBy(mentee);
    const many = Array.from({ length: 6 }, (_, i) => signAs(i % 2 ? mentee : mentor, digest));
    const results = await Promise.all(many);
    expect(
      results
        .filter((one) => one.ok)
        .map((one) => one.ok && one.value.isComplete)
        .sort(),
    ).toEqual([false, true]);
    expect(new Set(results.flatMap((one) => (one.ok ? [] : [one.reason])))).toEqual(new Set(["already-signed"]));
    expect(await contractsOf(mentee)).toHaveLength(1);
    const told = [await toldOf(mentee, "contract-signed"), await toldOf(mentor, "contract-signed")].concat([
      await toldOf(mentee, "contract-complete"),
      await toldOf(mentor, "contract-complete"),
    ]);
    expect(told.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test("each on another text: one begins, the other is shown it", async () => {
    await publish(1, "Version 1.");
    const first = await seenBy(mentee);
    await publish(2, "Version 2.");
    const second = await seenBy(mentor);
    const results = await Promise.all([signAs(mentee, first.digest), signAs(mentor, second.digest)]);
    expect(results).toEqual([
      { ok: false, reason: "text-changed" },
      { ok: true, value: { isComplete: false } },
    ]);
    await unpublish();
  });

  test("one signs and the relationship ends: nothing is signed after the end", async () => {
    const { digest } = await seenBy(mentee);
    await Promise.all([signAs(mentee, digest), relationships.closeAll(mentor.id, NOW)]);
    expect(await signAs(mentor, digest)).toEqual({ ok: false, reason: "ended" });
  });
});

describe("what was signed", () => {
  const change = (assignment: string) =>
    db().$executeRawUnsafe(`UPDATE "contracts" SET ${assignment} WHERE "relationshipId" = '${id}'`);

  test.each([
    `"text" = "text" || 'x'`,
    `"digest" = 'x'`,
    `"documentNumber" = 7`,
    `"isOfProgramme" = true`,
    `"number" = 9`,
    `"menteeName" = 'tests.x'`,
    `"menteeSignedAt" = now()`,
    `"menteeSignedAt" = NULL, "mentorSignedAt" = now()`,
  ])("never changes: %s", async (assignment) => {
    await signAs(mentee, (await seenBy(mentee)).digest);
    await expect(change(assignment)).rejects.toThrow(/what was signed never changes/);
  });

  test("is not deleted but with its relationship", async () => {
    await signAs(mentee, (await seenBy(mentee)).digest);
    await expect(db().contract.deleteMany({ where: { relationshipId: id } })).rejects.toThrow(/stays with its relationship/);
    await db().relationship.delete({ where: { id }, select: { id: true } });
    expect(await db().contract.count({ where: { relationshipId: id } })).toBe(0);
  });

  test("one of a pair waits at most", async () => {
    await signAs(mentee, (await seenBy(mentee)).digest);
    const another = { relationshipId: id, number: 2, documentNumber: 0, digest: "x", mentorSignedAt: NOW };
    await expect(db().contract.create({ data: another })).rejects.toThrow(/Unique constraint/);
    await expect(db().contract.create({ data: { ...another, mentorSignedAt: null } })).rejects.toThrow(/contracts_signed/);
  });

  test("is kept sealed, can be sealed with another key, and is not read when it is another text", async () => {
    const { digest } = await seenBy(mentee);
    await signAs(mentee, digest);
    const [row] = await db().$queryRaw<
      { dump: string }[]
    >`SELECT c::text AS "dump" FROM "contracts" c WHERE "relationshipId" = ${id}::uuid`;
    expect(row?.dump).not.toMatch(/Łucja|Gareth|confidence/);
    const before = await contractsOf(mentee);
    await db().$executeRaw`ALTER TABLE "contracts" DISABLE TRIGGER "contracts_stay"`;
    await db().$executeRaw`UPDATE "contracts" SET "digest" = 'another' WHERE "relationshipId" = ${id}::uuid`;
    expect(await contractsOf(mentee)).toMatchObject([{ isUnreadable: true, text: { title: "Contract" } }]);
    await db().$executeRaw`UPDATE "contracts" SET "digest" = ${digest} WHERE "relationshipId" = ${id}::uuid`;
    await db().$executeRaw`ALTER TABLE "contracts" ENABLE TRIGGER "contracts_stay"`;
    expect(await contractsOf(mentee)).toEqual(before);
    expect(await rotateKeys()).toEqual({ sealedFirst: 0, sealedAnew: 0, rescued: 0, left: [] });
    // The same words under another key's name are let through, others under the same name are not.
    await change(`"text" = 'later' || substr("text", 6)`);
    await expect(change(`"text" = 'later.abc'`)).rejects.toThrow(/never changes/);
  });

  test("staff see that and when, and no words", async () => {
    const { digest } = await seenBy(mentee);
    await signAs(mentee, digest);
    expect([...(await contractDates([id])).values()]).toEqual([[{ number: 1, menteeSignedAt: NOW, mentorSignedAt: null }]]);
  });

  test("goes with the data of a member who is erased; the dates stay, and nothing can be put in its place", async () => {
    const { digest } = await seenBy(mentee);
    await signAs(mentee, digest);
    await signAs(mentor, digest);
    await change(`"text" = NULL, "menteeName" = NULL, "mentorName" = NULL`);
    expect(await contractsOf(mentor)).toMatchObject([
      { number: 1, text: null, signatures: { mentee: { name: null, at: NOW }, mentor: { name: null, at: NOW } } },
    ]);
    await expect(change(`"text" = 'tests.x'`)).rejects.toThrow(/never changes/);
    await expect(change(`"menteeName" = 'tests.x'`)).rejects.toThrow(/never changes/);
  });
});
