import { DateField, type Option, SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Link } from "@/components/ui/link";
import type { ChosenRange } from "@/lib/staff/reports/range";
import type { ReportName } from "@/lib/staff/reports/report";
import { PRESETS } from "@/lib/staff/reports/wording";

interface RangeFormProps {
  name: ReportName;
  range: ChosenRange;
  /** Today. */
  latest: string;
  /** The programme that the report is about, and those to choose from; none where there is only one. */
  programme: string | null;
  programmes: readonly Option[];
}

/** Chooses the period: one of three common ones, or any two days; and the programme, where there are several. */
export function RangeForm({ name, range, latest, programme, programmes }: RangeFormProps) {
  const href = `/admin/reports/${name}`;
  const kept = programme ? `&programme=${programme}` : "";
  return (
    <div className="grid gap-4 print:hidden">
      <nav aria-label="Days" className="flex flex-wrap gap-x-5 gap-y-1">
        {PRESETS.map(({ preset, label }) => (
          <Link
            key={preset}
            href={`${href}?range=${preset}${kept}`}
            aria-current={range.preset === preset && !range.problem ? "true" : undefined}
            className="inline-block py-1.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {label}
          </Link>
        ))}
      </nav>
      <FilterForm href={href} submit="Show these days" isFiltered={false}>
        <DateField key={`from ${range.from}`} name="from" label="First day" initial={range.from} latest={latest} />
        <DateField key={`to ${range.to}`} name="to" label="Last day" initial={range.to} />
        {programmes.length > 1 && (
          <SelectField name="programme" label="Programme" options={programmes} none="All together" initial={programme} />
        )}
      </FilterForm>
    </div>
  );
}

/** The programme alone, of a report that says how things stand now. */
export function ProgrammeForm({ name, programme, programmes }: Pick<RangeFormProps, "name" | "programme" | "programmes">) {
  return (
    <div className="print:hidden">
      <FilterForm href={`/admin/reports/${name}`} submit="Show this programme" isFiltered={false}>
        <SelectField name="programme" label="Programme" options={programmes} none="All together" initial={programme} />
      </FilterForm>
    </div>
  );
}
