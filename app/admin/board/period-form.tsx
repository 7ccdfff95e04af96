import { DateField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Link } from "@/components/ui/link";
import { PERIODS, type Period } from "@/lib/staff/board/period";
import { PERIOD_WORDS } from "@/lib/staff/board/wording";

/** Chooses the period: the last month, quarter or year, or any two days. */
export function PeriodForm({ period: { preset, problem, range }, latest }: { period: Period; latest: string }) {
  return (
    <div className="grid gap-4 print:hidden">
      <nav aria-label="Period" className="flex flex-wrap gap-x-5 gap-y-1">
        {PERIODS.map((one) => (
          <Link
            key={one}
            href={`/admin/board?period=${one}`}
            aria-current={preset === one && !problem ? "true" : undefined}
            className="inline-block py-1.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {PERIOD_WORDS[one]}
          </Link>
        ))}
      </nav>
      <FilterForm href="/admin/board" submit="Show these days" isFiltered={false}>
        <DateField key={`from ${range.from}`} name="from" label="First day" initial={range.from} latest={latest} />
        <DateField key={`to ${range.to}`} name="to" label="Last day" initial={range.to} />
      </FilterForm>
      <p>
        <a href={`/admin/board/download?from=${range.from}&to=${range.to}`} download className="inline-block py-1">
          Download this board as PDF
        </a>
      </p>
    </div>
  );
}
