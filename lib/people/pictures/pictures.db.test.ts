import { describe, expect, it } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import { readFilters } from "@/lib/pairing/matching/input";
import { findMentors } from "@/lib/pairing/matching/queries";
import * as proposals from "@/lib/pairing/proposals/commands";
import { findProposal, listRelationships } from "@/lib/pairing/proposals/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { corners, photograph } from "@/testing/pictures/photographs";
import { WORDS } from "@/testing/proposals/examples";
import { removePicture, savePicture } from "./commands";
import { type MadePicture, makePicture } from "./decode";
import { findPicture } from "./queries";

const NOW = new Date("2026-03-02T10:00:00Z");
const [ONE, OTHER] = await Promise.all([made(await corners().png().toBuffer()), made(await photograph().jpeg().toBuffer())]);

describe("saving a picture", () => {
  it("keeps it in both sizes for whoever is signed in, under its own name alone, and is audited", async () => {
    const [member, other] = [await insertMember(), viewerOf(await insertMember())];
    expect(await savePicture(viewerOf(member), ONE, NOW)).toEqual({ ok: true, value: null });
    expect(await findPicture(other, member.id, ONE.picture, "small")).toEqual(ONE.small);
    expect(await findPicture(other, member.id, ONE.picture, "large")).toEqual(ONE.large);
    expect(await findPicture(other, member.id, OTHER.picture, "large")).toBeNull();
    expect(await findPicture(other, other.memberId, ONE.picture, "large")).toBeNull();
    expect(await findPicture(other, "nobody", ONE.picture, "large")).toBeNull();
    expect(await factsOf(member)).toEqual(["picture-saved"]);
  });

  it("replaces the one before: one picture a member", async () => {
    const member = await insertMember();
    await savePicture(viewerOf(member), ONE, NOW);
    await savePicture(viewerOf(member), OTHER, NOW);
    expect(await findPicture(viewerOf(member), member.id, ONE.picture, "large")).toBeNull();
    expect(await findPicture(viewerOf(member), member.id, OTHER.picture, "large")).toEqual(OTHER.large);
  });

  it("ends with one of the two when both are saved at once", async () => {
    const viewer = viewerOf(await insertMember());
    const results = await Promise.all([ONE, OTHER].map((picture) => savePicture(viewer, picture, NOW)));
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    const kept = await db().picture.findUniqueOrThrow({ where: { memberId: viewer.memberId } });
    const whole = kept.picture === ONE.picture ? ONE : OTHER;
    expect(kept).toMatchObject({ picture: whole.picture, small: whole.small, large: whole.large });
  });

  it("is refused to those suspended meanwhile, and writes nothing", async () => {
    const member = await insertMember({ status: "suspended" });
    expect(await savePicture(viewerOf(member), ONE, NOW)).toEqual({ ok: false, reason: "not-here" });
    expect(await factsOf(member)).toEqual([]);
  });

  it.each([
    ["a page", { large: new Uint8Array(Buffer.from("<script>alert(1)</script>")) }],
    ["a sound", { small: new Uint8Array(Buffer.from("RIFF\x04\0\0\0WAVE")) }],
    ["far too much", { large: new Uint8Array(Buffer.concat([ONE.large, Buffer.alloc(600_000)])) }],
    ["a name that is none", { picture: "../../etc/passwd" }],
  ])("the database itself refuses %s", async (_what, change) => {
    await expect(savePicture(viewerOf(await insertMember()), { ...ONE, ...change }, NOW)).rejects.toThrow(/_check/);
  });
});

describe("removing a picture", () => {
  it("takes it away, once or twice", async () => {
    const member = await insertMember();
    await savePicture(viewerOf(member), ONE, NOW);
    expect(await removePicture(viewerOf(member), ONE.picture, NOW)).toEqual({ ok: true, value: null });
    expect(await removePicture(viewerOf(member), ONE.picture, NOW)).toEqual({ ok: true, value: null });
    expect(await findPicture(viewerOf(member), member.id, ONE.picture, "small")).toBeNull();
    expect(await factsOf(member)).toEqual(["picture-saved", "picture-removed"]);
  });

  it("leaves a newer one, and another member's", async () => {
    const [member, other] = [await insertMember(), await insertMember()];
    await savePicture(viewerOf(member), OTHER, NOW);
    expect(await removePicture(viewerOf(member), ONE.picture, NOW)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await removePicture(viewerOf(other), OTHER.picture, NOW)).toEqual({ ok: true, value: null });
    expect(await findPicture(viewerOf(other), member.id, OTHER.picture, "small")).toEqual(OTHER.small);
  });
});

describe("who sees it", () => {
  it("nobody but themselves, of somebody suspended or gone", async () => {
    const [member, other] = [await insertMember(), await insertMember()];
    await savePicture(viewerOf(member), ONE, NOW);
    for (const status of ["suspended", "deleted"]) {
      await db().member.update({ where: { id: member.id }, data: { status }, select: { id: true } });
      expect(await findPicture(viewerOf(other), member.id, ONE.picture, "large")).toBeNull();
      expect(await findPicture(viewerOf(member), member.id, ONE.picture, "large")).toEqual(ONE.large);
    }
  });

  it("its name comes with the rows of lists and pages, and not with those of people who have gone", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor({ headline: "Zeppelins", searchText: "zeppelins" })];
    await savePicture(viewerOf(mentor), ONE, NOW);
    await savePicture(viewerOf(mentee), OTHER, NOW);
    const [asMentee, asMentor] = [viewerOf(mentee), viewerOf(mentor)];
    const { mentors } = await findMentors(asMentee, DEFAULT_SETTINGS, readFilters({ q: "zeppelins" }, DEFAULT_SETTINGS));
    expect(mentors.find(({ memberId }) => memberId === mentor.id)?.picture).toBe(ONE.picture);
    expect((await findMentor(asMentee, DEFAULT_SETTINGS, mentor.id, NOW))?.picture).toBe(ONE.picture);

    const sent = await proposals.send(asMentee, mentor.id, WORDS, DEFAULT_SETTINGS, NOW);
    const id = sent.ok ? sent.value : "";
    await proposals.accept(asMentor, id, 1, DEFAULT_SETTINGS, NOW);
    const seen = async () => [
      (await listRelationships(asMentee, "mentee")).rows[0]?.partnerPicture,
      (await findProposal(asMentee, id, DEFAULT_SETTINGS, NOW))?.partner.picture,
      (await listRelationships(asMentor, "mentor")).rows[0]?.partnerPicture,
      (await findProposal(asMentor, id, DEFAULT_SETTINGS, NOW))?.partner.picture,
    ];
    expect(await seen()).toEqual([ONE.picture, ONE.picture, OTHER.picture, OTHER.picture]);
    await db().member.update({ where: { id: mentor.id }, data: { status: "suspended" }, select: { id: true } });
    expect(await seen()).toEqual([null, null, OTHER.picture, OTHER.picture]);
  });

  it("goes with the member's row", async () => {
    const member = await insertMember();
    await savePicture(viewerOf(member), ONE, NOW);
    await db().member.delete({ where: { id: member.id } });
    expect(await db().picture.count({ where: { memberId: member.id } })).toBe(0);
  });
});

async function made(file: Uint8Array): Promise<MadePicture> {
  const result = await makePicture(file);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function factsOf(member: TestMember): Promise<string[]> {
  const events = await db().auditEvent.findMany({
    where: { subjectId: member.id },
    orderBy: { id: "asc" },
    select: { fact: true },
  });
  return events.map(({ fact }) => fact);
}
