import { notFound } from "next/navigation";
import { DateField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { isId } from "@/lib/foundation/id";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findEndpoint } from "@/lib/society/webhooks/queries";
import { EVENT_LABELS, sayEndpointState } from "@/lib/society/webhooks/wording";
import { renewWebhook, replaySince, switchWebhook } from "../actions";
import { Deliveries } from "./deliveries";

export default async function WebhookPage({ params, searchParams }: PageProps<"/admin/webhooks/[id]">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const endpoint = isId(id) ? await findEndpoint(viewer, id) : null;
  if (!endpoint) notFound();
  const title = titleOf("Webhook", settings);
  const isOff = endpoint.offAt !== null;
  return (
    <Page
      settings={settings}
      heading="Webhook"
      title="Webhook"
      lede={<span className="break-all">{endpoint.address}</span>}
      back={{ href: "/admin/webhooks", label: "Connections" }}
      done={done}
    >
      <p>
        {sayEndpointState(endpoint)}. {endpoint.events.map((event) => EVENT_LABELS[event]).join(". ")}.
      </p>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <LinkButton href={`/admin/webhooks/${id}/edit`} kind="quiet">
          Change it
        </LinkButton>
        <Form action={switchWebhook} kind="quiet" title={title} isOneOfSeveral submit={isOff ? "Turn on" : "Turn off"}>
          <input type="hidden" name="endpointId" value={id} />
          <input type="hidden" name="on" value={isOff ? "yes" : "no"} />
        </Form>
        <Form action={renewWebhook} kind="quiet" title={title} isOneOfSeveral submit="Renew the secret">
          <input type="hidden" name="endpointId" value={id} />
        </Form>
      </div>
      <Deliveries endpoint={endpoint} title={title} now={now} timeZone={viewer.timeZone} />
      <section aria-labelledby="again" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="again">Send events again</h2>
        <p>
          For a system that has lost what it was told. Each event goes out with the identifier that it had before, so the system
          can tell which it knows. Events are kept for 30 days.
        </p>
        <Form action={replaySince} kind="quiet" title={title} isOneOfSeveral submit="Send again">
          <input type="hidden" name="endpointId" value={id} />
          <DateField name="since" label="Everything that has happened since" />
        </Form>
      </section>
    </Page>
  );
}
