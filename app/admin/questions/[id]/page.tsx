import { notFound } from "next/navigation";
import { QuestionFields } from "@/components/profile-questions/question-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { hasOptions, type KeptQuestion } from "@/lib/people/profile-questions/profile-question";
import { findQuestion } from "@/lib/people/profile-questions/queries";
import { KIND_LABELS, labelReaders } from "@/lib/people/profile-questions/wording";
import { askQuestion, changeQuestion, removeQuestion } from "../actions";

const CHOICES =
  "A choice whose line you take away is not offered any more, but those who chose it keep it. A line with other words is a new choice.";

export default async function QuestionPage({ params }: PageProps<"/admin/questions/[id]">) {
  const viewer = await requireStaff("admin");
  const [{ settings }, { id }] = await Promise.all([readRequest(), params]);
  const question = await findQuestion(viewer, id);
  if (!question) notFound();
  const { role, kind, readers } = question;
  const title = titleOf(question.question, settings);
  return (
    <Page
      settings={settings}
      heading={question.question}
      lede={`${KIND_LABELS[kind]}, on the profile as ${withArticle(settings.words[role])}. ${labelReaders(readers, role, settings.words)}.`}
      back={{ href: "/admin/questions", label: "Questions on profiles" }}
      isNarrow
    >
      {/* This form sets the title of the page; the others only do so when they come back. */}
      <Form action={changeQuestion} submit="Save" title={title}>
        <HiddenField name="id" initial={id} />
        <HiddenField name="base" initial={question.version} />
        <Draft memberId={viewer.memberId} place={`admin/questions/${id}`} />
        <QuestionFields wording={question} {...(hasOptions(kind) ? { options: CHOICES } : {})} />
      </Form>
      <Retiring question={question} title={title} />
      {!question.isAnswered && (
        <section aria-labelledby="delete" className="grid gap-4 border-t border-rule pt-6">
          <h2 id="delete">Delete it</h2>
          <p>Nobody has answered this question, so it can go without a trace in anybody’s profile.</p>
          <Form action={removeQuestion} submit="Delete it" kind="danger" title={title} isOneOfSeveral>
            <HiddenField name="id" initial={id} />
          </Form>
        </section>
      )}
    </Page>
  );
}

function Retiring({ question: { id, retiredAt }, title }: { question: KeptQuestion; title: string }) {
  const isRetired = retiredAt !== null;
  return (
    <section aria-labelledby="retire" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="retire">{isRetired ? "Bring it back" : "Retire it"}</h2>
      <p>
        {isRetired
          ? "Members are asked again, and the answers that they gave before are shown again."
          : "Members are no longer asked, and nobody is shown the answers any more. They are kept, and come back with the question."}
      </p>
      <Form
        action={askQuestion}
        submit={isRetired ? "Bring it back" : "Retire it"}
        kind={isRetired ? "quiet" : "danger"}
        title={title}
        isOneOfSeveral
      >
        <HiddenField name="id" initial={id} />
        <HiddenField name="asked" initial={isRetired ? "yes" : "no"} />
      </Form>
    </section>
  );
}
