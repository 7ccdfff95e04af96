import { Draft } from "@/components/ui/draft";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { titleOf } from "@/components/ui/page";
import { MOST_OPTIONS, MOST_QUESTIONS, QUESTION_KINDS, ROOM, type Survey } from "@/lib/mentoring/surveys/survey";
import { KIND_LABELS } from "@/lib/mentoring/surveys/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { whyNot } from "@/lib/staff/surveys/decide";
import { sayRefusal } from "@/lib/staff/surveys/wording";
import { addSurveyQuestion, closeSurvey, discardSurvey, openSurvey, removeSurveyQuestion } from "../actions";

interface SurveyProps {
  survey: Survey;
  settings: Settings;
}

function Seen({ survey: { id, version } }: Pick<SurveyProps, "survey">) {
  return (
    <>
      <HiddenField name="id" initial={id} />
      <HiddenField name="seen" initial={version} />
    </>
  );
}

/** A draft: its questions, one more, and what can be done with it. */
export function DraftParts({ survey, settings, memberId, now }: SurveyProps & { memberId: string; now: Date }) {
  const { id, questions, version } = survey;
  const title = titleOf(survey.title, settings);
  const refusal = whyNot(survey, "open", now);
  return (
    <>
      <p>
        <Link href={`/admin/surveys/${id}/edit`} className="inline-block py-1">
          Change whom you ask, and when
        </Link>
      </p>
      <section aria-labelledby="questions" className="grid gap-4">
        <h2 id="questions">Questions</h2>
        {questions.length === 0 && <p>There are none yet.</p>}
        <ol className="grid list-decimal gap-4 pl-6 marker:text-soft">
          {questions.map(({ number, question, kind, options }) => (
            <li key={number}>
              <p className="font-[650] wrap-anywhere">{question}</p>
              <p className="text-soft wrap-anywhere">
                {KIND_LABELS[kind]}
                {options.length > 0 && `: ${options.join(", ")}`}
              </p>
              <Form
                action={removeSurveyQuestion}
                submit={
                  <>
                    Remove<span className="sr-only">{`: ${question}`}</span>
                  </>
                }
                kind="plain"
                title={title}
                isOneOfSeveral
              >
                <Seen survey={survey} />
                <HiddenField name="number" initial={number} />
              </Form>
            </li>
          ))}
        </ol>
      </section>
      {questions.length < MOST_QUESTIONS && (
        <section aria-labelledby="add" className="grid gap-4 border-t border-rule pt-6">
          <h2 id="add">Add a question</h2>
          <Form action={addSurveyQuestion} submit="Add question" kind="quiet" title={title} key={version}>
            <Seen survey={survey} />
            <Draft memberId={memberId} place={`admin/surveys/${id}/add`} />
            <TextField name="question" label="Question" maxLength={ROOM.question} />
            <SelectField
              name="kind"
              label="The answer is"
              options={QUESTION_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
              initial="scale"
            />
            <TextArea
              name="options"
              label="Choices"
              hint={`Only for a choice from a list. Each in a line of its own, up to ${MOST_OPTIONS}.`}
              room="short"
            />
          </Form>
        </section>
      )}
      <section aria-labelledby="open" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="open">Open it</h2>
        {refusal ? (
          <p>{sayRefusal(refusal)}</p>
        ) : (
          <>
            <p>
              From the first day on, the members it is for get an e-mail with a link to the questions. Anybody who has had
              another survey in the last two weeks is asked when the two weeks are over. The questions cannot be changed any
              more.
            </p>
            <Form action={openSurvey} submit="Open the survey" title={title} isOneOfSeveral>
              <Seen survey={survey} />
            </Form>
          </>
        )}
      </section>
      <section aria-labelledby="delete" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="delete">Delete it</h2>
        <p>Nobody has been asked yet, so nothing is lost but the draft.</p>
        <Form action={discardSurvey} submit="Delete the draft" kind="danger" title={title} isOneOfSeveral>
          <Seen survey={survey} />
        </Form>
      </section>
    </>
  );
}

/** Ends an open survey before its last day. */
export function Closing({ survey, settings }: SurveyProps) {
  return (
    <section aria-labelledby="close" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="close">Close it</h2>
      <p>Nobody else is asked, and no more answers are taken. The answers so far are kept.</p>
      <Form action={closeSurvey} submit="Close the survey" kind="danger" title={titleOf(survey.title, settings)} isOneOfSeveral>
        <Seen survey={survey} />
      </Form>
    </section>
  );
}
