/**
 * A register of 200,000 rows, from the bytes of the file to the last line of the audit trail, through the product's own
 * functions: first into an empty register, then once more with every hundredth row changed, gone and new, among 20,000 members
 * with accounts.
 */
import pg from "pg";
import type { Table } from "./table";

const ROWS = 200_000;
const MEMBERS = 20_000;
const NOW = new Date("2026-11-20T13:20:00Z");
const ACTOR = { memberId: "00000000-0000-4000-8000-000000000000", staff: "staff" } as const;

export async function measure(databaseUrl: string): Promise<Table[]> {
  process.env.SIGN_IN = "local";
  const { chooseColumns, chooseWords, importChecked, receiveFile } = await import("@/lib/society/register/commands");
  const { checkRows } = await import("@/lib/society/register/check");
  const { getImport } = await import("@/lib/society/register/queries");
  const { closeDatabase } = await import("@/lib/foundation/db/client");
  await insertMembers(databaseUrl);
  const columns = { isPart: false, number: 0, name: 1, firstName: null, surname: null, email: 2, standing: 3 };
  const rows: Table["rows"] = [];
  for (const [title, bytes] of [
    ["into an empty register", registerOf(() => "current", 0)],
    ["once more, three in a hundred different", registerOf((n) => (n % 100 === 0 ? "lapsed" : "current"), ROWS / 100)],
  ] as const) {
    const [received, receiving] = await timed(() => receiveFile(ACTOR, { name: "register.csv", bytes }, NOW));
    if (!received.ok) throw new Error(received.reason);
    const id = received.value;
    await chooseColumns(ACTOR, id, columns, NOW);
    await chooseWords(ACTOR, id, { current: ["current"], lapsed: ["lapsed"] }, NOW);
    const [, checking] = await timed(() => checkRows(id, NOW));
    const [imported, importing] = await timed(() => importChecked(ACTOR, id, { mayLapseMany: true }, NOW));
    if (!imported.ok) throw new Error(imported.reason);
    const counts = JSON.stringify((await getImport(id))?.counts)
      .replaceAll(/[{}"]/g, "")
      .replaceAll(",", ", ");
    rows.push([title, (bytes.length / 1024 ** 2).toFixed(1), receiving, checking, importing, counts]);
  }
  await closeDatabase();
  return [
    {
      title: `A register of ${ROWS} rows, among ${MEMBERS} members with accounts`,
      columns: ["import", "MB", "taken s", "read, kept and compared s", "imported s", "what it found"],
      rows,
      notes: [`Largest memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`],
    },
  ];
}

function registerOf(standing: (n: number) => string, shift: number): Uint8Array {
  const line = (n: number) =>
    `${100_000 + n},Given${n} van der Surname${n % 5000},given${n}.surname@members.example.org,${standing(n)}`;
  const rows = Array.from({ length: ROWS }, (_, i) => line(i + shift));
  return new TextEncoder().encode(`number,name,email,standing\n${rows.join("\n")}\n`);
}

async function insertMembers(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`
    INSERT INTO "members" ("id", "number", "name", "email", "createdAt", "isMentee")
    SELECT gen_random_uuid(), (100000 + n * 7)::text, 'Name ' || n, n || '@example.org', now(), true FROM generate_series(1, ${MEMBERS}) n`);
  await client.query("VACUUM ANALYZE");
  await client.end();
}

/** What came of it, and how many seconds it took. */
async function timed<Value>(work: () => Promise<Value>): Promise<[Value, string]> {
  const before = performance.now();
  const value = await work();
  return [value, ((performance.now() - before) / 1000).toFixed(1)];
}
