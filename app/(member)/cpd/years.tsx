import { Link } from "@/components/ui/link";

interface YearsProps {
  /** The years with a reflection, newest first. */
  years: readonly number[];
  current: number;
  thisYear: number;
}

/** Links to the years that have a reflection, and to this year. */
export function Years({ years, current, thisYear }: YearsProps) {
  const all = [...new Set([thisYear, current, ...years])].sort((a, b) => b - a);
  if (all.length < 2) return null;
  return (
    <nav aria-label="Years" className="flex flex-wrap gap-x-5 gap-y-1">
      {all.map((year) => (
        <Link
          key={year}
          href={`/cpd?year=${year}`}
          aria-current={year === current ? "page" : undefined}
          className="inline-block py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {year}
        </Link>
      ))}
    </nav>
  );
}
