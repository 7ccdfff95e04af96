import { beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { runNightly } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import { recordFindings } from "@/lib/foundation/deadlines/invariants";
import { ERASED_WORDS, FORMER_MEMBER } from "@/lib/foundation/wording";
import { listContracts } from "@/lib/mentoring/contracts/queries";
import { findGoal, listGoals } from "@/lib/mentoring/goals/queries";
import { listMeetings } from "@/lib/mentoring/meetings/queries";
import { findWorksheet, listWorksheets } from "@/lib/mentoring/worksheets/queries";
import { findMeetingFile } from "@/lib/notify/calendar/queries";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import { listNotifications } from "@/lib/notify/notices/queries";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { erase } from "@/lib/pairing/leaving/commands";
import { reopen } from "@/lib/pairing/proposals/commands";
import { checkProposals } from "@/lib/pairing/proposals/invariants";
import { findProposal, listRelationships } from "@/lib/pairing/proposals/queries";
import { comeBack } from "@/lib/people/accounts/commands";
import { countMatters } from "@/lib/people/accounts/queries";
import { recordSignIn } from "@/lib/people/auth/record-sign-in";
import { makeArchive } from "@/lib/people/privacy/archive";
import { loadKnown } from "@/lib/people/privacy/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { live } from "@/testing/privacy/lives";
import { dump, dumpOpened, fillWithTokens } from "@/testing/privacy/tokens";
import { onDay } from "@/testing/proposals/examples";

const SETTINGS = DEFAULT_SETTINGS;
const WHERE = { settings: SETTINGS, appUrl: "http://localhost:3000", from: "connect@example.org" };
const NOTHING = { proposals: 0, relationships: 0 };

beforeEach(async () => {
  await db().finding.deleteMany();
  await db().member.updateMany({ where: { staff: "admin", erasedAt: null }, data: { staff: "none" } });
});

const admin = async () => viewerOf(await insertMember({ staff: "admin" }));
const memberOf = (id: string) => db().member.findUniqueOrThrow({ where: { id } });

describe("erasing", () => {
  test("leaves no word of a member in any table, and every word of their partners", async () => {
    const { me, people, theirWords } = await live();
    const tokens = await fillWithTokens(me.id);
    const filled = new Set(tokens.map(({ table }) => table));
    for (const table of [
      "members",
      "mentor_profiles",
      "mentee_profiles",
      "proposals",
      "proposal_texts",
      "notifications",
      "mails",
      "contracts",
      "messages",
      "meetings",
      "sheet_versions",
      "goal_steps",
      "reflections",
      "relationships",
      "calendar_feeds",
      "support_requests",
      "support_entries",
      "support_attachments",
      "support_messages",
      "staff_letters",
      "today_dismissals",
      "today_acts",
    ])
      expect([...filled]).toContain(table);
    const suggested = await db().mail.findFirstOrThrow({ where: { memberId: people.stranger.id, kind: "proposal-rejected" } });
    expect([suggested.aboutId, suggested.namedIds]).toEqual([people.refuser.id, expect.arrayContaining([me.id])]);
    expect((await getMailboxMail(suggested.key))?.html).toContain("suggestedheadline");
    const before = await dumpOpened();
    expect(tokens.filter(({ token }) => !before.includes(token))).toEqual([]);
    const staff = await admin();
    expect(await erase(me.id, staff, onDay(2))).toEqual({ ok: true, value: null });
    await deliverMails(onDay(2));
    const after = await dumpOpened();
    expect(tokens.filter(({ token }) => after.includes(token))).toEqual([]);
    for (const word of ["suggestedheadline", me.name, me.email, `: ${me.number}`]) expect(after).not.toContain(word);
    for (const word of theirWords) expect(after).toContain(word);
    expect(await memberOf(me.id)).toMatchObject({
      number: `erased-${me.id}`,
      name: FORMER_MEMBER,
      issuer: null,
      isMentor: true,
      sessionEpoch: 2,
    });
    expect(await countMatters(me.id, onDay(2))).toEqual({ mentor: NOTHING, mentee: NOTHING });
    expect(await db().mentorListing.count({ where: { memberId: me.id } })).toBe(0);
    expect(await recordFindings([checkProposals()], onDay(2))).toBe(0);
  });

  test("partners are told, and keep what is theirs, with a former member", async () => {
    const { me, people, proposals } = await live();
    await erase(me.id, await admin(), onDay(2));
    await deliverMails(onDay(2));
    const mentee = viewerOf(people.mentee);
    const guided = await findProposal(mentee, proposals.guided, SETTINGS, onDay(3));
    expect(guided?.partner).toMatchObject({ name: FORMER_MEMBER, email: null, headline: null, isActive: false });
    expect([guided?.text.objectives, guided?.relationship?.endedAt]).toEqual(["theirplans", onDay(2)]);
    const waiting = await findProposal(viewerOf(people.asker), proposals.waiting, SETTINGS, onDay(3));
    expect([waiting?.text.objectives, waiting?.proposal.withdrawnBecause]).toEqual(["theirhopes", "mentor-left"]);
    expect(waiting?.allowed).toEqual([]);
    const reopened = await reopen(viewerOf(people.asker), proposals.waiting, SETTINGS, onDay(3));
    expect(reopened.ok).toBe(false);
    const declined = await findProposal(viewerOf(people.refused), proposals.declined, SETTINGS, onDay(3));
    expect([declined?.text.objectives, declined?.proposal.rejectionReason]).toEqual(["theirobjectives", ERASED_WORDS]);
    const rejected = await findProposal(viewerOf(people.refuser), proposals.rejected, SETTINGS, onDay(3));
    expect([rejected?.text.objectives, rejected?.proposal.rejectionReason]).toEqual([ERASED_WORDS, "theirreason"]);
    expect((await listRelationships(mentee, "mentee")).rows[0]?.partnerName).toBe(FORMER_MEMBER);
    expect((await listNotifications(mentee)).items[0]).toMatchObject({
      kind: "relationship-closed",
      partnerName: FORMER_MEMBER,
    });
    const mail = await db().mail.findFirstOrThrow({ where: { memberId: people.mentee.id, kind: "relationship-closed" } });
    expect(mail).toMatchObject({ status: "sent", subject: "Your mentoring with a former member has ended" });
  });

  test("what the two shared stays readable for the partner: their own words, and a sentence for those of the other", async () => {
    const { me, people, proposals } = await live();
    await erase(me.id, await admin(), onDay(2));
    await deliverMails(onDay(2));
    const [viewer, id] = [viewerOf(people.mentee), proposals.guided];
    const { messages } = await findConversation(viewer, id);
    expect(messages.map(({ words }) => words)).toEqual([ERASED_WORDS, "theirmessage"]);
    const meetings = await listMeetings(viewer, id, onDay(3));
    expect(meetings.map(({ words, isOrganiser }) => [isOrganiser, words.title]).sort()).toEqual([
      [false, ERASED_WORDS],
      [true, "theirtitle"],
    ]);
    for (const { meeting } of meetings) {
      const file = await findMeetingFile(viewer, id, meeting.id, WHERE);
      expect(file?.words?.title).toBe(meeting.organiserId === me.id ? undefined : "theirtitle");
    }
    const worksheets = await listWorksheets(viewer, id, "swot");
    expect(worksheets.map(({ words }) => words.title).sort()).toEqual([ERASED_WORDS, "theirsheet"].sort());
    for (const { id: worksheetId, words } of worksheets)
      expect((await findWorksheet(viewer, id, worksheetId, 1))?.words.title).toBe(words.title);
    const goals = await listGoals(viewer, id);
    expect(goals.map(({ words }) => words.what).sort()).toEqual([ERASED_WORDS, "theirgoal"].sort());
    for (const goal of goals) {
      const found = await findGoal(viewer, id, goal.id);
      const isTheirs = goal.words.what === "theirgoal";
      expect(found?.steps.map(({ note, authorName }) => [note, authorName])).toEqual([
        [isTheirs ? "theirnote" : null, isTheirs ? people.mentee.name : FORMER_MEMBER],
        [null, isTheirs ? people.mentee.name : FORMER_MEMBER],
      ]);
    }
    const [contract] = await listContracts(viewer, id);
    expect([contract?.text, contract?.signatures.mentor?.name]).toEqual([null, null]);
    const mails = await db().mail.findMany({ where: { memberId: people.mentee.id, kind: "meeting-arranged" } });
    expect(mails).toEqual([expect.objectContaining({ status: "sent", sealed: null, calendar: null })]);
    expect((await getMailboxMail(mails[0]?.key ?? ""))?.subject).toBe("About somebody whose data has been erased");
    const theirs = await loadKnown(people.mentee.id);
    expect(theirs.rows.get("messages")).toHaveLength(2);
    const setting = { settings: SETTINGS, timeZone: "Europe/London", now: onDay(3) };
    let bytes = 0;
    for await (const piece of makeArchive(theirs, setting, async () => null)) bytes += piece.length;
    expect(bytes).toBeGreaterThan(0);
  });

  test("the last mail reaches them, without a name, and then forgets the address", async () => {
    const member = await insertMentee();
    await erase(member.id, await admin(), onDay(2));
    const mails = () => db().mail.findMany({ where: { memberId: member.id } });
    const [waiting] = await mails();
    expect(waiting).toMatchObject({ kind: "account-erased", status: "waiting", toAddress: member.email });
    expect(waiting?.text).toContain("Hello,");
    await runNightly(onDay(2));
    const sent: string[] = [];
    const transport = {
      send: async ({ toAddress }: { toAddress: string }) => {
        sent.push(toAddress);
        return { kind: "unavailable" as const, reason: `${toAddress} cannot be reached` };
      },
    };
    await deliverMails(onDay(2), { transport: transport as never });
    expect(sent).toEqual([member.email]);
    expect((await mails())[0]).toMatchObject({ status: "waiting", toAddress: member.email, lastError: null });
    await deliverMails(onDay(3));
    expect(await mails()).toEqual([expect.objectContaining({ status: "sent", toAddress: null, providerId: null })]);
    expect(await dump()).not.toContain(member.email);
  });

  test("once is enough, five times at once and again later", async () => {
    const { me } = await live();
    const staff = await admin();
    await Promise.all(Array.from({ length: 5 }, () => erase(me.id, staff, onDay(2))));
    await deliverMails(onDay(2));
    expect((await erase(me.id, staff, onDay(9))).ok).toBe(true);
    const facts = await db().auditEvent.findMany({ where: { subjectId: me.id, fact: "erased" } });
    expect(facts).toEqual([expect.objectContaining({ actor: "staff", actorId: staff.memberId, at: onDay(2), data: {} })]);
    expect(await db().mail.count({ where: { memberId: me.id } })).toBe(1);
    expect((await memberOf(me.id)).erasedAt).toEqual(onDay(2));
  });

  test("what was on its way at that moment is gone in the morning", async () => {
    const { me, people, proposals } = await live();
    await erase(me.id, await admin(), onDay(2));
    await db().mail.updateMany({
      where: { memberId: people.mentee.id, aboutId: me.id },
      data: { html: "latecomer", status: "sent", nextAttemptAt: null },
    });
    await db().proposalText.updateMany({ where: { proposalId: proposals.rejected }, data: { contribution: "latecomer" } });
    expect((await runNightly(onDay(3))).erasedAgain).toBeGreaterThan(0);
    expect(await dump()).not.toContain("latecomer");
  });
});

describe("whom", () => {
  test("only staff erase, an administrator whoever works for the society, and nobody the last administrator", async () => {
    const [member, helper] = [await insertMentor(), await insertMember({ staff: "staff" })];
    const last = await insertMember({ staff: "admin" });
    const chief = viewerOf(last);
    expect(await erase(member.id, viewerOf(await insertMentor()), onDay(1))).toEqual({ ok: false, reason: "not-staff" });
    expect(await erase(helper.id, viewerOf(helper), onDay(1))).toEqual({ ok: false, reason: "admin-only" });
    expect(await erase("00000000-0000-4000-8000-00000000dead", chief, onDay(1))).toEqual({ ok: false, reason: "not-found" });
    expect(await erase(last.id, chief, onDay(1))).toEqual({ ok: false, reason: "last-admin" });
    expect(await memberOf(last.id)).toMatchObject({ status: "active", sessionEpoch: 0, name: last.name });
    expect((await erase(helper.id, chief, onDay(1))).ok).toBe(true);
    expect((await erase(member.id, chief, onDay(1))).ok).toBe(true);
  });

  test("of two administrators who erase each other at once, one stays", async () => {
    for (let round = 0; round < 30; round++) {
      await db().member.updateMany({ where: { staff: "admin" }, data: { staff: "none" } });
      const [one, two] = [await insertMember({ staff: "admin" }), await insertMember({ staff: "admin" })];
      await Promise.all([erase(one.id, viewerOf(two), onDay(1)), erase(two.id, viewerOf(one), onDay(1))]);
      expect(await db().member.count({ where: { staff: "admin", status: "active" } }), `round ${round}`).toBe(1);
    }
  });

  test("the suspended and the departed too; whoever signs in again is somebody new", async () => {
    const suspended = await insertMentor({}, { status: "suspended" });
    const staff = await admin();
    expect((await erase(suspended.id, staff, onDay(1))).ok).toBe(true);
    const gone = await memberOf(suspended.id);
    expect(gone).toMatchObject({ status: "deleted", isMentor: true, subject: null });
    const departed = { memberId: gone.id, name: gone.name, isMentor: true, isMentee: false, staff: "none" as const };
    await comeBack(departed, { mentor: true, mentee: false }, onDay(2));
    expect((await memberOf(gone.id)).status).toBe("deleted");
    const { issuer, subject, number, name, email } = suspended;
    const claims = { issuer: issuer ?? "", subject: subject ?? "", number, name, email, standing: "current" as const };
    const again = await recordSignIn(claims, onDay(3));
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && again.value).not.toBe(suspended.id);
  });
});
