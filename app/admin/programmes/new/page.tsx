import { randomUUID } from "node:crypto";
import { ProgrammeFields } from "@/components/programmes/programme-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { createProgramme } from "../actions";

export default async function NewProgrammePage() {
  const viewer = await requireStaff();
  const { settings } = await readRequest();
  return (
    <Page
      settings={settings}
      heading="New programme"
      lede="It begins as a draft that only staff see."
      back={{ href: "/admin/programmes", label: "Programmes" }}
      isNarrow
    >
      <Form action={createProgramme} submit="Save draft" title={titleOf("New programme", settings)}>
        <HiddenField name="id" initial={randomUUID()} />
        <Draft memberId={viewer.memberId} place="admin/programmes/new" />
        <ProgrammeFields settings={settings} initial={{}} topics={[]} />
      </Form>
    </Page>
  );
}
