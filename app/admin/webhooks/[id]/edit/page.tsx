import { notFound } from "next/navigation";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { isId } from "@/lib/foundation/id";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findEndpoint } from "@/lib/society/webhooks/queries";
import { writeSeen } from "@/lib/society/webhooks/webhook";
import { editWebhook } from "../../actions";
import { EndpointFields } from "../../endpoint-fields";

const TITLE = "Change a webhook";

/** Another address or other events; the secret stays. */
export default async function EditWebhookPage({ params }: PageProps<"/admin/webhooks/[id]/edit">) {
  const viewer = await requireStaff("admin");
  const [{ settings }, { id }] = await Promise.all([readRequest(), params]);
  const endpoint = isId(id) ? await findEndpoint(viewer, id) : null;
  if (!endpoint) notFound();
  return (
    <Page
      settings={settings}
      heading={TITLE}
      lede="The secret stays as it is. What still waits for the old address goes to the new one."
      back={{ href: `/admin/webhooks/${id}`, label: "Webhook" }}
      isNarrow
    >
      <Form action={editWebhook} submit="Save" title={titleOf(TITLE, settings)}>
        <input type="hidden" name="endpointId" value={id} />
        <VersionField name="seen" initial={writeSeen(endpoint)} />
        <EndpointFields initial={endpoint} />
      </Form>
    </Page>
  );
}
