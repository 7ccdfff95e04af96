import { headers } from "next/headers";

/** As many elements as a page of ours has, with nothing behind them: neither a session nor a database. */
const ITEMS = 50;

export default async function MarkupPage() {
  const host = (await headers()).get("host");
  return (
    <ul className="grid grid-cols-1 gap-4 wide:grid-cols-2">
      {Array.from({ length: ITEMS }, (_, i) => `${host}/${i}`).map((address) => (
        <li key={address} className="min-w-0 border-t border-rule pt-4 text-soft">
          <a href={`/${address}`} className="inline-block py-2 font-semibold">
            A link to {address}
          </a>
          <span className="block text-[0.92rem]">Some words about what is behind it, as a list of ours has them.</span>
        </li>
      ))}
    </ul>
  );
}
