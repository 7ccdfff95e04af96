import { notFound } from "next/navigation";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { isScheme } from "@/lib/pairing/programmes/access";
import { listProgrammes } from "@/lib/pairing/programmes/queries";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findForStaff } from "@/lib/staff/surveys/queries";
import { editSurvey } from "../../actions";
import { DescriptionFields } from "../../description-fields";

const HEADING = "Change whom you ask, and when";

export default async function EditSurveyPage({ params }: PageProps<"/admin/surveys/[id]/edit">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const [found, all] = await Promise.all([findForStaff(viewer, id), listProgrammes(now)]);
  if (found?.own?.status !== "draft") notFound();
  return (
    <Page settings={settings} heading={HEADING} back={{ href: `/admin/surveys/${id}`, label: found.own.title }} isNarrow>
      <Form action={editSurvey} submit="Save" title={titleOf(HEADING, settings)}>
        <HiddenField name="id" initial={id} />
        <VersionField name="seen" initial={found.own.version} />
        <Draft memberId={viewer.memberId} place={`admin/surveys/${id}/edit`} />
        <DescriptionFields survey={found.own} programmes={all.filter((one) => !isScheme(one))} settings={settings} />
      </Form>
    </Page>
  );
}
