import { randomUUID } from "node:crypto";
import { QuestionFields } from "@/components/profile-questions/question-fields";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { KINDS, READERS, ROOM } from "@/lib/people/profile-questions/profile-question";
import { KIND_LABELS, labelReaders, sayFilter } from "@/lib/people/profile-questions/wording";
import { listFurther } from "@/lib/society/register/queries";
import { addQuestion } from "../../actions";
import { formOf, sayForm } from "../../form-of";
import { roleOf } from "../../role-of";

export default async function NewQuestionPage({ params, searchParams }: PageProps<"/admin/questions/new/[role]">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { role: name }, { programme }] = await Promise.all([readRequest(), params, searchParams]);
  const role = roleOf(name);
  const form = await formOf(programme, now);
  const { programmeId } = form;
  const headings = await listFurther();
  const filter =
    role === "mentor" && programmeId === null
      ? { filter: `${sayFilter(settings.words)} Only for choices, or yes and no, that everybody can read.` }
      : {};
  const heading = `Add a question ${sayForm(form, withArticle(settings.words[role]))}`;
  return (
    <Page
      settings={settings}
      heading={<span className="prose-plain">{heading}</span>}
      lede="Ask only for what the society or the partners will use."
      back={{ href: form.list, label: form.name === null ? "Questions on profiles" : `Questions on joining ${form.name}` }}
      isNarrow
    >
      <Form action={addQuestion} submit="Add question" title={titleOf(heading, settings)}>
        <HiddenField name="id" initial={randomUUID()} />
        <HiddenField name="role" initial={role} />
        {programmeId && <HiddenField name="programmeId" initial={programmeId} />}
        <Draft memberId={viewer.memberId} place={`admin/questions/new/${role}${form.query}`} />
        <SelectField
          name="kind"
          label="The answer is"
          hint="This cannot be changed later."
          options={KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
          initial="text"
        />
        <RadioGroup
          name="readers"
          legend="Who reads the answers"
          hint="Members are told so beside the box. So this cannot be changed later: retire the question and ask a new one instead."
          options={READERS.map((readers) => ({
            value: readers,
            label: labelReaders({ readers, role, programmeId }, settings.words),
          }))}
        />
        {headings.length > 0 && (
          <SelectField
            name="filledFrom"
            label="Where the answer comes from"
            hint="Members see the answer from the register and are not asked. It is a text that staff or everybody can read."
            none="The member answers"
            options={headings.map((heading) => ({ value: heading, label: `The register: ${heading}` }))}
          />
        )}
        {env().SIGN_IN !== "local" && (
          <TextField
            name="claim"
            label="Claim of the sign-in (optional)"
            hint="If your sign-in says the answer, write the name of the claim here, or a path such as custom_attributes.branch. Members see the answer from their last sign-in and are not asked."
            maxLength={ROOM.claim}
          />
        )}
        <QuestionFields wording={null} options="Only for choices from a list; otherwise leave this empty." {...filter} />
      </Form>
    </Page>
  );
}
