import { randomUUID } from "node:crypto";
import { CheckboxGroup } from "@/components/ui/choices";
import { NumberField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { SCOPES } from "@/lib/society/api-tokens/api-token";
import { SCOPE_LABELS } from "@/lib/society/api-tokens/wording";
import { makeToken } from "../actions";

const TITLE = "Make an access token";

export default async function NewTokenPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <Page
      settings={settings}
      heading={TITLE}
      lede="With it another system reads numbers and dates from here. It never gets names, addresses or anything that people wrote."
      back={{ href: "/admin/webhooks", label: "Connections" }}
      isNarrow
    >
      <Form action={makeToken} submit="Make the token" title={titleOf(TITLE, settings)}>
        <HiddenField name="tokenId" initial={randomUUID()} />
        <TextField name="name" label="Which system gets it" hint="For example: membership system." maxLength={60} />
        <CheckboxGroup
          name="scopes"
          legend="What it may read"
          options={SCOPES.map((value) => ({ value, label: SCOPE_LABELS[value] }))}
        />
        <NumberField name="days" label="For how long" unit="days" hint="Afterwards you make a new one." initial={365} />
      </Form>
    </Page>
  );
}
