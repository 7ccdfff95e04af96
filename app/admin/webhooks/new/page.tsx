import { randomUUID } from "node:crypto";
import { CheckboxGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { EVENTS } from "@/lib/society/webhooks/webhook";
import { EVENT_LABELS } from "@/lib/society/webhooks/wording";
import { addWebhook } from "../actions";

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
        <TextField name="address" label="Address" hint="For example: https://members.example.org/connect" maxLength={500} />
        <CheckboxGroup
          name="events"
          legend="What it is told"
          options={EVENTS.map((value) => ({ value, label: EVENT_LABELS[value] }))}
        />
      </Form>
    </Page>
  );
}
