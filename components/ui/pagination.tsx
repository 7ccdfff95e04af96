import { Link } from "./link";

interface PaginationProps {
  /** What is being leafed through, in the plural: "mentors". */
  of: string;
  previous: string | null;
  previousLabel?: string;
  next: string | null;
}

/** The way to the page before and the page after. */
export function Pagination({ of, previous, previousLabel = `Previous ${of}`, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={`Pages of ${of}`} className="flex flex-wrap justify-between gap-x-6 gap-y-2 pt-4 font-semibold">
      {previous ? (
        <Link rel="prev" href={previous} className="py-2">
          <span aria-hidden="true">← </span>
          {previousLabel}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link rel="next" href={next} className="py-2">
          More {of}
          <span aria-hidden="true"> →</span>
        </Link>
      )}
    </nav>
  );
}
