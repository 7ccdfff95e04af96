import { db, Prisma, type PrismaClient } from "@/lib/db/client";
import { env } from "@/lib/env";
import { searchText } from "@/lib/members/search-text";
import { labelsOf } from "@/lib/settings/settings";
import { PEOPLE } from "./people";
import { Random } from "./people/random";
import { demoSettings } from "./settings";
import { idOf } from "./story/ids";
import { plan } from "./story/plan";
import { type History, replay } from "./story/replay";

const DAY = 86_400_000;
/** Older notices are of no interest to anybody. */
const NOTICES_OF_DAYS = 120;

/** Fills this process's database with the demonstration, if it is empty. */
export async function seedDemonstration(): Promise<void> {
  await seedSociety(db(), env().oidc.issuer, new Date());
}

/**
 * Into an empty database: the society, its members and everything that happened among them until `now`. Where members
 * are already, it sees to it only that they and the settings know the membership website's address, whose port may have changed.
 */
export async function seedSociety(client: PrismaClient, issuer: string, now: Date): Promise<"seeded" | "kept"> {
  if (await client.member.findFirst({ select: { id: true } })) {
    await moveSociety(client, issuer);
    return "kept";
  }
  const settings = demoSettings(issuer);
  const history = replay(plan(now), capacityOf, settings, now);
  const members = memberRows(history, issuer, now);
  await client.$transaction([
    client.settings.create({ data: { id: 1, values: settings, version: 1 } }),
    client.demoClock.createMany({ data: { id: 1, offsetSeconds: 0 }, skipDuplicates: true }),
    insert(client, "members", members),
    insert(client, "mentor_profiles", mentorRows(history, issuer, now)),
    insert(client, "mentee_profiles", menteeRows(now)),
    insert(client, "proposals", proposalRows(history)),
    insert(
      client,
      "proposal_texts",
      history.texts.map(({ words, ...text }) => ({ ...text, ...words })),
    ),
    insert(
      client,
      "relationships",
      [...history.relationships.values()].map((one) => ({ ...one, version: 1 })),
    ),
    insert(client, "audit_events", factRows(history, members)),
    insert(client, "notifications", notificationRows(history, now)),
  ]);
  return "seeded";
}

/** All rows of a table in one statement with one value: thousands of values apiece would take seconds. */
function insert(client: PrismaClient, table: string, rows: readonly object[]) {
  const columns = Prisma.raw(
    Object.keys(rows[0] ?? {})
      .map((column) => `"${column}"`)
      .join(", "),
  );
  const name = Prisma.raw(`"${table}"`);
  return client.$executeRaw`
    INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb)`;
}

/** Only rows of the demonstration's own website are moved. */
async function moveSociety(client: PrismaClient, issuer: string): Promise<void> {
  const elsewhere = { not: issuer, startsWith: "http://localhost:" };
  const { count } = await client.member.updateMany({ where: { issuer: elsewhere }, data: { issuer } });
  if (count === 0) return;
  const row = await client.settings.findUnique({ where: { id: 1 }, select: { values: true } });
  const { websiteUrl, accountUrl, renewUrl } = demoSettings(issuer).society;
  const values = row?.values as { society: object } | undefined;
  if (!values) return;
  const moved = { ...values, society: { ...values.society, websiteUrl, accountUrl, renewUrl } };
  await client.settings.update({ where: { id: 1 }, data: { values: moved, version: { increment: 1 } }, select: { id: true } });
}

function capacityOf(memberId: string): number {
  return MENTOR_BY_ID.get(memberId)?.capacity ?? 1;
}

const JOINED = PEOPLE.filter((person) => person.hasJoined);
const MENTOR_BY_ID = new Map(JOINED.map(({ number, mentor }) => [idOf("member", number), mentor]));

function memberRows({ proposals }: History, issuer: string, now: Date) {
  const random = new Random(3);
  const first = new Map<string, number>();
  for (const { menteeId, mentorId, sentAt } of proposals.values()) {
    for (const id of [menteeId, mentorId]) first.set(id, Math.min(first.get(id) ?? Number.POSITIVE_INFINITY, sentAt.getTime()));
  }
  return JOINED.map(({ number, subject, name, email, standing, staff, mentor, mentee }) => {
    const id = idOf("member", number);
    const began = first.get(id);
    const createdAt = new Date((began ?? now.getTime() - random.between(1, 380) * DAY) - random.between(2, 40) * DAY);
    const lastSignedInAt = new Date(now.getTime() - random.next() * Math.min(20 * DAY, now.getTime() - createdAt.getTime()));
    const roles = { isMentor: mentor !== null, isMentee: mentee !== null };
    const fresh = { status: "active", sessionEpoch: 0 };
    return { id, issuer, subject, number, name, email, standing, staff, ...fresh, ...roles, createdAt, lastSignedInAt };
  });
}

function mentorRows({ proposals }: History, issuer: string, now: Date) {
  const { topics } = demoSettings(issuer);
  return JOINED.flatMap(({ number, name, mentor }) => {
    if (!mentor) return [];
    const memberId = idOf("member", number);
    const topicLabels = labelsOf(topics, mentor.topics);
    const { headline, about } = mentor;
    const words = searchText({ name, headline, about, topicLabels });
    const answerHours = usualHours(
      [...proposals.values()].filter((one) => one.mentorId === memberId),
      now,
    );
    return [{ ...mentor, memberId, answerHours, searchText: words, updatedAt: now }];
  });
}

/** As the nightly reckoning has it: the median of the last year's answers, rounded up. */
function usualHours(proposals: { status: string; sentAt: Date; movedAt: Date }[], now: Date): number | null {
  const hours = proposals
    .filter(({ status, movedAt }) => ["accepted", "rejected"].includes(status) && Number(now) - Number(movedAt) < 365 * DAY)
    .map(({ sentAt, movedAt }) => (Number(movedAt) - Number(sentAt)) / 3_600_000)
    .sort((a, b) => a - b);
  const middle = (hours.length - 1) / 2;
  const [lower, upper] = [hours[Math.floor(middle)], hours[Math.ceil(middle)]];
  return lower === undefined || upper === undefined ? null : Math.ceil((lower + upper) / 2);
}

function menteeRows(now: Date) {
  return JOINED.flatMap(({ number, mentee }) =>
    mentee ? [{ ...mentee, memberId: idOf("member", number), updatedAt: now }] : [],
  );
}

function proposalRows({ proposals }: History) {
  return [...proposals.values()].map(({ reminders, ...proposal }) => ({
    ...proposal,
    remindDays: reminders.map(({ day }) => day),
    remindAt: reminders.map(({ at }) => at),
  }));
}

function factRows({ facts }: History, members: { id: string; createdAt: Date }[]) {
  const joined = members.map(({ id, createdAt }) => ({
    at: createdAt,
    actor: "member",
    actorId: id,
    fact: "joined",
    subject: "member",
    subjectId: id,
    data: {},
  }));
  return [...joined, ...facts].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function notificationRows({ notices }: History, now: Date) {
  const random = new Random(5);
  return notices.flatMap(({ notice: { to, ...notice }, at }) => {
    const days = (now.getTime() - at.getTime()) / DAY;
    if (days > NOTICES_OF_DAYS) return [];
    const isRead = days > 4 || random.chance(0.4);
    const readAt = isRead ? new Date(Math.min(at.getTime() + random.between(1, 60) * 3_600_000, now.getTime())) : null;
    return [{ ...notice, data: { ...notice.data }, memberId: to, createdAt: at, readAt }];
  });
}
