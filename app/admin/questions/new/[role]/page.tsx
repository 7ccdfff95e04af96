import { randomUUID } from "node:crypto";
import { QuestionFields } from "@/components/profile-questions/question-fields";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { KINDS, READERS } from "@/lib/people/profile-questions/profile-question";
import { KIND_LABELS, labelReaders } from "@/lib/people/profile-questions/wording";
import { addQuestion } from "../../actions";
import { roleOf } from "../../role-of";

export default async function NewQuestionPage({ params }: PageProps<"/admin/questions/new/[role]">) {
  const viewer = await requireStaff("admin");
  const [{ settings }, { role: name }] = await Promise.all([readRequest(), params]);
  const role = roleOf(name);
  const heading = `Add a question to the profile as ${withArticle(settings.words[role])}`;
  return (
    <Page
      settings={settings}
      heading={heading}
      lede="Ask only for what the society or the partners will use."
      back={{ href: "/admin/questions", label: "Questions on profiles" }}
      isNarrow
    >
      <Form action={addQuestion} submit="Add question" title={titleOf(heading, settings)}>
        <HiddenField name="id" initial={randomUUID()} />
        <HiddenField name="role" initial={role} />
        <Draft memberId={viewer.memberId} place={`admin/questions/new/${role}`} />
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
          options={READERS.map((readers) => ({ value: readers, label: labelReaders(readers, role, settings.words) }))}
        />
        <QuestionFields wording={null} options="Only for choices from a list; otherwise leave this empty." />
      </Form>
    </Page>
  );
}
