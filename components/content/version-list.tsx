import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Version } from "@/lib/society/content/document";

interface VersionListProps {
  /** Without a title: from then on the society's text counted again. */
  versions: readonly (Omit<Version, "title"> & { title: string | null })[];
  /** What version 0 is called. */
  first?: string;
  /** The one that members see; null when they see none. */
  publishedNumber: number | null;
  /** The page of a version is this with its number. */
  href: string;
  now: Date;
  timeZone: string;
}

const PRODUCTS = "The text that comes with the product";

/** All that was ever saved, newest first, each to be read and brought back. */
export function VersionList({ versions, first = PRODUCTS, publishedNumber, href, now, timeZone }: VersionListProps) {
  return (
    <Table
      caption="Versions"
      columns={[{ label: "Version" }, { label: "Saved" }, { label: "By" }, { label: "Status" }]}
      rows={versions.map(({ number, title, createdAt, publishedAt, authorName }) => ({
        key: String(number),
        cells: [
          title === null ? (
            `Version ${number}: the society’s text again`
          ) : (
            <Link key="link" href={`${href}/${number}`} className="inline-block py-0.5">
              {number === 0 ? first : `Version ${number}`}
            </Link>
          ),
          number === 0 ? "" : <Time key="at" at={createdAt} now={now} timeZone={timeZone} as="date-time" />,
          authorName ?? (number === 0 ? "" : "A former member"),
          standing(number, publishedAt),
        ],
      }))}
    />
  );

  function standing(number: number, publishedAt: Date | null): string {
    if (number === publishedNumber) return "Published now";
    if (publishedAt) return "Published earlier";
    return number === 0 ? "Used before" : "Draft";
  }
}
