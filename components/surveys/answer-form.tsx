import type { ReactNode } from "react";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TickBox } from "@/components/ui/tick-box";
import { WhoReads } from "@/components/ui/who-reads";
import type { FormState } from "@/lib/entrypoints/form-state";
import { fieldOf } from "@/lib/mentoring/surveys/input";
import type { Asked } from "@/lib/mentoring/surveys/queries";
import { SCALE, type SurveyQuestion } from "@/lib/mentoring/surveys/survey";
import { sayAnswerRefusal, sayChosen, sayWhoReads } from "@/lib/mentoring/surveys/wording";

interface AnswerFormProps {
  /** Who answers. */
  memberId: string;
  asked: Asked;
  /** What was pressed in the mail, for the first question. */
  pressed: number | null;
  society: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The page's whole title. */
  title: string;
  /** The hidden fields that say what is answered. */
  children: ReactNode;
}

/** The questions of a survey, with what has been answered so far. Who reads it stands before the first. */
export function AnswerForm({ memberId, asked, pressed, society, action, title, children }: AnswerFormProps) {
  const { questions, given, refusal } = asked;
  if (refusal)
    return (
      <Note>
        <p>{sayAnswerRefusal(refusal)}</p>
      </Note>
    );
  return (
    <div className="grid gap-6">
      <WhoReads>{sayWhoReads(society)}</WhoReads>
      {given && <p>You have answered. You can change your answer for a day, until it is counted with those of others.</p>}
      <Form action={action} submit={given ? "Change my answer" : "Send my answer"} title={title}>
        {children}
        {/* Somebody who has just pressed an answer in the mail means that one. */}
        {pressed === null && <Draft memberId={memberId} place={`surveys/${asked.id}`} />}
        {questions.map((question, i) => (
          <QuestionField
            key={question.number}
            question={question}
            chosen={(i === 0 ? pressed : null) ?? given?.chosen[question.number]}
            words={given?.words[question.number]}
          />
        ))}
        <TickBox
          name="contact"
          value="yes"
          label="I would like somebody from the society to contact me"
          hint="Only then do staff see your answer with your name."
          isTicked={given?.wantsContact ?? false}
        />
      </Form>
    </div>
  );
}

interface QuestionFieldProps {
  question: SurveyQuestion;
  chosen: number | undefined;
  words: string | undefined;
}

function QuestionField({ question, chosen, words }: QuestionFieldProps) {
  const { number, kind, options } = question;
  const name = fieldOf(number);
  if (kind === "text") return <TextArea name={name} label={`${question.question} (optional)`} initial={words} room="short" />;
  const values = kind === "scale" ? SCALE : Array.from({ length: kind === "yes-no" ? 2 : options.length }, (_, i) => i + 1);
  return (
    <RadioGroup
      name={name}
      legend={question.question}
      options={values.map((value) => ({ value, label: sayChosen(question, value) }))}
      initial={chosen === undefined ? [] : [chosen]}
    />
  );
}
