import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { logRefusal } from "@/lib/foundation/log";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How many attempts in how many seconds. The limit by account stops somebody from guessing a password; the one by network
 * address stops them from trying many accounts. A whole office may share an address, so its limit is much higher.
 */
const LIMITS = {
  "sign-in": { account: [10, 15 * MINUTE], address: [100, 15 * MINUTE] },
  "create-account": { account: [5, HOUR], address: [40, HOUR] },
  "send-link": { account: [4, HOUR], address: [40, HOUR] },
  /** A signed-in member gives their password again. */
  "give-password": { account: [10, 15 * MINUTE], address: [100, 15 * MINUTE] },
  /** A code or a passkey, after the right password: a code has six digits, so there are fewer guesses than at a password. */
  "second-step": { account: [10, HOUR], address: [100, HOUR] },
  /** A download that we build on request, by the member's id. */
  download: { account: [30, HOUR], address: [300, HOUR] },
  /** The same for staff, who download whole reports. */
  "staff-download": { account: [120, HOUR], address: [1200, HOUR] },
  /** Every form of a member, by their id: more than a person sends, and less than a script does. */
  form: { account: [120, 5 * MINUTE], address: [1200, 5 * MINUTE] },
  /** Forms from people who are not signed in, by network address, which a whole office may share. */
  "open-form": { account: [1200, 5 * MINUTE], address: [1200, 5 * MINUTE] },
  /** Narrowing the list of mentors and turning its pages, by the member's id. */
  search: { account: [120, 5 * MINUTE], address: [1200, 5 * MINUTE] },
  /** What another system reads, by its token: at 500 rows a page it has read a million in half an hour. */
  api: { account: [300, 5 * MINUTE], address: [3000, 5 * MINUTE] },
} as const;
export type Attempt = keyof typeof LIMITS;
/** After how many seconds a count begins again, for an answer that says when to come back. */
export const LIMIT_SECONDS = { api: LIMITS.api.account[1] } as const;
type CountedBy = "account" | "holder" | "address";

/** How much of something an account has for a day. */
const BUDGETS = {
  /** Bytes of files sent to staff, by the member's id: two forms as full as they can be, and some pictures. */
  files: 60 * 1024 * 1024,
} as const;
type Budget = keyof typeof BUDGETS;

/**
 * Counts one more attempt, in real time and across all processes. False when it is one too many for the account or for the
 * network address. The account is its id, or what was typed, normalised by lib/foundation/identifier.ts, whether or not there
 * is such an account.
 */
export async function isWithinLimits(attempt: Attempt, account: string, address: string | null): Promise<boolean> {
  const isAddressWithin = address === null || (await consume(attempt, "address", address));
  return (await consume(attempt, "account", account)) && isAddressWithin;
}

/**
 * Also counts the attempt for the account that was found, so that its number and its address share one limit. No answer may
 * say that this limit is reached: that would show that both belong to one account, and that there is one. If no account was
 * found, count what was typed, so that the work is the same.
 */
export function isHolderWithinLimits(attempt: Attempt, holder: string): Promise<boolean> {
  return consume(attempt, "holder", holder);
}

/**
 * Takes this much of an account's daily allowance, across all processes. False, and nothing is taken, when less than that is
 * left.
 */
export async function spend(budget: Budget, account: string, amount: number): Promise<boolean> {
  if (amount === 0) return true;
  const limiter = makeLimiter(`budget:${budget}`, BUDGETS[budget], DAY);
  try {
    await limiter.consume(keyOf(account), amount);
    return true;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    await limiter.reward(keyOf(account), amount);
    logRefusal("limit", { attempt: budget, by: "account", mark: markOf(account) });
    return false;
  }
}

/** The member has proved who they are, so the counts for what they typed and for their account start again. */
export async function forgive(attempt: Attempt, account: string, holder: string): Promise<void> {
  await limiterOf(attempt, "account").delete(keyOf(account));
  await limiterOf(attempt, "holder").delete(keyOf(holder));
}

async function consume(attempt: Attempt, by: CountedBy, whose: string): Promise<boolean> {
  try {
    await limiterOf(attempt, by).consume(keyOf(whose));
    return true;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    logRefusal("limit", { attempt, by, mark: markOf(whose) });
    return false;
  }
}

function limiterOf(attempt: Attempt, by: CountedBy): RateLimiterPostgres {
  const [points, duration] = LIMITS[attempt][by === "holder" ? "account" : by];
  return makeLimiter(`${attempt}:${by}`, points, duration);
}

function makeLimiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: { query },
    storeType: "pool",
    keyPrefix,
    tableName: "rate_limits",
    // The migrations create the table, and the nightly job tidies it.
    tableCreated: true,
    clearExpiredByTimeout: false,
    points,
    duration,
  });
}

/** Represents an account or a network address in the log: always the same mark for the same one, and unreadable. */
export function markOf(whose: string): string {
  return keyOf(whose).slice(0, 12);
}

/** Hashed, so that the table does not reveal who tried what. */
function keyOf(whose: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`limit ${whose}`).digest("base64url");
}

/**
 * Runs the library's statements through our one connection to the database, without their names: the embedded database has a
 * single session for all connections, where using a name twice is an error.
 */
async function query({ text, values }: { text: string; values: unknown[] }) {
  const rows = await db().$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
  const plain = rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) }));
  return { rows: plain, rowCount: plain.length };
}
