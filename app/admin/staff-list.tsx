import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { type Option, SelectField, TextField } from "@/components/ui/field";
import { FilterForm, Kept } from "@/components/ui/filter-form";
import { Link } from "@/components/ui/link";
import { Narrowing } from "@/components/ui/narrowing";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { labelsOf, type Settings } from "@/lib/society/settings/settings";
import type { Party } from "@/lib/staff/relationships/conditions";
import { AGES, type ProposalFilter } from "@/lib/staff/relationships/input";
import { AGE_LABELS } from "@/lib/staff/relationships/wording";
import { ListFile } from "./list-file";
import { PartyLink } from "./party-link";

interface StaffListProps {
  of: "proposals" | "relationships";
  lede: string;
  filter: Pick<ProposalFilter, "age" | "topic" | "programme" | "who" | "after"> & { state?: string | undefined };
  /** Those who come from a number of a report: what the filters without a box say. */
  counted: string | null;
  states: readonly Option[];
  /** Where there are several to choose from. */
  programmes: readonly Option[];
  /** What the first column and the age in the filter count from: "Sent". */
  began: string;
  /** The columns between the state and the topics. */
  columns: readonly { label: string; isNumber?: boolean }[];
  lines: readonly StaffLine[];
  /** The cursor of the next page; null on the last one. */
  next: string | null;
  /** Where to write to everybody on the list. */
  write?: { href: string; label: string };
  settings: Settings;
  now: Date;
  timeZone: string;
}

interface StaffLine {
  id: string;
  beganAt: Date;
  mentee: Party;
  mentor: Party;
  state: ReactNode;
  cells: readonly ReactNode[];
  topics: readonly number[];
}

/** All proposals or all relationships, as staff see them: narrowed by state, age, topic and person, a page at a time. */
export function StaffList({
  of,
  lede,
  filter,
  counted,
  states,
  programmes,
  began,
  columns,
  lines,
  next,
  write,
  settings,
  ...when
}: StaffListProps) {
  const href = `/admin/${of}`;
  const { words, topics } = settings;
  return (
    <Page settings={settings} title={capital(of)} heading={capital(of)} lede={lede}>
      <Filters {...{ of, href, filter, states, programmes, began, settings }} />
      {counted && (
        <Note kind="plain">
          <p>{counted}.</p>
        </Note>
      )}
      {lines.length === 0 ? (
        <EmptyState heading={`No ${of} match`}>
          <p>Remove a filter, or show them all.</p>
        </EmptyState>
      ) : (
        <Table
          caption={`${capital(of)}, newest first`}
          columns={[
            { label: began },
            { label: capital(words.mentee) },
            { label: capital(words.mentor) },
            { label: "State" },
            ...columns,
            { label: "Topics" },
          ]}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              <Link key="began" href={`${href}/${line.id}`} className="whitespace-nowrap">
                <Time at={line.beganAt} {...when} />
                <span className="sr-only">
                  : {line.mentee.name} {of === "proposals" ? "to" : "and"} {line.mentor.name}
                </span>
              </Link>,
              <PartyLink key="mentee" party={line.mentee} />,
              <PartyLink key="mentor" party={line.mentor} />,
              line.state,
              ...line.cells,
              labelsOf(topics, line.topics).join(", "),
            ],
          }))}
        />
      )}
      <Pagination
        of={of}
        previous={filter.after ? pageHref(href, { ...filter }, null) : null}
        previousLabel={`Newest ${of}`}
        next={next && pageHref(href, { ...filter }, next)}
      />
      {lines.length > 0 && write && (
        <p className="print:hidden">
          <Link href={write.href} className="inline-block py-1">
            {write.label}
          </Link>
        </p>
      )}
      {lines.length > 0 && <ListFile list={of} filters={{ ...filter }} />}
    </Page>
  );
}

type FiltersProps = Pick<StaffListProps, "of" | "filter" | "states" | "programmes" | "began" | "settings"> & { href: string };

function Filters({ of, href, filter, states, programmes, began, settings }: FiltersProps) {
  // Filters without a box stay as a report's number set them, until the reader shows everything again.
  const { state, age, topic, programme, who, after: _, ...kept } = filter;
  const isFiltered = [state, age, topic, programme, who, ...Object.values(kept)].some((one) => one !== undefined);
  return (
    <FilterForm href={href} submit="Show them" isFiltered={isFiltered}>
      <Kept values={kept} />
      <TextField name="who" label="Name or number" type="search" initial={who} maxLength={80} />
      <Narrowing of={of} isNarrowed={[state, age, topic, programme].some((one) => one !== undefined)}>
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
        {programmes.length > 1 && (
          <SelectField name="programme" label="Programme" options={programmes} none="Any" initial={programme} />
        )}
      </Narrowing>
    </FilterForm>
  );
}

/** The page of a list that comes next, under the same filter; the first one without a cursor. */
function pageHref(href: string, filter: Record<string, string | number | undefined>, after: string | null): string {
  const asked = Object.entries({ ...filter, after: after ?? undefined }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${href}?${query}` : href;
}
