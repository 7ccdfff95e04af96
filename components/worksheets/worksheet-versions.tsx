import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Version } from "@/lib/mentoring/worksheets/worksheet";

interface WorksheetVersionsProps {
  versions: readonly Version[];
  shown: number;
  /** The page of the worksheet. */
  href: string;
  /** The reader, who is "you". */
  memberId: string;
  now: Date;
  timeZone: string;
}

/** Who wrote what and when: every version, newest first, each a link. */
export function WorksheetVersions({ versions, shown, href, memberId, now, timeZone }: WorksheetVersionsProps) {
  const newest = versions[0]?.number;
  return (
    <details open={shown !== newest} className="border-t border-rule pt-4">
      <summary className="py-1.5 text-accent">
        {versions.length === 1 ? "Who wrote this and when" : `Who changed what: ${versions.length} versions`}
      </summary>
      <ol className="mt-3 grid gap-3 border-l-2 border-rule pl-4">
        {versions.map(({ number, authorId, authorName, writtenAt }) => (
          <li key={number}>
            <Link
              href={number === newest ? href : `${href}?version=${number}`}
              aria-current={number === shown ? "true" : undefined}
              className="aria-[current]:font-semibold"
            >
              Version {number}
            </Link>
            {number === newest && ", the newest"}
            <span className="block text-[0.92rem] text-soft">
              {authorId === memberId ? "You" : authorName}, <Time at={writtenAt} now={now} timeZone={timeZone} as="date-time" />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
