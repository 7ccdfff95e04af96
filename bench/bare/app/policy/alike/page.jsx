import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
/** An item of the list below. */
const ELEMENTS_OF_ITEM = 3;

/** As many elements as the address asks for, around the answer to one query: what a page of ours would take without what makes it ours. */
export default async function AlikePage({ searchParams }) {
  const { elements } = await searchParams;
  const items = Math.ceil(Number(elements) / ELEMENTS_OF_ITEM);
  const { rows } = await pool.query("SELECT i, md5(i::text) AS word FROM generate_series(1, $1::integer) i", [items]);
  return (
    <ul className="grid grid-cols-1 gap-4 wide:grid-cols-2">
      {rows.map(({ i, word }) => (
        <li key={i} className="min-w-0 border-t border-rule pt-4 text-soft">
          <a href={`/${word}`} className="inline-block py-2 font-semibold">
            A link to {i}
          </a>
          <span className="block text-[0.92rem]">Some words about {word}.</span>
        </li>
      ))}
    </ul>
  );
}
