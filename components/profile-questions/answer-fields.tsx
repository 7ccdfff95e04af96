import { CheckboxGroup } from "@/components/ui/choices";
import { DateField, NumberField, SelectField, TextArea } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { type AskedQuestion, fieldOf } from "@/lib/people/profile-questions/profile-question";
import { sayReaders } from "@/lib/people/profile-questions/wording";
import { offered, type Settings } from "@/lib/society/settings/settings";

/** The society's own questions on the form of a profile; nothing where there are none. */
export function AnswerFields({ asked, settings }: { asked: readonly AskedQuestion[]; settings: Settings }) {
  if (asked.length === 0) return null;
  return (
    <Fieldset legend={`Questions from ${settings.society.name}`}>
      {asked.map((question) => (
        <AnswerField key={question.id} question={question} words={settings.words} />
      ))}
    </Fieldset>
  );
}

function AnswerField({ question: asked, words }: { question: AskedQuestion; words: Settings["words"] }) {
  const { kind, question, isRequired, answer, unreadable } = asked;
  const label = isRequired ? question : `${question} (optional)`;
  if (unreadable !== null)
    return (
      <div className="grid gap-1.5">
        <p className="font-[650]">{label}</p>
        <p>{unreadable}</p>
      </div>
    );
  const readers = sayReaders(asked.readers, asked.role, words);
  const field = { name: fieldOf(asked.number), hint: asked.help ? `${asked.help} ${readers}` : readers };
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

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

/** What is offered, and what was chosen before it was retired. */
function optionsOf({ options, answer }: AskedQuestion) {
  const chosen = answer === null ? [] : answer.split(",").map(Number);
  return offered(options, chosen).map(({ id, label }) => ({ value: id, label }));
}
