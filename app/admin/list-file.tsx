import type { ListName } from "@/lib/staff/lists/list";

interface ListFileProps {
  list: ListName;
  /** The filters of the page, as its address has them. */
  filters: Readonly<Record<string, string | number | null | undefined>>;
}

/** What a page of staff lists, as a file to take away: all of it, not this page alone. */
export function ListFile({ list, filters }: ListFileProps) {
  const asked = Object.entries(filters).flatMap(([name, value]) =>
    name === "after" || value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  const query = new URLSearchParams(asked).toString();
  return (
    <p className="text-soft print:hidden">
      <a href={`/admin/download/${list}${query ? `?${query}` : ""}`} download className="inline-block py-1">
        Download this list as CSV
      </a>{" "}
      – all of its pages. The audit trail says that you did.
    </p>
  );
}
