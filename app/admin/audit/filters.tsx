import { DateField, SelectField, TextField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Narrowing } from "@/components/ui/narrowing";
import { capital } from "@/lib/foundation/wording";
import type { AskedLines } from "@/lib/society/audit/input";
import { FACTS } from "@/lib/society/audit/phrases";
import { ACTORS } from "@/lib/society/audit/wording";

const KINDS = Object.entries(FACTS)
  .map(([value, phrase]) => {
    const name = value.replaceAll("-", " ");
    return { value, label: phrase === name ? capital(phrase) : `${capital(phrase)} (${name})` };
  })
  .sort((a, b) => a.label.localeCompare(b.label, "en"));

/** The filters of the audit trail. */
export function AuditFilters({ asked, isFiltered }: { asked: AskedLines; isFiltered: boolean }) {
  return (
    <FilterForm href="/admin/audit" submit="Search" isFiltered={isFiltered}>
      <TextField name="who" label="Name, number, e-mail or id" type="search" initial={asked.who} maxLength={200} />
      <Narrowing of="lines" isNarrowed={[asked.actor, asked.fact, asked.from, asked.to].some(Boolean) || asked.as !== "either"}>
        <SelectField
          name="as"
          label="Their role"
          initial={asked.as}
          options={[
            { value: "either", label: "They did it, or it was about them" },
            { value: "actor", label: "They did it" },
            { value: "subject", label: "It was about them" },
          ]}
        />
        <SelectField
          name="actor"
          label="Done by"
          none="Anybody"
          initial={asked.actor}
          options={Object.entries(ACTORS).map(([value, label]) => ({ value, label }))}
        />
        <SelectField name="fact" label="What" none="Anything" initial={asked.fact} options={KINDS} />
        <DateField name="from" label="First day" initial={asked.from} />
        <DateField name="to" label="Last day" initial={asked.to} />
      </Narrowing>
    </FilterForm>
  );
}
