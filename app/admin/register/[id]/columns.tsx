import { CheckboxGroup } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { titleOf } from "@/components/ui/page";
import { TickBox } from "@/components/ui/tick-box";
import { guessMapping } from "@/lib/society/register/mapping";
import type { ImportView } from "@/lib/society/register/queries";
import { MOST_FURTHER } from "@/lib/society/register/register-import";
import type { Settings } from "@/lib/society/settings/settings";
import { setColumns, setWords } from "../actions";

interface StepProps {
  found: ImportView;
  settings: Settings;
  heading: string;
}

const FIELDS = [
  { name: "number", label: "Membership number" },
  { name: "name", label: "Whole name", hint: "Or choose a first name and a surname below." },
  { name: "firstName", label: "First name" },
  { name: "surname", label: "Surname", hint: "Used to recognise people when they register." },
  { name: "email", label: "E-mail address" },
  {
    name: "standing",
    label: "Standing",
    hint: "If there is no such column, everybody in the file counts as a current member.",
  },
] as const;

/** The form in which staff say what each column contains; the headings suggest the answers. */
export function Columns({ found: { id, head, mapping, isPart }, settings, heading }: StepProps) {
  const guess = mapping ?? guessMapping(head);
  const options = head.map(({ label, examples }, value) => ({
    value,
    label: examples.length > 0 ? `${label} (${examples.join(", ")})`.slice(0, 90) : label,
  }));
  return (
    <Form action={setColumns} submit="Continue" title={titleOf(heading, settings)}>
      <HiddenField name="id" initial={id} />
      <p>We have guessed from the headings. Please correct anything that is wrong.</p>
      {FIELDS.map(({ name, label, ...rest }) => (
        <SelectField
          key={name}
          name={name}
          label={label}
          {...rest}
          none="Not in the file"
          options={options}
          initial={guess[name] ?? null}
        />
      ))}
      <CheckboxGroup
        name="further"
        legend="Further columns to keep (optional)"
        hint={`At most ${MOST_FURTHER}, such as a branch or a grade. Only staff see them, and members find them in Download my data. Leave out what you do not need: what is not ticked is not kept.`}
        options={options}
        initial={mapping?.further ?? []}
        columns="long"
      />
      <TickBox
        name="part"
        value="yes"
        label="The file holds only some of the members"
        hint="For instance rows that were left out before. Members who are not in the file stay as they are."
        isTicked={isPart}
      />
    </Form>
  );
}

/** The form in which staff say what each word in the standing column means. */
export function Words({ found: { id, head, mapping }, settings, heading }: StepProps) {
  const column = mapping?.standing === null || mapping?.standing === undefined ? undefined : head[mapping.standing];
  const words = column?.words ?? [];
  const options = words.map((word, value) => ({ value, label: word || "(empty)" }));
  const placesOf = (chosen: readonly string[] = []) => chosen.map((word) => words.indexOf(word));
  return (
    <Form
      action={setWords}
      submit="Check the file"
      title={titleOf(heading, settings)}
      aside={
        <Link href={`/admin/register/${id}?columns=again`} className="py-2">
          Choose the columns again
        </Link>
      }
    >
      <HiddenField name="id" initial={id} />
      <p>
        These are the values in the column {column?.label}. Tick each of them in one of the two lists: rows with any other value
        cannot be imported.
      </p>
      <CheckboxGroup
        name="current"
        legend="Current members"
        hint="They have access."
        options={options}
        initial={placesOf(mapping?.current)}
      />
      <CheckboxGroup
        name="lapsed"
        legend="Lapsed"
        hint="They have no access."
        options={options}
        initial={placesOf(mapping?.lapsed)}
      />
    </Form>
  );
}
