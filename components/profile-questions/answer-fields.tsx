import { CheckboxGroup } from "@/components/ui/choices";
import { DateField, NumberField, SelectField, TextArea } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import type { Role } from "@/lib/foundation/viewer";
import { type AskedQuestion, fieldOf, isFilled } from "@/lib/people/profile-questions/profile-question";
import { COMPARED, sayAnswer, sayFilled, sayNotFilled, sayReaders } from "@/lib/people/profile-questions/wording";
import { offered, type Settings } from "@/lib/society/settings/settings";

interface AnswerFieldsProps {
  asked: readonly AskedQuestion[];
  settings: Settings;
  /** Where a page has a form for each role: that of this one. */
  of?: Role;
}

/** The society's own questions on the form of a profile, or on joining a programme; nothing where there are none. */
export function AnswerFields({ asked, settings, of }: AnswerFieldsProps) {
  if (asked.length === 0) return null;
  return (
    <Fieldset legend={`Questions from ${settings.society.name}`}>
      {asked.map((question) => (
        <AnswerField key={question.id} question={question} words={settings.words} of={of} />
      ))}
    </Fieldset>
  );
}

interface AnswerFieldProps {
  question: AskedQuestion;
  words: Settings["words"];
  of: Role | undefined;
}

function AnswerField({ question: asked, words, of }: AnswerFieldProps) {
  const { kind, question, isRequired, answer, unreadable } = asked;
  if (isFilled(asked)) return <Filled asked={asked} words={words} />;
  const label = isRequired ? question : `${question} (optional)`;
  if (unreadable !== null)
    return (
      <div className="grid gap-1.5">
        <p className="font-[650]">{label}</p>
        <p>{unreadable}</p>
      </div>
    );
  const readers = sayReaders(asked, words);
  const hint = [asked.help, readers, asked.isCompared && COMPARED].filter(Boolean).join(" ");
  const field = { name: fieldOf(asked.number, of), hint };
  const none = isRequired ? "Choose one" : "I would rather not say";
  switch (kind) {
    case "text":
      return <TextArea {...field} label={label} initial={answer} room="short" />;
    case "number":
      return <NumberField {...field} label={label} initial={answer} />;
    case "date":
      return <DateField {...field} label={label} initial={answer} />;
    case "yes-no":
      return <SelectField {...field} label={label} initial={answer} none={none} options={YES_NO} />;
    case "choice":
      return <SelectField {...field} label={label} initial={answer} none={none} options={optionsOf(asked)} />;
    case "choices":
      return <CheckboxGroup {...field} legend={label} initial={answer?.split(",")} options={optionsOf(asked)} columns="long" />;
  }
}

/** What the register or the sign-in says of the member: shown, not asked. */
function Filled({ asked, words }: Pick<AnswerFieldProps, "words"> & { asked: AskedQuestion }) {
  const { question, answer, unreadable } = asked;
  const source = [sayFilled(asked), sayReaders(asked, words), asked.isCompared && COMPARED].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1.5">
      <p className="font-[650]">{question}</p>
      <p className="text-soft">{source}</p>
      <p className="prose-plain">{unreadable ?? (answer === null ? sayNotFilled(asked) : sayAnswer(asked, answer))}</p>
    </div>
  );
}

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

/** What is offered, and what was chosen before it was retired. */
function optionsOf({ options, answer }: AskedQuestion) {
  const chosen = answer === null ? [] : answer.split(",").map(Number);
  return offered(options, chosen).map(({ id, label }) => ({ value: id, label }));
}
