import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { logRefusal } from "@/lib/foundation/log";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How often in how many seconds. By account it keeps a stranger from guessing; by network address, from trying many accounts.
 * Such an address may be a whole office, so it is given far more.
 */
const LIMITS = {
  "sign-in": { account: [10, 15 * MINUTE], address: [100, 15 * MINUTE] },
  "create-account": { account: [5, HOUR], address: [40, HOUR] },
  "send-link": { account: [4, HOUR], address: [40, HOUR] },
  /** Somebody who is signed in gives their password again. */
  "give-password": { account: [10, 15 * MINUTE], address: [100, 15 * MINUTE] },
  /** A file that is made anew each time, by the member's id. */
  download: { account: [30, HOUR], address: [300, HOUR] },
  /** The same for staff, who take whole reports. */
  "staff-download": { account: [120, HOUR], address: [1200, HOUR] },
  /** Whatever a member changes, by their id: more than any hand, less than a machine. */
  form: { account: [120, 5 * MINUTE], address: [1200, 5 * MINUTE] },
  /** What somebody sends who is not signed in, by their address alone, which may be a whole office. */
  "open-form": { account: [1200, 5 * MINUTE], address: [1200, 5 * MINUTE] },
  /** Narrowing the list of mentors and turning its pages, by the member's id. */
  search: { account: [120, 5 * MINUTE], address: [1200, 5 * MINUTE] },
} as const;
export type Attempt = keyof typeof LIMITS;
type CountedBy = "account" | "holder" | "address";

/** How much of something an account has for a day. */
const BUDGETS = {
  /** Bytes of files sent to staff, by the member's id: two forms as full as they can be, and some pictures. */
  files: 60 * 1024 * 1024,
} as const;
type Budget = keyof typeof BUDGETS;

/**
 * Counts one more attempt, for all processes together, in real time. False when it is one too many, for the account (its id,
 * or the form of lib/foundation/identifier.ts of what was typed, whether there is one or not) or for the network address.
 */
export async function isWithinLimits(attempt: Attempt, account: string, address: string | null): Promise<boolean> {
  const isAddressWithin = address === null || (await consume(attempt, "address", address));
  return (await consume(attempt, "account", account)) && isAddressWithin;
}

/**
 * Counts it for the account that was found as well, so that its number and its address have one limit together. Of this
 * limit no answer may tell: that it is reached shows that the number and the address belong to one account, and that there is
 * one. Count what was typed where none was found, for the same work.
 */
export function isHolderWithinLimits(attempt: Attempt, holder: string): Promise<boolean> {
  return consume(attempt, "holder", holder);
}

/**
 * Takes so much of what an account has for a day, for all processes together; false, and nothing is taken, when less than that is left.
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

/** It was them after all: what they typed begins afresh, and so does their account. */
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
    // The migrations make it, and the night tidies it.
    tableCreated: true,
    clearExpiredByTimeout: false,
    points,
    duration,
  });
}

/** Stands in the log for an account or a network address: the same mark for the same one, and nobody can read it. */
export function markOf(whose: string): string {
  return keyOf(whose).slice(0, 12);
}

/** Nobody can read from the table who tried what. */
function keyOf(whose: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`limit ${whose}`).digest("base64url");
}

/**
 * The library's statements over the one way to the database, without its names for them: the embedded database has one
 * session for all connections, where a second statement of the same name is an error.
 */
async function query({ text, values }: { text: string; values: unknown[] }) {
  const rows = await db().$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
  const plain = rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) }));
  return { rows: plain, rowCount: plain.length };
}
