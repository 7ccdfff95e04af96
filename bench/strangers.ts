/**
 * What a stranger with a clock learns of who is here: each way of asking, by an address that has an account and by one that has
 * none, in turns and in an order left to chance, through the product's own functions.
 */
import pg from "pg";
import { quantile, type Table } from "./table";

const TIMES = 400;
const NOW = new Date("2026-11-20T13:20:00Z");
const PASSWORD = "three quiet green lamps";

export async function measure(databaseUrl: string): Promise<Table[]> {
  process.env.SIGN_IN = "local";
  // Refusals are a line each.
  process.env.LOG_LEVEL = "silent";
  const { logIn } = await import("@/lib/people/auth/local/credentials");
  const { sendLink } = await import("@/lib/people/auth/local/recovering");
  const { register } = await import("@/lib/people/auth/local/registering");
  const { hashPassword } = await import("@/lib/people/auth/local/hashing");
  const { closeDatabase } = await import("@/lib/foundation/db/client");
  await insertMembers(databaseUrl, await hashPassword(PASSWORD));
  const ways: [string, (who: string, number: string) => Promise<unknown>][] = [
    ["Log in", (who) => logIn({ identifier: who, password: "a wrong guess" }, null, NOW)],
    ["Forgotten password", (who) => sendLink(who, "reset", null, NOW)],
    [
      "Create account",
      (email, number) => register({ role: "mentee", name: "Robin Fletcher", email, number, agreement: "yes" }, null, NOW),
    ],
  ];
  const rows: Table["rows"] = [];
  for (const [name, ask] of ways) {
    const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let n = -20; n < TIMES; n++) {
      const order = Math.random() < 0.5 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
      for (const kind of order) {
        const before = performance.now();
        await ask(`${kind}.${n + 20}@example.org`, String((kind === "known" ? 100_020 : 900_020) + n));
        // The first warm up.
        if (n >= 0) took[kind].push(performance.now() - before);
      }
    }
    rows.push([name, ...describe(took.known), ...describe(took.unknown), toAuc(took.known, took.unknown)]);
  }
  await closeDatabase();
  return [
    {
      title: `Known and unknown addresses, ${TIMES} times each`,
      columns: ["way", "known ms", "to 90 %", "unknown ms", "to 90 %", "told apart %"],
      rows,
      notes: ["Medians. Told apart: how often the slower one of a pair is the known one; 50 is a toss of a coin."],
    },
  ];
}

function describe(values: number[]): string[] {
  return [0.5, 0.9].map((share) => quantile(values, share).toFixed(2));
}

/** How often a known one took longer than an unknown one, over all pairs. */
function toAuc(known: number[], unknown: number[]): string {
  const slower = known.reduce((sum, one) => sum + unknown.filter((other) => one > other).length, 0);
  return ((slower * 100) / (known.length * unknown.length)).toFixed(1);
}

async function insertMembers(connectionString: string, hash: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(
    `WITH made AS (
      INSERT INTO "members" ("id", "number", "name", "email", "createdAt", "emailVerifiedAt", "isMentee")
      SELECT gen_random_uuid(), (100000 + n)::text, 'Name ' || n, 'known.' || n || '@example.org', $1, $1, true
      FROM generate_series(0, ${TIMES + 20}) n RETURNING "id"
    ) INSERT INTO "passwords" ("memberId", "hash", "changedAt") SELECT "id", $2, $1 FROM made`,
    [NOW, hash],
  );
  await client.end();
}
