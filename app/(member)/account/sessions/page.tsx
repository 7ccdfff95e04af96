import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { listSessions } from "@/lib/people/auth/sessions/queries";
import { readToken } from "@/lib/people/auth/token";
import { endOne, endOthers } from "./actions";

const TITLE = "Where you are signed in";

export default async function SessionsPage({ searchParams }: PageProps<"/account/sessions">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { done }, token] = await Promise.all([readRequest(), searchParams, readToken()]);
  const all = await listSessions(viewer, now);
  // This one first, so that nobody looks for it.
  const own = all.filter(({ id }) => id === token?.session);
  const others = all.filter(({ id }) => id !== token?.session);
  const title = titleOf(TITLE, settings);
  return (
    <Page
      settings={settings}
      heading={TITLE}
      title={TITLE}
      lede="End a session that you do not recognise, or one on a device that you no longer have."
      back={{ href: "/account", label: "Edit Account" }}
      done={done}
      isNarrow
    >
      <ul className="grid border-t border-rule">
        {[...own, ...others].map(({ id, device, signedInAt, lastUsedAt }) => (
          <li key={id} className="flex max-w-none flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-3">
            <span className="prose-plain min-w-0 flex-1 basis-[14rem]">
              <span className="block">
                <span className="font-[650]">{device}</span>
                {id === token?.session && ", this one"}
              </span>
              <span className="block text-soft">
                Signed in: <Time at={signedInAt} now={now} timeZone={viewer.timeZone} as="date-time" />. Last used:{" "}
                <Time at={lastUsedAt} now={now} timeZone={viewer.timeZone} as="date-time" />.
              </span>
            </span>
            {id !== token?.session && (
              <Form
                action={endOne}
                kind="plain"
                title={title}
                isOneOfSeveral
                submit={
                  <>
                    End<span className="sr-only"> the session with {device}</span>
                  </>
                }
              >
                <input type="hidden" name="session" value={id} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      <p className="text-soft">
        We know the kind of browser, but not where it is. The time of last use can be a few minutes old, and a session that
        nobody uses for a day ends by itself.
      </p>
      {others.length > 0 && <Form action={endOthers} kind="quiet" title={title} isOneOfSeveral submit="End all others" />}
    </Page>
  );
}
