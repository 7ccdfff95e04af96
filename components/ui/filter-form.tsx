import type { ReactNode } from "react";
import { Button } from "./button";
import { Link } from "./link";
import { SearchForm } from "./search-form";

interface FilterFormProps {
  /** The page of the list itself. */
  href: string;
  /** The button. */
  submit: string;
  isFiltered: boolean;
  /** Where all of the list is; the page itself, unless its address says more than the filters. */
  all?: string;
  children: ReactNode;
}

/** What to narrow a list to, as an address that can be kept and sent on; works without a script. */
export function FilterForm({ href, submit, isFiltered, all = href, children }: FilterFormProps) {
  return (
    <SearchForm href={href} className="flex flex-wrap items-end gap-x-5 gap-y-4">
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button kind="quiet">{submit}</Button>
        {isFiltered && (
          <Link href={all} className="py-2">
            Show all
          </Link>
        )}
      </div>
    </SearchForm>
  );
}

/** Filters that have no box in the form, because a report's number or a link led here with them: they stay until all are shown. */
export function Kept({ values }: { values: Readonly<Record<string, string | number | null | undefined>> }) {
  return Object.entries(values).map(([name, value]) =>
    value === null || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}
