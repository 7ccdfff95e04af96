import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { resendFailed } from "@/lib/notify/mailbox/commands";
import { listMails } from "@/lib/notify/mailbox/queries";
import { send } from "@/lib/pairing/conversations/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { exportLines } from "@/lib/society/audit/commands";
import { listLines } from "@/lib/society/audit/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { dismiss } from "@/lib/staff/inbox/commands";
import { listAside, listOfKind } from "@/lib/staff/inbox/queries";
import { findTrail } from "@/lib/staff/members/entry/queries";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay } from "@/testing/proposals/examples";
import { answer, note, sort, take } from "./answering/commands";
import { findRequest, listQueue } from "./answering/queries";
import { ask, reply } from "./commands";
import type { Asked } from "./input";
import { findAttachment, findHelp, findOwnRequest } from "./queries";
import { MOST_PER_DAY } from "./request";

const DAY_2 = onDay(2);
const NO_FILTERS = { state: null, kind: null, who: "", from: "", until: "" };
const ASKED = { category: "technical", subject: "The page is blank", words: "It stays white.", messages: [] } as const;
const PDF = { name: "proof.pdf", picture: null, pdf: new TextEncoder().encode("%PDF-1.7 proof") };

beforeEach(async () => {
  await db().supportRequest.deleteMany();
  await db().member.updateMany({ where: { staff: { not: "none" } }, data: { staff: "none" } });
});

const newAsked = (changes: Partial<Asked> = {}): Asked => ({ ...ASKED, messages: [], id: randomUUID(), ...changes });

async function begin(changes: Partial<Asked> = {}) {
  const [member, staff] = [await insertMentor(), await insertMember({ staff: "staff", name: "Helen Marsh" })];
  const asked = newAsked(changes);
  expect(await ask(viewerOf(member), asked, [], DAY_2)).toEqual({ ok: true, value: asked.id });
  return { member, staff, id: asked.id, asked };
}

const answered = (id: string, changes = {}) => {
  return { id, entryId: randomUUID(), version: 1, words: "Try again now.", next: "wait" as const, ...changes };
};
const factsOf = async (id: string) =>
  (await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(
    ({ actor, fact }) => `${actor} ${fact}`,
  );
const toldOf = async ({ id }: TestMember) => {
  const by = { where: { memberId: id, kind: { startsWith: "support-" } }, orderBy: { createdAt: "asc" } } as const;
  const [notices, mails] = [await db().notification.findMany(by), await db().mail.findMany(by)];
  expect(notices.map(({ key }) => key)).toEqual(mails.map(({ key }) => key));
  return notices.map(({ kind }) => kind);
};

describe("a request", () => {
  test("is there once, however often it is sent, with a reference of its own, and its member is told", async () => {
    const member = await insertMentor();
    const asked = newAsked();
    const file = { ...PDF, id: randomUUID() };
    const results = await Promise.all(Array.from({ length: 8 }, () => ask(viewerOf(member), asked, [file], DAY_2)));
    expect(results).toEqual(Array(8).fill({ ok: true, value: asked.id }));
    const own = await findOwnRequest(viewerOf(member), asked.id);
    expect(own).toMatchObject({
      subject: ASKED.subject,
      state: "open",
      reference: expect.stringMatching(/^H-[2-9A-HJ-NP-Z]{5}$/),
    });
    expect(own?.entries).toMatchObject([{ words: ASKED.words, attachments: [{ name: "proof.pdf", isPicture: false }] }]);
    expect(await toldOf(member)).toEqual(["support-received"]);
    expect(await factsOf(asked.id)).toEqual(["member request-opened"]);
    const other = await ask(viewerOf(member), { ...asked, words: "Something else." }, [], DAY_2);
    expect(other.ok && other.value).not.toBe(asked.id);
    expect((await findHelp(viewerOf(member))).requests).toHaveLength(2);
  });

  test("belongs to its member: nobody else reads it, writes in it or takes its files", async () => {
    const member = await insertMentor();
    const file = { ...PDF, id: randomUUID() };
    const asked = newAsked();
    await ask(viewerOf(member), asked, [file], DAY_2);
    const outsider = viewerOf(await insertMentor());
    expect(await findOwnRequest(outsider, asked.id)).toBeNull();
    expect(await reply(outsider, { id: asked.id, entryId: randomUUID(), words: "Mine." }, [], DAY_2)).toMatchObject({
      ok: false,
    });
    for (const as of ["member", "staff"] as const) expect(await findAttachment(outsider, as, asked.id, file.id)).toBeNull();
    expect((await findAttachment(viewerOf(member), "member", asked.id, file.id))?.name).toBe("proof.pdf");
    expect(await findRequest(viewerOf(member), asked.id)).toBeNull();
    expect((await listQueue(viewerOf(member), { state: "open" })).lines).toEqual([]);
    // The same id, by somebody else: it is another request.
    const taken = await ask(outsider, asked, [], DAY_2);
    expect(taken.ok && taken.value).not.toBe(asked.id);
  });

  test("is one of so many in a day", async () => {
    const viewer = viewerOf(await insertMentor());
    for (let i = 0; i < MOST_PER_DAY; i++) expect((await ask(viewer, newAsked(), [], DAY_2)).ok).toBe(true);
    expect(await ask(viewer, newAsked(), [], DAY_2)).toEqual({ ok: false, reason: "too-many" });
    expect((await ask(viewer, newAsked(), [], onDay(4))).ok).toBe(true);
  });
});

describe("messages that are shown", () => {
  const converse = async () => {
    const pair = await insertPartners();
    for (const [by, words] of [
      [pair.mentee, "First of all"],
      [pair.mentor, "A secret answer"],
      [pair.mentee, "Between us"],
    ] as const)
      await send(viewerOf(by), { relationshipId: pair.id, key: randomUUID(), words }, DAY_2);
    return { ...pair, staff: await insertMember({ staff: "staff" }) };
  };

  test("are exactly those that were ticked, sealed, and readable for staff and the member alone", async () => {
    const { id, mentee, mentor, staff } = await converse();
    await relationships.closeAll(mentor.id, DAY_2);
    const asked = newAsked({ category: "relationship", relationshipId: id, messages: [2] });
    expect((await ask(viewerOf(mentee), asked, [], onDay(3))).ok).toBe(true);
    const seen = await findRequest(viewerOf(staff), asked.id);
    expect(seen?.shown).toMatchObject([{ number: 2, senderName: "Gareth Pugh", words: "A secret answer" }]);
    expect(JSON.stringify(seen)).not.toMatch(/First of all|Between us/);
    expect((await findOwnRequest(viewerOf(mentee), asked.id))?.shown).toHaveLength(1);
    const [kept] = await db().supportMessage.findMany({ select: { words: true } });
    expect(kept?.words).not.toContain("secret");
    expect(await findOwnRequest(viewerOf(mentor), asked.id)).toBeNull();
  });

  test("are the viewer's to show, and there", async () => {
    const { id, mentee } = await converse();
    const stranger = viewerOf(await insertMentor());
    for (const [viewer, changes] of [
      [stranger, { relationshipId: id, messages: [1] }],
      [stranger, { relationshipId: id, messages: [] }],
      [viewerOf(mentee), { relationshipId: id, messages: [1, 9] }],
      [viewerOf(mentee), { messages: [1] }],
      [viewerOf(mentee), { aboutMemberId: stranger.memberId }],
      [viewerOf(mentee), { aboutMemberId: mentee.id }],
    ] as const)
      expect(
        await ask(viewer, newAsked({ ...changes, messages: [...("messages" in changes ? changes.messages : [])] }), [], DAY_2),
      ).toEqual({
        ok: false,
        reason: "not-theirs",
      });
    expect(await db().supportRequest.count()).toBe(0);
  });
});

describe("answering", () => {
  test("answers once, tells the member, and has it back when they write again", async () => {
    const { member, staff, id } = await begin();
    const first = answered(id);
    const results = await Promise.all(Array.from({ length: 6 }, () => answer(viewerOf(staff), first, onDay(3))));
    expect(results).toEqual(Array(6).fill({ ok: true, value: null }));
    expect(await findOwnRequest(viewerOf(member), id)).toMatchObject({ state: "waiting", waitingSince: onDay(3) });
    expect(await findRequest(viewerOf(staff), id)).toMatchObject({ isMine: true, version: 2 });
    const written = { id, entryId: randomUUID(), words: "Still white." };
    await Promise.all(Array.from({ length: 4 }, () => reply(viewerOf(member), written, [], onDay(4))));
    expect(await findOwnRequest(viewerOf(member), id)).toMatchObject({ state: "open", waitingSince: onDay(4) });
    const { version } = (await findRequest(viewerOf(staff), id)) ?? { version: 0 };
    expect((await answer(viewerOf(staff), answered(id, { version, words: "", next: "solve" }), onDay(5))).ok).toBe(true);
    const own = await findOwnRequest(viewerOf(member), id);
    expect([own?.state, own?.entries.map(({ kind, words }) => [kind, words])]).toEqual([
      "solved",
      [
        ["member", "It stays white."],
        ["answer", "Try again now."],
        ["member", "Still white."],
        ["answer", ""],
      ],
    ]);
    expect(await toldOf(member)).toEqual(["support-received", "support-answered", "support-solved"]);
    expect(await factsOf(id)).toEqual([
      "member request-opened",
      "staff request-answered",
      "member request-replied",
      "staff request-solved",
    ]);
    expect((await reply(viewerOf(member), { ...written, entryId: randomUUID() }, [], onDay(6))).ok).toBe(true);
    expect(await findOwnRequest(viewerOf(member), id)).toMatchObject({ state: "open" });
  });

  test("takes the last words of a thread once, also from a form that somebody went back to", async () => {
    const { member, staff, id } = await begin();
    const [own, answerer] = [viewerOf(member), viewerOf(staff)];
    const again = () => randomUUID();
    for (const version of [1, 2]) expect((await answer(answerer, answered(id, { version }), onDay(3))).ok).toBe(true);
    for (const at of [4, 5]) expect((await note(answerer, { id, entryId: again(), note: "Rang." }, onDay(at))).ok).toBe(true);
    for (const at of [6, 7])
      expect((await reply(own, { id, entryId: again(), words: "Thanks." }, [], onDay(at))).ok).toBe(true);
    const said = async () => (await findRequest(answerer, id))?.entries.map(({ words }) => words);
    expect(await said()).toEqual(["It stays white.", "Try again now.", "Rang.", "Thanks."]);
    expect(await toldOf(member)).toEqual(["support-received", "support-answered"]);
    // The same words for another end, or after what was said since, or with a file, are something new.
    expect((await answer(answerer, answered(id, { version: 3 }), onDay(8))).ok).toBe(true);
    expect((await answer(answerer, answered(id, { version: 4, next: "solve" }), onDay(8))).ok).toBe(true);
    expect((await reply(own, { id, entryId: again(), words: "Thanks." }, [], onDay(9))).ok).toBe(true);
    expect((await reply(own, { id, entryId: again(), words: "Thanks." }, [{ ...PDF, id: again() }], onDay(9))).ok).toBe(true);
    expect((await said())?.slice(4)).toEqual(["Try again now.", "Try again now.", "Thanks.", "Thanks."]);
  });

  test("of two answers at once one is sent, and none on top of what was not read", async () => {
    const { member, staff, id } = await begin();
    const others = await Promise.all(Array.from({ length: 5 }, () => insertMember({ staff: "staff" })));
    const results = await Promise.all([staff, ...others].map((one) => answer(viewerOf(one), answered(id), onDay(3))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(5).fill({ ok: false, reason: "changed-meanwhile", version: 2 }));
    expect(await toldOf(member)).toEqual(["support-received", "support-answered"]);
  });

  test("keeps notes among staff, takes and sorts, each with its line in the trail and once", async () => {
    const { member, staff, id } = await begin();
    const kept = { id, entryId: randomUUID(), note: "Asked the provider." };
    for (let i = 0; i < 2; i++) {
      expect((await note(viewerOf(staff), kept, onDay(3))).ok).toBe(true);
      expect((await take(viewerOf(staff), id, true, onDay(3))).ok).toBe(true);
      expect((await sort(viewerOf(staff), id, "other", onDay(3))).ok).toBe(true);
    }
    expect((await listQueue(viewerOf(staff), { state: "open", whose: "mine", category: "other" })).lines).toMatchObject([
      { id },
    ]);
    expect((await listQueue(viewerOf(staff), { state: "open", whose: "nobody" })).lines).toEqual([]);
    for (const reference of [member.number, (await findRequest(viewerOf(staff), id))?.reference.slice(2)])
      expect((await listQueue(viewerOf(staff), { state: "solved", reference })).lines).toMatchObject([{ id }]);
    expect((await listQueue(viewerOf(staff), { state: "open", reference: staff.number })).lines).toEqual([]);
    expect((await take(viewerOf(staff), id, false, onDay(3))).ok).toBe(true);
    expect(JSON.stringify(await findOwnRequest(viewerOf(member), id))).not.toContain("provider");
    expect(JSON.stringify(await findRequest(viewerOf(staff), id))).toContain("Asked the provider.");
    expect(await factsOf(id)).toEqual([
      "member request-opened",
      ...["noted", "taken", "sorted", "released"].map((fact) => `staff request-${fact}`),
    ]);
    expect(await toldOf(member)).toEqual(["support-received"]);
    const trail = await db().auditEvent.findMany({ where: { subjectId: id } });
    expect(JSON.stringify(trail.map(({ data }) => data))).not.toMatch(/provider|white|blank/);
  });

  test("is shut for members, for former staff, and for whom it concerns", async () => {
    const staff = await insertMember({ staff: "admin" });
    const concerned = await insertMember({ staff: "admin" });
    const member = await insertMentor();
    const file = { ...PDF, id: randomUUID() };
    const asked = newAsked({ category: "complaint", aboutMemberId: concerned.id });
    expect((await ask(viewerOf(member), asked, [file], DAY_2)).ok).toBe(true);
    const { id } = asked;
    const ownAsked = newAsked();
    await ask(viewerOf(staff), ownAsked, [], DAY_2);
    const former = { ...viewerOf(await insertMember()), staff: "admin" as const };
    const nothing = { ok: false, reason: "not-found" };
    for (const [who, which] of [
      [viewerOf(concerned), id],
      [viewerOf(member), id],
      [viewerOf(staff), ownAsked.id],
      [former, id],
    ] as const) {
      expect(await answer(who, answered(which, { next: "solve" }), onDay(3))).toEqual(nothing);
      expect(await note(who, { id: which, entryId: randomUUID(), note: "Mine." }, onDay(3))).toEqual(nothing);
      expect(await take(who, which, true, onDay(3))).toEqual(nothing);
      expect(await sort(who, which, "other", onDay(3))).toEqual(nothing);
      if (who !== former) expect(await findRequest(who, which)).toBeNull();
    }
    expect((await listQueue(viewerOf(concerned), { state: "open" })).lines.map((line) => line.id)).toEqual([ownAsked.id]);
    const { reference } = await db().supportRequest.findUniqueOrThrow({ where: { id } });
    expect((await listQueue(viewerOf(concerned), { state: "open", reference })).lines).toEqual([]);
    expect((await listQueue(viewerOf(staff), { state: "solved", reference: reference.slice(2) })).lines).toMatchObject([
      { id },
    ]);
    expect(await findAttachment(viewerOf(concerned), "staff", id, file.id)).toBeNull();
    expect((await findAttachment(viewerOf(staff), "staff", id, file.id))?.name).toBe("proof.pdf");
    const onToday = async (who: typeof member) =>
      (await listOfKind(viewerOf(who), "support-request", DEFAULT_SETTINGS, onDay(3)))?.rows ?? [];
    expect(await onToday(concerned)).toMatchObject([{ subjectId: ownAsked.id }]);
    expect(await onToday(staff)).toMatchObject([{ subjectId: id, names: [member.name], isOwn: false }]);
    expect(await onToday(member)).toEqual([]);
    expect(await factsOf(id)).toEqual(["member request-opened"]);
    await expect(db().supportRequest.update({ where: { id }, data: { handlerId: concerned.id } })).rejects.toThrow(/handler/);
    expect((await findOwnRequest(viewerOf(member), id))?.hasReader).toBe(true);
    await db().member.update({ where: { id: staff.id }, data: { staff: "none" } });
    expect((await findOwnRequest(viewerOf(member), id))?.hasReader).toBe(false);
  });

  test("leaves whom it concerns no trace of it: not in the trail, its file, the mails or what was put aside", async () => {
    const [staff, concerned] = [await insertMember({ staff: "admin" }), await insertMember({ staff: "admin" })];
    const member = await insertMentor();
    const asked = newAsked({ category: "complaint", aboutMemberId: concerned.id });
    expect((await ask(viewerOf(member), asked, [], DAY_2)).ok).toBe(true);
    const { id } = asked;
    await note(viewerOf(staff), { id, entryId: randomUUID(), note: "Serious." }, onDay(3));
    await db().mail.updateMany({ where: { key: `support:${id}:received` }, data: { status: "failed", nextAttemptAt: null } });
    expect(await resendFailed([`support:${id}:received`], viewerOf(staff), onDay(3))).toEqual({ ok: true, value: 1 });
    await dismiss(viewerOf(staff), `support-request:${id}:${DAY_2.getTime()}`, "I look after this complaint.", onDay(3));

    // A colleague takes a file of what is known of it, and the line of that names it as well.
    const about = { id, as: "either", actor: null, fact: null, from: null, to: null } as const;
    await exportLines({ memberId: staff.id, staff: "staff" }, about, onDay(3));

    const seenBy = async (who: TestMember) => {
      const asker = { memberId: who.id, staff: "staff" as const };
      const everything = { id: null, as: "either", actor: null, fact: null, from: null, to: null } as const;
      const trails = [everything, { ...everything, id }, { ...everything, id: member.id }, { ...everything, id: staff.id }];
      const viewer = { ...viewerOf(who), staff: "staff" as const };
      const { mails, lines } = await findTrail(viewer, member.id);
      return {
        trail: (await Promise.all(trails.map((filter) => listLines(asker, filter, null, 1000)))).map((found) =>
          found.filter((line) => line.subjectId === id || line.fact === "mail-sent-again").map(({ fact }) => fact),
        ),
        file: String(await exportLines(asker, everything, onDay(4))).includes(id),
        member: [...mails.map(({ kind }) => kind), ...lines.map(({ fact }) => fact)],
        mails: (await listMails(viewer, { ...NO_FILTERS, who: member.number }, "UTC", null)).mails.map(({ kind }) => kind),
        aside: (await listAside(viewer, onDay(4))).map(({ reason }) => reason),
      };
    };
    expect(await seenBy(concerned)).toEqual({ trail: [[], [], [], []], file: false, member: [], mails: [], aside: [] });
    const facts = ["audit-exported", "dismissed", "mail-sent-again", "request-noted", "request-opened"];
    const seen = await seenBy(staff);
    expect(seen.trail.map((found) => found.toSorted())).toEqual([
      facts,
      facts.toSpliced(2, 1),
      ["mail-sent-again", "request-opened"],
      facts.slice(0, 4),
    ]);
    expect({ ...seen, trail: [] }).toEqual({
      trail: [],
      file: true,
      member: ["support-received", "mail-sent-again"],
      mails: ["support-received"],
      aside: ["I look after this complaint."],
    });
  });

  test("leafs through the queue, longest waiting first, without losing or repeating one", async () => {
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const member = await insertMentor();
    const rows = Array.from({ length: 60 }, (_, i) => ({
      id: randomUUID(),
      reference: `H-${"ABCDEFGH"[i % 8]}${"ABCDEFGH"[Math.floor(i / 8)]}222`,
      memberId: member.id,
      category: "other",
      subject: `Request ${i}`,
      openedAt: onDay(1),
      waitingSince: onDay(1 + Math.floor(i / 7)),
    }));
    await db().supportRequest.createMany({ data: rows });
    const seen: { id: string; waitingSince: Date }[] = [];
    for (let after: string | undefined; ; ) {
      const { lines, next } = await listQueue(staff, { state: "open", after });
      seen.push(...lines);
      if (!next) break;
      after = next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(60);
    expect(seen.map(({ waitingSince }) => +waitingSince)).toEqual(
      seen.map(({ waitingSince }) => +waitingSince).sort((a, b) => a - b),
    );
  });
});
