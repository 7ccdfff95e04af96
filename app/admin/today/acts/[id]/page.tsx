import { notFound } from "next/navigation";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { type ActLine, mayUndo } from "@/lib/staff/inbox/many/act";
import { findAct } from "@/lib/staff/inbox/many/queries";
import { sayDeed, sayOutcome } from "@/lib/staff/inbox/many/wording";
import { sayAside } from "@/lib/staff/inbox/wording";
import { undo } from "./actions";

/** What became of each item when staff acted on several at once. */
export default async function ActPage({ params, searchParams }: PageProps<"/admin/today/acts/[id]">) {
  const viewer = await requireStaff("today");
  const [{ settings }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const found = await findAct(viewer, id);
  if (!found) notFound();
  const { act, lines } = found;
  const isDone = lines.filter(({ outcome }) => outcome === "done");
  const isUndone = lines.filter(({ outcome }) => outcome === "undone");
  const isRefused = lines.filter(({ outcome }) => outcome !== "done" && outcome !== "undone");
  return (
    <Page
      settings={settings}
      title="What was done"
      heading="What was done"
      lede={isRefused.length === 0 ? undefined : `${sayNumber(isDone.length)} done, ${sayNumber(isRefused.length)} not.`}
      back={{ href: "/admin", label: "Today" }}
      done={done === "acted" && isDone.length === 0 ? undefined : done}
    >
      <Lines heading="Not done" lines={isRefused} settings={settings} isReasoned />
      <Lines heading={sayDeed(act)} lines={isDone} settings={settings} />
      <Lines heading="Back on Today" lines={isUndone} settings={settings} />
      {mayUndo(act) && isDone.length > 0 && (
        <Form action={undo} submit="Undo" kind="quiet">
          <input type="hidden" name="actId" value={id} />
        </Form>
      )}
    </Page>
  );
}

interface LinesProps {
  heading: string;
  lines: readonly ActLine[];
  settings: Settings;
  /** Whether each says why. */
  isReasoned?: boolean;
}

function Lines({ heading, lines, settings, isReasoned = false }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2>
        {heading}: {sayNumber(lines.length)}
      </h2>
      <ul className="grid grid-cols-1 border-b border-rule">
        {lines.map((line) => (
          <li key={line.key} className="border-t border-rule py-2.5">
            {sayAside(line, settings.words)}
            {isReasoned && <span className="block text-soft">{sayOutcome(line)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
