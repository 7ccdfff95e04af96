import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choices";
import { SelectField, TextField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { SearchForm } from "@/components/ui/search-form";
import { LONGEST_WORDS, type MentorFilters } from "@/lib/pairing/matching/input";
import { type FilterQuestion, fieldOf } from "@/lib/people/profile-questions/profile-question";
import { type ListEntry, offered, type Settings } from "@/lib/society/settings/settings";

interface FiltersProps {
  filters: MentorFilters;
  settings: Settings;
  isFiltered: boolean;
  /** The programmes besides the society's scheme in which the viewer looks for somebody. */
  programmes: readonly { value: string; label: string }[];
  /** The society's own questions by which the list can be narrowed. */
  questions: readonly FilterQuestion[];
}

/** The filters: beside the list where there is room, folded away above it on a phone. */
export function Filters({ filters, settings, isFiltered, programmes, questions }: FiltersProps) {
  const { mentors } = settings.words;
  return (
    <SearchForm href="/mentors" className="grid gap-5">
      <TextField
        type="search"
        name="q"
        label="Search"
        hint="A name, a place, a skill"
        initial={filters.words}
        maxLength={LONGEST_WORDS}
      />
      {programmes.length > 0 && (
        <SelectField
          name="programme"
          label="Programme"
          none={`All ${mentors}`}
          options={programmes}
          initial={filters.programme ?? ""}
        />
      )}
      <CheckboxGroup
        name="topic"
        legend="Topics"
        options={optionsOf(settings.topics, filters.topics)}
        initial={filters.topics}
      />
      <Choice name="region" label="Region" none="Anywhere" list={settings.regions} chosen={filters.region} />
      <Choice name="sector" label="Sector" none="Any sector" list={settings.sectors} chosen={filters.sector} />
      <Choice name="method" label="How you meet" none="Any way" list={settings.methods} chosen={filters.method} />
      <Choice name="language" label="Language" none="Any language" list={settings.languages} chosen={filters.language} />
      {questions.map((question) => (
        <Answered
          key={question.number}
          question={question}
          chosen={filters.answers?.find(({ number }) => number === question.number)?.choice ?? ""}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button kind="quiet">Show {mentors}</Button>
        {isFiltered && (
          <Link href="/mentors" className="py-2">
            Show all
          </Link>
        )}
      </div>
    </SearchForm>
  );
}

/** One of the society's own questions. */
function Answered({ question: { number, question, kind, options }, chosen }: { question: FilterQuestion; chosen: string }) {
  const list = kind === "yes-no" ? YES_NO : optionsOf(options, chosen === "" ? [] : [Number(chosen)]);
  return <SelectField name={fieldOf(number)} label={question} none="Any answer" options={list} initial={chosen} />;
}

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

function Choice(props: { name: string; label: string; none: string; list: readonly ListEntry[]; chosen: number | null }) {
  const { name, label, none, list, chosen } = props;
  // One option is no choice.
  if (list.length < 2) return null;
  return (
    <SelectField
      name={name}
      label={label}
      none={none}
      options={optionsOf(list, chosen === null ? [] : [chosen])}
      initial={chosen}
    />
  );
}

function optionsOf(list: readonly ListEntry[], chosen: readonly number[]) {
  return offered(list, chosen).map(({ id, label }) => ({ value: id, label }));
}
