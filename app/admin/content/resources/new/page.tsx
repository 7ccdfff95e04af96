import { randomUUID } from "node:crypto";
import { EditingButtons } from "@/components/editing-buttons";
import { MarkdownHelp } from "@/components/markdown-help";
import { Preview } from "@/components/preview";
import { ResourceFields } from "@/components/resource-fields";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/auth/session";
import { listPlaceholders } from "@/lib/content/placeholders";
import { env } from "@/lib/env";
import { saveArticle } from "../../actions";

export default async function NewResourcePage() {
  await requireStaff();
  const { settings } = await readRequest();
  return (
    <Page
      settings={settings}
      heading="Write a resource"
      lede="An article to read, or a film to watch. Members see it once you publish it."
      back={{ href: "/admin/content", label: "Content" }}
    >
      <Form
        action={saveArticle}
        submit="Preview"
        kind="quiet"
        title={titleOf("Write a resource", settings)}
        aside={<EditingButtons />}
      >
        <Preview />
        <HiddenField name="resourceId" initial={randomUUID()} />
        <HiddenField name="base" initial={0} />
        <ResourceFields initial={{}} words={settings.words} />
      </Form>
      <MarkdownHelp placeholders={listPlaceholders({ settings, signIn: env().SIGN_IN })} />
    </Page>
  );
}
