import { DocumentText } from "@/components/content/document-text";
import { ReflectionFields } from "@/components/reflections/reflection-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { dayOf } from "@/lib/foundation/dates";
import { env } from "@/lib/foundation/env";
import { findReflection, listPartners } from "@/lib/mentoring/reflections/queries";
import { sayHeldOn } from "@/lib/mentoring/reflections/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { getDocument } from "@/lib/society/content/queries";
import { changeReflection } from "../actions";

export default async function ReflectionPage({ params }: PageProps<"/cpd/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const [reflection, partners, explanation] = await Promise.all([
    findReflection(viewer, id),
    listPartners(viewer),
    getDocument("cpd", { settings, signIn: env().SIGN_IN }, now),
  ]);
  if (!reflection) findNothing(viewer, "reflection");
  const heading = `Your reflection of ${sayHeldOn(reflection)}`;
  return (
    <Page
      settings={settings}
      heading={heading}
      back={{ href: `/cpd?year=${reflection.heldOn.slice(0, 4)}`, label: "CPD record" }}
      isNarrow
    >
      <Form
        action={changeReflection}
        submit="Save"
        title={titleOf(heading, settings)}
        aside={
          <LinkButton href={`/cpd/${id}/delete`} kind="danger" className="ml-auto">
            Delete
          </LinkButton>
        }
      >
        <input type="hidden" name="id" value={id} />
        <VersionField name="version" initial={reflection.version} />
        <Draft memberId={viewer.memberId} place={`cpd/${id}`} />
        <ReflectionFields
          form={reflection.words.free === "" ? "questions" : "free"}
          initial={reflection}
          partners={partners}
          today={dayOf(now, viewer.timeZone)}
          explanation={<DocumentText blocks={explanation.blocks} />}
        />
      </Form>
    </Page>
  );
}
