import { readdir } from "node:fs/promises";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { CountedStep } from "@/lib/foundation/deadlines/sweep-step";
import { env } from "@/lib/foundation/env";
import { describeDefect, log } from "@/lib/foundation/log";
import { readNow } from "@/lib/people/auth/now";
import { getSettings } from "@/lib/society/settings/queries";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/society/settings/settings";
import { version } from "@/package.json";
import { canWrite } from "./room/queries";
import { MOST_FINDINGS, type OpenFinding, type Setup, type SystemFacts } from "./system";

/** After this many seconds without an answer, the database counts as down. Monitors give up after about ten. */
const PATIENCE = 4;

/** What has something overdue or not, for a society's time zone. */
type Steps = (timeZone: string) => readonly CountedStep[];

interface Moment {
  now: Date;
  settings: Settings;
}

/**
 * The facts in the database and the time by its clock; null if it is down, in trouble or too slow. A page knows the moment already.
 * Tests replace `room`.
 */
export async function readSystem(
  steps: Steps,
  {
    moment = readMoment,
    patience = PATIENCE,
    room = canWrite,
  }: { moment?: () => Promise<Moment>; patience?: number; room?: () => Promise<boolean> } = {},
) {
  const read = async () => {
    const { now, settings } = await moment();
    const [facts, hasRoom] = [await askDatabase(steps, now, settings), await room()];
    return { now, facts: { ...facts, canWrite: hasRoom } };
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${patience} seconds.`)), patience * 1000);
  });
  try {
    return await Promise.race([read(), late]);
  } catch (error) {
    log().error({ defect: describeDefect(error) }, "the database is unreachable");
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** How this process was started. For secrets, only their names. */
export async function readSetup(now: Date): Promise<Setup> {
  const { SIGN_IN, MAIL_TRANSPORT, MAIL_FROM, SCHEDULER, CRON_SECRET, isDemonstration, APP_URL, wordsKeys } = env();
  return {
    version,
    commit: process.env.VERCEL_GIT_COMMIT_SHA || process.env.GIT_COMMIT || null,
    signIn: SIGN_IN,
    mailTransport: MAIL_TRANSPORT,
    mailFrom: MAIL_FROM,
    scheduler: SCHEDULER,
    hasCronSecret: CRON_SECRET !== undefined,
    isDemonstration,
    appUrl: APP_URL,
    wordsKeys: [...wordsKeys.keys.keys()],
    migrations: await listMigrations(),
    startedAt: new Date(now.getTime() - process.uptime() * 1000),
  };
}

async function listMigrations(): Promise<string[] | null> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true }).catch(() => null);
  return entries?.filter((entry) => entry.isDirectory()).map(({ name }) => name) ?? null;
}

type AskedFacts = Omit<SystemFacts, "canWrite">;

interface Row {
  version: string;
  bytes: bigint;
  applied: string[] | null;
  failed: string[] | null;
  bornAt: Date | null;
  backlog: { of: string; overdue: number; since: string | null }[];
  waiting: number;
  untriedSince: Date | null;
  triedSince: Date | null;
  mailsFailed: number;
  hasStopped: boolean | null;
  lastRun: { startedAt: string; finishedAt: string; counts: Record<string, unknown> } | null;
  findings: (Omit<OpenFinding, "foundAt"> & { foundAt: string })[] | null;
}

async function readMoment(): Promise<Moment> {
  // Settings that cannot be read are for the doctor to say, and no reason to know nothing of the rest.
  const [now, settings] = await Promise.all([readNow(), getSettings().catch(() => DEFAULT_SETTINGS)]);
  return { now, settings };
}

/** One query, so that a monitor costs little. Every part of it uses a partial index of open rows. */
async function askDatabase(steps: Steps, now: Date, settings: Settings): Promise<AskedFacts> {
  const counted = steps(settings.society.timeZone).flatMap(({ name, overdue }) => (overdue ? [{ name, ...overdue }] : []));
  const overdue = counted.map(({ name, count }) => Prisma.sql`SELECT ${name}::text AS "of", o.* FROM (${count(now)}) o`);
  const [row] = await db().$queryRaw<Row[]>`
    SELECT current_setting('server_version') AS "version", pg_database_size(current_database()) AS "bytes",
      migrations.*, mails.*,
      (SELECT jsonb_agg(due) FROM (
        ${Prisma.join(overdue, " UNION ALL ")}
      ) due) AS "backlog",
      (SELECT "finishedAt" IS NULL FROM "sweep_runs" WHERE "finishedAt" IS NOT NULL OR "counts" ? 'stopped'
        ORDER BY "startedAt" DESC LIMIT 1) AS "hasStopped",
      (SELECT to_jsonb(run) FROM (
        SELECT "startedAt", "finishedAt", "counts" FROM "sweep_runs" WHERE "finishedAt" IS NOT NULL ORDER BY "startedAt" DESC LIMIT 1
      ) run) AS "lastRun",
      (SELECT count(*)::integer FROM "mails" WHERE "status" = 'failed') AS "mailsFailed",
      (SELECT jsonb_agg(open) FROM (
        SELECT "key", "kind", "subjectId", "detail", "foundAt" FROM "findings" WHERE "clearedAt" IS NULL
        ORDER BY "foundAt" DESC, "key" LIMIT ${MOST_FINDINGS + 1}
      ) open) AS "findings"
    FROM (
      SELECT array_agg("migration_name"::text) FILTER (WHERE "finished_at" IS NOT NULL) AS "applied",
        array_agg("migration_name"::text) FILTER (WHERE "finished_at" IS NULL) AS "failed", min("finished_at") AS "bornAt"
      FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL
    ) migrations, (
      SELECT count(*)::integer AS "waiting",
        min("nextAttemptAt") FILTER (WHERE "attempts" = 0 AND "nextAttemptAt" <= ${now}::timestamptz) AS "untriedSince",
        min("createdAt") FILTER (WHERE "attempts" > 0) AS "triedSince"
      FROM "mails" WHERE "nextAttemptAt" IS NOT NULL
    ) mails`;
  if (!row) throw new Error("The database did not say how it is.");
  const { applied, failed, bornAt, waiting, untriedSince, triedSince, lastRun } = row;
  return {
    database: { version: row.version, bytes: Number(row.bytes), applied: applied ?? [], failed: failed ?? [], bornAt },
    lastSweep: lastRun && {
      startedAt: new Date(lastRun.startedAt),
      finishedAt: new Date(lastRun.finishedAt),
      counts: lastRun.counts,
    },
    hasSweepStopped: row.hasStopped ?? false,
    backlog: counted.flatMap(({ name, words }) =>
      row.backlog.flatMap(({ of, overdue, since }) =>
        of === name ? [{ of, words, overdue, since: since === null ? null : new Date(since) }] : [],
      ),
    ),
    mail: { waiting, untriedSince, triedSince, failed: row.mailsFailed },
    findings: (row.findings ?? []).map((one) => ({ ...one, foundAt: new Date(one.foundAt) })),
  };
}
