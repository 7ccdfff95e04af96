import { db, Prisma } from "@/lib/foundation/db/client";
import { cleanToken } from "@/lib/foundation/typed-text";
import { DEFAULT_SETTINGS, type ListName, Settings } from "./settings";

let kept: { version: number; settings: Settings } = { version: 0, settings: DEFAULT_SETTINGS };

/** The version cached in this process; 0 for the defaults if nothing is stored. */
export function knownSettingsVersion(): number {
  return kept.version;
}

/**
 * Takes the settings' version, and their values if the version was new, from the result of another query, and returns the
 * current settings.
 */
export function receiveSettings(version: number, values: unknown): Settings {
  // Another request has cached a newer version since this one sent its query.
  if (version !== 0 && (values === null || values === undefined)) return kept.settings;
  if (version !== kept.version) kept = { version, settings: version === 0 ? DEFAULT_SETTINGS : Settings.parse(values) };
  return kept.settings;
}

/** Loads the current settings by themselves. Requests get them together with the viewer. */
export async function getSettings(): Promise<Settings> {
  const row = await db().settings.findUnique({ where: { id: 1 }, select: { version: true, values: true } });
  return receiveSettings(row?.version ?? 0, row?.values);
}

/** The settings as they are stored now, with their version: what a change is based on. Version 0: the defaults. */
export async function readStored(): Promise<{ settings: Settings; version: number }> {
  const row = await db().settings.findUnique({ where: { id: 1 }, select: { version: true, values: true } });
  return { settings: row ? Settings.parse(row.values) : DEFAULT_SETTINGS, version: row?.version ?? 0 };
}

/** When staff last changed a setting, and who did; null when nobody has. */
export async function findLastChange(): Promise<{ at: Date; by: string } | null> {
  const [row] = await db().$queryRaw<{ at: Date; by: string }[]>`
    SELECT last."at", coalesce(m."name", 'somebody') AS "by"
    FROM (
      SELECT "at", "actorId" FROM "audit_events"
      WHERE "subject" = 'settings' AND "fact" = 'setting-changed' ORDER BY "id" DESC LIMIT 1
    ) last LEFT JOIN "members" m ON m."id" = last."actorId"`;
  return row ?? null;
}

/** Who changed the settings last, by name. */
export async function findLastEditor(): Promise<string> {
  return (await findLastChange())?.by ?? "Somebody else";
}

/** How a logo of this name is to be shown; null when there is none. */
export async function findLogo(name: string): Promise<NonNullable<Settings["society"]["logo"]> | null> {
  return db().logo.findUnique({ where: { name: cleanToken(name) }, select: { name: true, width: true, height: true } });
}

/** A logo as a PNG file. */
export async function findLogoImage(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return (await db().logo.findUnique({ where: { name: cleanToken(name) }, select: { image: true } }))?.image ?? null;
}

/** In how many profiles, or rejected proposals, each entry of a list was chosen, by its number. Goes through all of them. */
export async function countUse(list: ListName): Promise<Map<number, number>> {
  const { column, tables } = PLACES[list];
  const chosen = tables.map((table) => {
    const [name, from] = [Prisma.raw(`"${column}"`), Prisma.raw(`"${table}"`)];
    return MANY.has(list)
      ? Prisma.sql`SELECT unnest(${name}) AS "id" FROM ${from}`
      : Prisma.sql`SELECT ${name} AS "id" FROM ${from}`;
  });
  const rows = await db().$queryRaw<{ id: number; profiles: number }[]>`
    SELECT "id", count(*)::integer AS "profiles" FROM (${Prisma.join(chosen, " UNION ALL ")}) chosen
    WHERE "id" IS NOT NULL GROUP BY "id"`;
  return new Map(rows.map(({ id, profiles }) => [id, profiles]));
}

const BOTH = ["mentor_profiles", "mentee_profiles"];
const PLACES: Record<ListName, { column: string; tables: string[] }> = {
  topics: { column: "topics", tables: BOTH },
  sectors: { column: "sector", tables: BOTH },
  regions: { column: "region", tables: BOTH },
  methods: { column: "methods", tables: BOTH },
  languages: { column: "languages", tables: BOTH },
  careerStages: { column: "careerStage", tables: ["mentee_profiles"] },
  rejectionReasons: { column: "rejectedBecause", tables: ["proposals"] },
};
/** Lists of which a profile may choose several. */
const MANY: ReadonlySet<ListName> = new Set(["topics", "methods", "languages"]);
