import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { findBlocked } from "@/lib/pairing/blocks/queries";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { unblock } from "../../block/actions";

export default async function BlockedPage({ searchParams }: PageProps<"/account/blocked">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { done }, blocked] = await Promise.all([readRequest(), searchParams, findBlocked(viewer)]);
  return (
    <Page
      settings={settings}
      heading="Blocked members"
      title="Blocked members"
      lede="We do not tell them, and you cannot find each other."
      back={{ href: "/account", label: "Edit Account" }}
      done={done}
      isNarrow
    >
      {blocked.length === 0 && <p>You have not blocked anybody.</p>}
      {blocked.length > 0 && (
        <ul className="grid border-t border-rule">
          {blocked.map(({ memberId, name, at }) => (
            <li key={memberId} className="flex max-w-none flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-3">
              <span className="prose-plain min-w-0 flex-1 basis-[14rem]">
                <span className="font-[650]">{name}</span>, since <Time at={at} now={now} timeZone={viewer.timeZone} />
              </span>
              <Form
                action={unblock}
                kind="plain"
                title={titleOf("Blocked members", settings)}
                isOneOfSeveral
                submit={
                  <>
                    Unblock<span className="sr-only"> {name}</span>
                  </>
                }
              >
                <input type="hidden" name="memberId" value={memberId} />
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
