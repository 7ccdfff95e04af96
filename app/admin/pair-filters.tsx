import { type Option, SelectField, TextField } from "@/components/ui/field";
import { FilterForm, Kept } from "@/components/ui/filter-form";
import { Narrowing } from "@/components/ui/narrowing";
import { Note } from "@/components/ui/note";
import type { Settings } from "@/lib/society/settings/settings";
import { AGES, type ProposalFilter } from "@/lib/staff/relationships/input";
import { AGE_LABELS } from "@/lib/staff/relationships/wording";

interface PairFiltersProps {
  /** What is listed, in the plural. */
  of: string;
  href: string;
  filter: Pick<ProposalFilter, "age" | "topic" | "who"> & { state?: string | undefined };
  /** Filters without a box, with which a report's number led here, and what they say. */
  kept: Readonly<Record<string, string | number | undefined>>;
  counted: string | null;
  states: readonly Option[];
  /** What the age counts from: "Sent". */
  began: string;
  settings: Settings;
}

/** By state, age, topic and person: for the lists of proposals and of relationships. */
export function PairFilters({ of, href, filter, kept, counted, states, began, settings }: PairFiltersProps) {
  const { state, age, topic, who } = filter;
  const isFiltered = [state, age, topic, who, ...Object.values(kept)].some((one) => one !== undefined);
  return (
    <>
      <FilterForm href={href} submit="Show them" isFiltered={isFiltered}>
        <Kept values={kept} />
        <TextField name="who" label="Name or number" type="search" initial={who} maxLength={80} />
        <Narrowing of={of} isNarrowed={[state, age, topic].some((one) => one !== undefined)}>
          <SelectField name="state" label="State" options={states} none="Any" initial={state} />
          <SelectField
            name="age"
            label={began}
            options={AGES.map((value) => ({ value, label: AGE_LABELS[value] }))}
            none="Any time"
            initial={age}
          />
          <SelectField
            name="topic"
            label="Topic"
            options={settings.topics.map(({ id, label }) => ({ value: id, label }))}
            none="Any"
            initial={topic}
          />
        </Narrowing>
      </FilterForm>
      {counted && (
        <Note kind="plain">
          <p>{counted}.</p>
        </Note>
      )}
    </>
  );
}

/** The page of a list that comes next, under the same filter; the first one without a cursor. */
export function pageHref(href: string, filter: Record<string, string | number | undefined>, after: string | null): string {
  const asked = Object.entries({ ...filter, after: after ?? undefined }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${href}?${query}` : href;
}
