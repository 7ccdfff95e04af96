import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listAside } from "@/lib/staff/inbox/queries";
import { sayAside } from "@/lib/staff/inbox/wording";
import { takeUp } from "./actions";

export default async function AsidePage({ searchParams }: PageProps<"/admin/today/aside">) {
  const viewer = await requireStaff("today");
  const [{ settings, now }, { done }] = await Promise.all([readRequest(), searchParams]);
  const rows = await listAside(viewer, now);
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      title="Put aside"
      heading="Put aside"
      lede="Items that were put off come back by themselves. Items that were dismissed stay here."
      back={{ href: "/admin", label: "Today" }}
      done={done}
    >
      {rows.length === 0 ? (
        <EmptyState heading="Nothing is put aside">
          <p>Anything you put off or dismiss on Today is listed here, so that you can bring it back.</p>
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 border-b border-rule">
          {rows.map(({ key, kind, names, until, reason, at, byName }) => (
            <li key={key} className="grid grid-cols-1 gap-2 border-t border-rule py-5">
              <p className="font-semibold">{sayAside({ kind, names }, settings.words)}</p>
              {reason && <p className="prose-plain">{reason}</p>}
              <p className="text-[0.95rem] text-soft">
                {until ? "Put off" : "Dismissed"} by {byName ?? "a colleague"}, <Time at={at} {...when} as="day" />
                {until && (
                  <>
                    ; comes back <Time at={until} {...when} as="day" />
                  </>
                )}
                .
              </p>
              <Form action={takeUp} submit="Put back on Today" kind="plain" className="-mx-1">
                <input type="hidden" name="key" value={key} />
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
