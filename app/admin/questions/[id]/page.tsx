import { notFound } from "next/navigation";
import { QuestionFields } from "@/components/profile-questions/question-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { hasOptions, isFilled, type KeptQuestion, mayFilter } from "@/lib/people/profile-questions/profile-question";
import { findQuestion } from "@/lib/people/profile-questions/queries";
import { labelReaders, sayFilter, sayKind, sayUnfit, sayWhatFits } from "@/lib/people/profile-questions/wording";
import { askQuestion, changeQuestion, removeQuestion } from "../actions";
import { formOf, sayForm } from "../form-of";

const CHOICES =
  "A choice whose line you take away is not offered any more, but those who chose it keep it. A line with other words is a new choice.";

const CHOICES_OF_CLAIM =
  "The sign-in has to say one of them in the same words. A choice whose line you take away fits no longer.";

export default async function QuestionPage({ params }: PageProps<"/admin/questions/[id]">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const question = await findQuestion(viewer, id);
  if (!question) notFound();
  const { role, kind } = question;
  const form = await formOf(question.programmeId, now);
  const title = titleOf(question.question, settings);
  return (
    <Page
      settings={settings}
      heading={question.question}
      lede={`${sayKind(question)}, ${sayForm(form, withArticle(settings.words[role]))}. ${labelReaders(question, settings.words)}.`}
      back={{ href: form.list, label: form.name === null ? "Questions on profiles" : `Questions on joining ${form.name}` }}
      isNarrow
    >
      {question.claim !== null && question.retiredAt === null && <FromSignIn question={question} />}
      {/* This form sets the title of the page; the others only do so when they come back. */}
      <Form action={changeQuestion} submit="Save" title={title}>
        <HiddenField name="id" initial={id} />
        <VersionField name="seen" initial={question.version} />
        <Draft memberId={viewer.memberId} place={`admin/questions/${id}`} />
        <QuestionFields
          wording={question}
          isFilled={isFilled(question)}
          {...(hasOptions(kind) ? { options: question.claim === null ? CHOICES : CHOICES_OF_CLAIM } : {})}
          {...(mayFilter(question) ? { filter: sayFilter(settings.words) } : {})}
        />
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

/** Whether the claim has come, and whether it fitted. */
function FromSignIn({ question: { kind, isAnswered, unfit } }: { question: KeptQuestion }) {
  if (unfit > 0)
    return (
      <Note>
        <p>{`${sayUnfit(unfit)} ${sayWhatFits(kind)}`}</p>
      </Note>
    );
  if (isAnswered) return null;
  return (
    <Note kind="plain">
      <p>
        No sign-in has brought this claim yet. It counts from each member’s next sign-in. If it never comes, check its name, and
        ask your provider whether it sends it to us.
      </p>
    </Note>
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
