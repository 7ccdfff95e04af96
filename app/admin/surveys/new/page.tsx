import { randomUUID } from "node:crypto";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { isScheme } from "@/lib/pairing/programmes/access";
import { listProgrammes } from "@/lib/pairing/programmes/queries";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { makeSurvey } from "../actions";
import { DescriptionFields } from "../description-fields";

const HEADING = "Ask your own questions";

export default async function NewSurveyPage() {
  const viewer = await requireStaff();
  const { settings, now } = await readRequest();
  const programmes = (await listProgrammes(now)).filter((one) => !isScheme(one));
  return (
    <Page
      settings={settings}
      heading={HEADING}
      lede="First say whom you want to ask, and when. The questions come next, and nobody is asked before you open the survey."
      back={{ href: "/admin/surveys", label: "Surveys" }}
      isNarrow
    >
      <Form action={makeSurvey} submit="Save draft" title={titleOf(HEADING, settings)}>
        <HiddenField name="id" initial={randomUUID()} />
        <Draft memberId={viewer.memberId} place="admin/surveys/new" />
        <DescriptionFields survey={null} programmes={programmes} settings={settings} />
      </Form>
    </Page>
  );
}
