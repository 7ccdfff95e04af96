import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { addMenteeProfile, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import * as relationships from "./commands";

async function begin(mentee: TestMember, mentor: TestMember): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await proposals.accept(viewerOf(mentor), sent.value, 1, DEFAULT_SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return sent.value;
}

const stateOf = (id: string) =>
  db().relationship.findUniqueOrThrow({ where: { id }, select: { endedAt: true, endedBecause: true, version: true } });
const toldOf = async ({ id }: TestMember) => {
  const where = { memberId: id, kind: "relationship-closed" };
  return [await db().notification.count({ where }), await db().mail.count({ where })];
};

describe("when an account goes", () => {
  test("its relationships end in both roles, partners are told once, and the mentor's place is free again", async () => {
    const leaving = await insertMentor({ capacity: 2 }, { isMentee: true });
    await addMenteeProfile(leaving.id);
    const mentees = [await insertMentee(), await insertMentee()];
    const mentor = await insertMentor();
    for (const mentee of mentees) await begin(mentee, leaving);
    const asMentee = await begin(leaving, mentor);
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(0);
    expect(await relationships.closeAll(leaving.id, onDay(2))).toBe(3);
    expect(await relationships.closeAll(leaving.id, onDay(3))).toBe(0);
    expect(await stateOf(asMentee)).toEqual({ endedAt: onDay(2), endedBecause: "mentee-left", version: 2 });
    for (const partner of [...mentees, mentor]) expect(await toldOf(partner)).toEqual([1, 1]);
    expect(await toldOf(leaving)).toEqual([0, 0]);
    expect(await db().mentorListing.count({ where: { memberId: mentor.id } })).toBe(1);
    const facts = await db().auditEvent.findMany({
      where: { subjectId: asMentee, subject: "relationship" },
      select: { fact: true },
    });
    expect(facts).toEqual([{ fact: "closed" }]);
  });

  test("twenty at once end it once", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await begin(mentee, mentor);
    const counts = await Promise.all(Array.from({ length: 20 }, () => relationships.closeAll(mentor.id, onDay(2))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect([(await stateOf(id)).version, await toldOf(mentee)]).toEqual([2, [1, 1]]);
  });

  test("what was left behind is closed at night, and nothing else", async () => {
    const [mentee, mentor, other, gone] = [
      await insertMentee(),
      await insertMentor(),
      await insertMentee(),
      await insertMentor(),
    ];
    const [stays, left] = [await begin(mentee, mentor), await begin(other, gone)];
    await db().member.update({ where: { id: gone.id }, data: { status: "deleted" }, select: { id: true } });
    expect(await relationships.closeLeftBehind(onDay(2))).toBe(1);
    expect((await stateOf(left)).endedBecause).toBe("mentor-left");
    expect((await stateOf(stays)).endedAt).toBeNull();
  });
});
