import { randomUUID } from "node:crypto";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { addWebhook } from "../actions";
import { EndpointFields } from "../endpoint-fields";

const TITLE = "Add a webhook";

export default async function NewWebhookPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <Page
      settings={settings}
      heading={TITLE}
      lede="We send a signed message to this address soon after something has happened: what it was, when, and membership numbers."
      back={{ href: "/admin/webhooks", label: "Connections" }}
      isNarrow
    >
      <Form action={addWebhook} submit="Add the webhook" title={titleOf(TITLE, settings)}>
        <HiddenField name="endpointId" initial={randomUUID()} />
        <EndpointFields />
      </Form>
    </Page>
  );
}
