import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { makeContractPdf } from "@/lib/mentoring/contracts/pdf";
import { listContracts } from "@/lib/mentoring/contracts/queries";
import { findDashboard } from "@/lib/mentoring/dashboard/queries";
import { findGoal, listGoals } from "@/lib/mentoring/goals/queries";
import { findMeeting, listMeetings } from "@/lib/mentoring/meetings/queries";
import { listReflections } from "@/lib/mentoring/reflections/queries";
import { makeRecordCsv } from "@/lib/mentoring/reflections/year-file";
import { findAsked } from "@/lib/mentoring/surveys/queries";
import { findWorksheet, listWorksheets } from "@/lib/mentoring/worksheets/queries";
import { writeFeed, writeFile } from "@/lib/notify/calendar/calendar";
import { findFeedToken, findMeetingFile, listFeed } from "@/lib/notify/calendar/queries";
import { getMailboxMail, listMailbox } from "@/lib/notify/mailbox/mailbox";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { findItem } from "@/lib/pairing/readiness/queries";
import { findNewAppSecret } from "@/lib/people/auth/second-step/queries";
import { makeArchive } from "@/lib/people/privacy/archive";
import { loadFile, loadKnown } from "@/lib/people/privacy/queries";
import { listAsked } from "@/lib/people/profile-questions/queries";
import { findRequest } from "@/lib/staff/support/answering/queries";
import { findOwnRequest } from "@/lib/staff/support/queries";
import { readContact } from "@/lib/staff/surveys/commands";
import { shownTo } from "@/testing/profile-questions";
import { LATER, NOW, SETTINGS, type Together } from "./together";

const WHERE = { settings: SETTINGS, appUrl: "https://mentoring.example.org", from: "connect@example.org" };

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

function doorsOf({ id, itemIds, viewer, partner, staff, requestId, askingId, token, outsiderId }: Together): Door[] {
  const doors: Door[] = [
    [
      "calendar feed",
      async () => unfolded(writeFeed((await listFeed(token, WHERE, NOW)) ?? [], NOW, { name: "Meetings", refreshMinutes: 60 })),
    ],
    ["own request", () => findOwnRequest(viewer, requestId)],
    ["request for staff", () => findRequest(staff, requestId)],
    ["own answer to a survey", () => findAsked(viewer, askingId, NOW)],
    ["answer to a survey for staff", () => readContact(staff, askingId, NOW)],
    ["readiness for staff", () => Promise.all(itemIds.map((id) => findItem("all", id)))],
    ["mail", () => deliverAgain(outsiderId)],
    ["mailbox", readMailbox],
  ];
  for (const one of [viewer, partner]) {
    const as = (name: string, go: () => Promise<unknown>) => doors.push([`${name} of ${one.name}`, go]);
    as("messages", () => findConversation(one, id));
    as("own answers", async () => [await listAsked(one, "mentee"), await listAsked(one, "mentor")]);
    as("partner's answers", async () => [
      await shownTo(one, partner.memberId, "mentor"),
      await shownTo(one, viewer.memberId, "mentee"),
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
