import { type Database, db, Prisma } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { sealText } from "@/lib/pairing/proposals/words";
import { documentRows } from "./documents";
import { pairsOf } from "./life/pairs";
import { seedLocalAccounts } from "./local-accounts";
import { seedRegister } from "./register";
import { resourceRows } from "./resources";
import { demoSettings } from "./settings";
import { plan } from "./story/plan";
import { replay } from "./story/replay";
import {
  capacityOf,
  factRows,
  memberRows,
  menteeRows,
  mentorRows,
  notificationRows,
  proposalRows,
  relationshipRows,
} from "./story/rows";
import { suspendTwo } from "./story/suspended";
import { supportRows } from "./support";

/** Fills this process's database with the demonstration, if it is empty. */
export async function seedDemonstration(): Promise<void> {
  const now = new Date();
  const isLocal = env().SIGN_IN === "local";
  await seedSociety(db(), env().oidc.issuer, now, isLocal);
  await seedRegister(now);
  if (isLocal) await seedLocalAccounts(now);
}

/**
 * Into an empty database: the society, its members and everything that happened among them until `now`. Where members
 * are already, it sees to it only that they and the settings know the membership website's address, whose port may have
 * changed. With local accounts there is no such website, and the settings name none.
 */
export async function seedSociety(client: Database, issuer: string, now: Date, isLocal = false): Promise<"seeded" | "kept"> {
  if (await client.member.findFirst({ select: { id: true } })) {
    await moveSociety(client, issuer, isLocal);
    return "kept";
  }
  const settings = settingsOf(issuer, isLocal);
  const history = replay(plan(now), capacityOf, settings, now);
  const suspended = suspendTwo(history, now);
  const members = memberRows(history, suspended, issuer, now);
  const relationships = relationshipRows(history, now);
  const support = supportRows(now);
  const { resources, versions } = await resourceRows(now);
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
      history.texts.map(({ words, ...text }) => ({ ...text, ...sealText(text.proposalId, text.number, words) })),
    ),
    insert(client, "relationships", relationships),
    insert(client, "documents", await documentRows(now)),
    insert(client, "support_requests", support.requests),
    insert(client, "support_entries", support.entries),
    insert(client, "resources", resources),
    insert(client, "resource_versions", versions),
    insert(client, "audit_events", [...factRows(history, members), ...support.facts]),
    insert(client, "notifications", notificationRows(history, now)),
  ]);
  const talked = new Map(relationships.map(({ id, firstConversationAt }) => [id, firstConversationAt]));
  // Loaded only now: a start that finds everybody there does not wait for all that they can do.
  const { enliven } = await import("./life/enliven");
  await enliven(pairsOf(history, talked), new Set(suspended.keys()), settings, now);
  return "seeded";
}

/** All rows of a table in one statement with one value: thousands of values apiece would take seconds. */
function insert(client: Database, table: string, rows: readonly object[]) {
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
async function moveSociety(client: Database, issuer: string, isLocal: boolean): Promise<void> {
  const elsewhere = { not: issuer, startsWith: "http://localhost:" };
  await client.member.updateMany({ where: { issuer: elsewhere }, data: { issuer } });
  const row = await client.settings.findUnique({ where: { id: 1 }, select: { values: true } });
  const values = row?.values as { society: Record<string, string | null> } | undefined;
  if (!values) return;
  const { websiteUrl, accountUrl, renewUrl } = settingsOf(issuer, isLocal).society;
  const ours = Object.entries({ websiteUrl, accountUrl, renewUrl }).filter(([name]) => isOurs(values.society[name]));
  if (ours.every(([name, url]) => (values.society[name] ?? null) === url)) return;
  const moved = { ...values, society: { ...values.society, ...Object.fromEntries(ours) } };
  await client.settings.update({ where: { id: 1 }, data: { values: moved, version: { increment: 1 } }, select: { id: true } });
}

function isOurs(url: string | null | undefined): boolean {
  return url === null || url === undefined || url.startsWith("http://localhost:");
}

function settingsOf(issuer: string, isLocal: boolean) {
  const settings = demoSettings(issuer);
  if (!isLocal) return settings;
  return { ...settings, society: { ...settings.society, websiteUrl: null, accountUrl: null, renewUrl: null } };
}
