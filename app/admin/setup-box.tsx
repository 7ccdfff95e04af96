import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import type { Settings } from "@/lib/society/settings/settings";
import type { readSetup } from "@/lib/staff/setup/setup";
import { aboutItem } from "@/lib/staff/setup/wording";

/** On Today of a new society: what is still to be done. Nothing once all of it is done or dismissed. */
export function SetupBox({ setup, settings }: { setup: ReturnType<typeof readSetup>; settings: Settings }) {
  const open = setup.filter(({ state }) => state === "open");
  if (open.length === 0) return null;
  return (
    <Note kind="plain">
      <section aria-labelledby="setup" className="grid gap-3">
        <h2 id="setup">Setting up: still to be done</h2>
        <ul className="grid gap-2.5">
          {open.map(({ item }) => {
            const { label, href } = aboutItem(item, settings);
            return <li key={item}>{href ? <Link href={href}>{label}</Link> : label}</li>;
          })}
        </ul>
        <p>
          <Link href="/admin/setup">What each of them needs</Link>
        </p>
      </section>
    </Note>
  );
}
