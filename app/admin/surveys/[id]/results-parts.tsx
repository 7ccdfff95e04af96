import { DateField, SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Table } from "@/components/ui/table";
import { capital } from "@/lib/foundation/wording";
import type { SurveyQuestion } from "@/lib/mentoring/surveys/survey";
import type { Programme } from "@/lib/pairing/programmes/programme";
import type { Settings } from "@/lib/society/settings/settings";
import { sayAmount } from "@/lib/staff/reports/report";
import type { ResultsFilter } from "@/lib/staff/surveys/input";
import type { Text } from "@/lib/staff/surveys/queries";
import type { QuestionResult, Results } from "@/lib/staff/surveys/results";
import { NOT_ENOUGH, sayMean } from "@/lib/staff/surveys/wording";

interface ResultsPartsProps {
  id: string;
  questions: readonly SurveyQuestion[];
  results: Results;
  texts: readonly Text[];
  filter: ResultsFilter;
  /** To choose from; empty where there is only one. */
  programmes: readonly Programme[];
  settings: Settings;
}

/** What members have answered, as far as it may be shown. */
export function ResultsParts({ id, results, texts, filter, programmes, settings }: ResultsPartsProps) {
  const { words } = settings;
  const { programme, role, from, to } = filter;
  return (
    <>
      <FilterForm href={`/admin/surveys/${id}`} submit="Show" isFiltered={Boolean(programme || role || from || to)}>
        {programmes.length > 0 && (
          <SelectField
            name="programme"
            label="Programme"
            none="All"
            options={programmes.map((one) => ({ value: one.id, label: one.name }))}
            initial={programme}
          />
        )}
        <SelectField
          name="role"
          label="Asked as"
          none="Either"
          options={[
            { value: "mentor", label: capital(words.mentor) },
            { value: "mentee", label: capital(words.mentee) },
          ]}
          initial={role}
        />
        <DateField name="from" label="Counted from" initial={from} />
        <DateField name="to" label="Until" initial={to} />
      </FilterForm>
      {results.people === null ? (
        <p>{NOT_ENOUGH}</p>
      ) : (
        <p>
          {results.people.toLocaleString("en-GB")} answers counted. An answer is counted on the day it joins a group of at least
          five.
        </p>
      )}
      {results.questions.map((result) => (
        <Result key={result.number} result={result} />
      ))}
      {texts.length > 0 && (
        <section aria-labelledby="texts" className="grid gap-4">
          <h2 id="texts">In their own words</h2>
          <p className="text-soft">Up to fifty of the newest, in no particular order within a day.</p>
          <ul className="grid gap-4">
            {texts.map(({ key, question, words }) => (
              <li key={key} className="border-t border-rule pt-3">
                <p className="text-[0.92rem] text-soft">{question}</p>
                <p className="whitespace-pre-line wrap-anywhere">{words}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Result({ result: { number, question, count, mean, rows } }: { result: QuestionResult }) {
  const heading = `question-${number}`;
  return (
    <section aria-labelledby={heading} className="grid gap-3">
      <h2 id={heading} className="wrap-anywhere">
        {question}
      </h2>
      <p>
        {mean === null ? "" : `On average ${sayMean(mean)}. `}
        {count.toLocaleString("en-GB")} have answered.
      </p>
      <Table
        caption={`Answers to: ${question}`}
        columns={[{ label: "Answer" }, { label: "Number", isNumber: true }, { label: "Share", isNumber: true }]}
        rows={rows.map((row) => ({ key: row.label, cells: [row.label, row.count, sayAmount(row.share, "share")] }))}
      />
    </section>
  );
}
