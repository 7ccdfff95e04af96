import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listToday } from "@/lib/staff/inbox/queries";
import { putOff } from "./actions";
import { TodayItem } from "./today-item";

/** Everything that needs attention, with buttons to deal with it. */
export default async function TodayPage({ searchParams }: PageProps<"/admin">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { done }] = await Promise.all([readRequest(), searchParams]);
  const { rows, more, isAtLeast } = await listToday(viewer, settings, now);
  return (
    <Page settings={settings} title="Today" heading="Today" lede={ledeOf(rows.length, more, isAtLeast)} done={done}>
      {rows.length === 0 ? (
        <EmptyState heading="Nothing needs your attention">
          <p>
            As far as dates can tell, everybody has replied, met and been reached. Anything new will appear here by itself. Have
            a good day.
          </p>
        </EmptyState>
      ) : (
        // One form for all items: a separate form for each would be a third of the page.
        <Form action={putOff}>
          <ol className="grid grid-cols-1 border-b border-rule">
            {rows.map((row) => (
              <TodayItem key={row.key} row={row} settings={settings} timeZone={viewer.timeZone} now={now} />
            ))}
          </ol>
        </Form>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/admin/today/aside" className="py-1">
          Put aside
        </Link>
        {env().isDemonstration && (
          <>
            <Link href="/demo/clock" className="py-1">
              Time machine
            </Link>
            <Link href="/demo/mailbox" className="py-1">
              Mailbox of the demonstration
            </Link>
          </>
        )}
        {!viewer.isMentor && !viewer.isMentee && (
          <Link href="/join" className="py-1">
            Take part as {settings.words.mentee} or {settings.words.mentor}
          </Link>
        )}
      </p>
    </Page>
  );
}

function ledeOf(shown: number, more: number, isAtLeast: boolean): string {
  if (shown === 0) return "Nothing needs your attention.";
  if (more === 0) return shown === 1 ? "One item needs your attention." : `${shown} items need your attention.`;
  return `The ${shown} most urgent things, and ${isAtLeast ? "more than " : ""}${sayNumber(more)} more.`;
}
