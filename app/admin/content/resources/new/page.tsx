import { randomUUID } from "node:crypto";
import { MarkdownHelp } from "@/components/content/markdown-help";
import { Preview } from "@/components/content/preview";
import { ResourceFields } from "@/components/resources/resource-fields";
import { Draft } from "@/components/ui/draft";
import { EditingButtons } from "@/components/ui/editing-buttons";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listPlaceholders } from "@/lib/society/content/placeholders";
import { saveArticle } from "../../actions";

export default async function NewResourcePage() {
  const viewer = await requireStaff();
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
        <Draft memberId={viewer.memberId} place={"admin/content/resources/new"} />
        <ResourceFields initial={{}} words={settings.words} />
      </Form>
      <MarkdownHelp placeholders={listPlaceholders({ settings, signIn: env().SIGN_IN })} />
    </Page>
  );
}
