import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { sign } from "@/lib/mentoring/contracts/commands";
import { makeOffer } from "@/lib/mentoring/contracts/offer";
import { makeContractPdf } from "@/lib/mentoring/contracts/pdf";
import { listContracts } from "@/lib/mentoring/contracts/queries";
import { findDashboard } from "@/lib/mentoring/dashboard/queries";
import { findGoal, listGoals } from "@/lib/mentoring/goals/queries";
import { findMeeting, listMeetings } from "@/lib/mentoring/meetings/queries";
import { write } from "@/lib/mentoring/reflections/commands";
import { listReflections } from "@/lib/mentoring/reflections/queries";
import { makeRecordCsv } from "@/lib/mentoring/reflections/year-file";
import { findWorksheet, listWorksheets } from "@/lib/mentoring/worksheets/queries";
import { writeFeed, writeFile } from "@/lib/notify/calendar/calendar";
import { renewFeed } from "@/lib/notify/calendar/commands";
import { findFeedToken, findMeetingFile, listFeed } from "@/lib/notify/calendar/queries";
import { getMailboxMail, listMailbox } from "@/lib/notify/mailbox/mailbox";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { startApp } from "@/lib/people/auth/second-step/commands";
import { findNewAppSecret } from "@/lib/people/auth/second-step/queries";
import { makeArchive } from "@/lib/people/privacy/archive";
import { loadFile, loadKnown } from "@/lib/people/privacy/queries";
import { listAsked, listShown } from "@/lib/people/profile-questions/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { findRequest } from "@/lib/staff/support/answering/queries";
import { ask } from "@/lib/staff/support/commands";
import { findOwnRequest } from "@/lib/staff/support/queries";
import { insertPartners } from "@/testing/partners";
import { insertMember, viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { onDay } from "@/testing/proposals/examples";
import { shareWords } from "@/testing/shared-words";

const NOW = onDay(2);
const LATER = addDays(NOW, 1, "Europe/London");
const SETTINGS = DEFAULT_SETTINGS;
const WHERE = { settings: SETTINGS, appUrl: "https://mentoring.example.org", from: "connect@example.org" };

/** Two people who have used everything whose words are kept sealed, and somebody of the staff. */
export interface Together {
  id: string;
  viewer: Viewer;
  partner: Viewer;
  staff: Viewer;
  requestId: string;
  token: string;
  outsiderId: string;
}

export async function liveTogether(): Promise<Together> {
  const { id, mentee, mentor } = await insertPartners();
  const [viewer, partner] = [viewerOf(mentee), viewerOf(mentor)];
  // Accepted proposals have no reason for a no; what reads and seals them does not mind.
  const rejectionSealed = seal("proposals.rejectionSealed", id, "words of a no");
  await db().proposal.update({ where: { id }, data: { rejectionSealed }, select: { id: true } });
  for (const member of [mentee, mentor]) await shareWords(member, id, "words of", NOW);
  for (const [one, role] of [
    [viewer, "mentee"],
    [partner, "mentor"],
  ] as const) {
    const questionId = await insertQuestion({ role, readers: "partners" });
    const key = { memberId: one.memberId, questionId };
    const sealed = seal("profile_answers.sealed", [one.memberId, questionId], "words of an answer");
    await db().profileAnswer.create({ data: { ...key, sealed, answeredAt: NOW } });
  }
  for (const one of [viewer, partner]) {
    const words = { done: "", learned: "", use: "", free: "words of my own" };
    const entry = { heldOn: "2026-01-05", minutes: 60, isStructured: true, words, relationshipId: id };
    must(await write(one, randomUUID(), null, entry, NOW));
    await renewFeed(one, NOW);
    must(await startApp(one, NOW));
    const relationship = await findRelationship(one, id, NOW);
    if (!relationship) throw new Error("There is no such relationship.");
    const [begun = await makeOffer(one, relationship, SETTINGS, NOW)] = await listContracts(one, id);
    must(await sign(one, id, { type: "sign", name: one.name, seen: begun.digest }, SETTINGS, NOW));
  }
  const asked = { category: "other" as const, subject: "Help", words: "Help me.", relationshipId: id, messages: [1, 2] };
  const request = await ask(viewer, { ...asked, id: randomUUID() }, [], NOW);
  if (!request.ok) throw new Error(request.reason);
  const endpointId = randomUUID();
  const off = {
    createdAt: NOW,
    offAt: NOW,
    offBecause: "staff",
    secret: seal("webhook_endpoints.secret", endpointId, "secret"),
  };
  const endpoint = { id: endpointId, address: "https://members.example.org/", events: ["member.registered"], ...off };
  await db().webhookEndpoint.create({ data: endpoint, select: { id: true } });
  await deliverMails(LATER);
  const token = await findFeedToken(viewer);
  if (!token?.isReadable) throw new Error("There is no calendar address.");
  const staff = viewerOf(await insertMember({ staff: "admin" }));
  const outsiderId = (await insertMember()).id;
  return { id, viewer, partner, staff, requestId: request.value, token: token.words, outsiderId };
}

function must(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
}

/** Goes through everything that shows, sends or files sealed words. Says what broke, and all that was shown. */
export async function goEverywhere(together: Together): Promise<{ broken: string[]; shown: string }> {
  const broken: string[] = [];
  const shown: unknown[] = [];
  for (const [name, door] of doorsOf(together)) {
    try {
      shown.push(await door());
    } catch (error) {
      broken.push(`${name}: ${error}`);
    }
  }
  return { broken, shown: JSON.stringify(shown) };
}

type Door = [name: string, go: () => Promise<unknown>];

function doorsOf({ id, viewer, partner, staff, requestId, token, outsiderId }: Together): Door[] {
  const doors: Door[] = [
    [
      "calendar feed",
      async () => unfolded(writeFeed((await listFeed(token, WHERE, NOW)) ?? [], NOW, { name: "Meetings", refreshMinutes: 60 })),
    ],
    ["own request", () => findOwnRequest(viewer, requestId)],
    ["request for staff", () => findRequest(staff, requestId)],
    ["mail", () => deliverAgain(outsiderId)],
    ["mailbox", readMailbox],
  ];
  for (const one of [viewer, partner]) {
    const as = (name: string, go: () => Promise<unknown>) => doors.push([`${name} of ${one.name}`, go]);
    as("messages", () => findConversation(one, id));
    as("own answers", async () => [await listAsked(one, "mentee"), await listAsked(one, "mentor")]);
    as("partner's answers", async () => [
      await listShown(one, partner.memberId, "mentor"),
      await listShown(one, viewer.memberId, "mentee"),
    ]);
    as("proposal", () => findProposal(one, id, SETTINGS, NOW));
    as("dashboard", () => findDashboard(one, id, NOW));
    as("meetings", () => listMeetings(one, id, NOW));
    as("address", () => findFeedToken(one));
    as("second step", () => findNewAppSecret(one));
    as("reflections", () => readReflections(one));
    as("contracts", () => listContracts(one, id));
    as("download", () => download(one.memberId));
    as("worksheets", () => readWorksheets(one, id));
    as("goals", async () => Promise.all((await listGoals(one, id)).map((goal) => findGoal(one, id, goal.id))));
    as("meeting files", async () => {
      const ids = (await listMeetings(one, id, NOW)).map(({ meeting }) => meeting.id);
      await Promise.all(ids.map((meetingId) => findMeeting(one, id, meetingId, NOW)));
      const found = await Promise.all(ids.map((meetingId) => findMeetingFile(one, id, meetingId, WHERE)));
      return found.map((meeting) => meeting && unfolded(writeFile(meeting, NOW)));
    });
  }
  return doors;
}

/** The papers that take long to make. */
export async function makePapers({ id, viewer }: Together): Promise<number> {
  const contracts = await listContracts(viewer, id);
  const papers = await Promise.all(contracts.map((contract) => makeContractPdf(contract, SETTINGS)));
  return papers.reduce((sum, { length }) => sum + length, 0);
}

const unfolded = (file: string) => file.replaceAll("\r\n ", "");

export async function readReflections(one: Viewer) {
  const reflections = await listReflections(one, 2026);
  const record = { year: 2026, name: one.name, society: "A society", reflections, withNames: true, now: NOW };
  return { reflections, csv: makeRecordCsv(record) };
}

async function readWorksheets(one: Viewer, id: string) {
  const worksheets = (await Promise.all([listWorksheets(one, id, "swot"), listWorksheets(one, id, "g-star")])).flat();
  const versions = worksheets.flatMap((worksheet) =>
    Array.from({ length: worksheet.number }, (_, i) => ({ worksheet, number: i + 1 })),
  );
  return Promise.all(versions.map(({ worksheet, number }) => findWorksheet(one, id, worksheet.id, number)));
}

async function download(memberId: string) {
  const setting = { settings: SETTINGS, timeZone: "Europe/London", now: NOW };
  const load: Parameters<typeof makeArchive>[2] = ({ table, column, at }) => loadFile(memberId, table, column, at);
  const pieces: Uint8Array[] = [];
  for await (const piece of makeArchive(await loadKnown(memberId), setting, load)) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  return Object.values(files).map((bytes) => strFromU8(bytes));
}

async function readMailbox() {
  const { mails } = await listMailbox("", null);
  return Promise.all(mails.map(({ key }) => getMailboxMail(key)));
}

/** Everything that was sent is due again, kept as it was or to be written anew; so is a mail to somebody who has no part in it. */
async function deliverAgain(outsiderId: string): Promise<string> {
  // Those of the time before, which would be more each time.
  await db().mail.deleteMany({ where: { OR: [{ key: { startsWith: "again:" } }, { key: { startsWith: "outsider:" } }] } });
  const again = { status: "waiting", attempts: 0, nextAttemptAt: NOW };
  await db().mail.updateMany({ where: { status: { in: ["sent", "failed"] } }, data: again });
  await db().$executeRaw`
    INSERT INTO "mails" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt", "nextAttemptAt")
    SELECT concat('again:', gen_random_uuid()), "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt", ${NOW}
    FROM "mails" WHERE "kind" = 'meeting-arranged' AND "key" NOT LIKE 'again:%'`;
  const key = `outsider:${randomUUID()}`;
  await db().mail.create({ data: { key, memberId: outsiderId, kind: "password-changed", createdAt: NOW, nextAttemptAt: NOW } });
  await deliverMails(LATER);
  const { status, lastError } = await db().mail.findUniqueOrThrow({ where: { key } });
  if (status !== "sent") throw new Error(`A mail to somebody else is ${status}: ${lastError}`);
  const held = await db().mail.count({ where: { status: "waiting" } });
  if (held > 0) throw new Error(`${held} mails are held.`);
  return status;
}
