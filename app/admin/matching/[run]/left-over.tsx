import { Fragment } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { sayNumber } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { addressOf, type RunList } from "@/lib/staff/matching/input";
import type { LeftLine, RunEntry, ViewCounts } from "@/lib/staff/matching/queries";
import { sayLeftOver, sayNobodyHere, sayRoles, sayView } from "@/lib/staff/matching/wording";

interface LeftOverProps {
  run: RunEntry;
  list: RunList;
  left: readonly LeftLine[];
  settings: Settings;
  now: Date;
  timeZone: string;
}

/** Mentees without a match, and why. */
export function LeftOver({ run, list, left, settings, now, timeZone }: LeftOverProps) {
  if (left.length === 0 && list.who !== undefined)
    return (
      <EmptyState heading={`${sayView("left")}: none`}>
        <p>{sayNobodyHere(list.who)}</p>
      </EmptyState>
    );
  if (left.length === 0)
    return (
      <EmptyState heading="Nobody is left over">
        <p>Everybody who waited when the matching began has a match.</p>
      </EmptyState>
    );
  const [mentee, mentor] = sayRoles(settings.words);
  return (
    <Table
      caption={`${mentee} without a match`}
      columns={[{ label: mentee }, { label: "Waiting since" }, { label: "Why" }, { label: mentor }]}
      rows={left.map((line) => ({
        key: line.id,
        cells: [
          <Link key="open" href={`/admin/members/${line.id}`} className="inline-block py-0.5 wrap-anywhere">
            {line.name}
          </Link>,
          <Time key="since" at={line.since} now={now} timeZone={timeZone} />,
          sayLeftOver(line, settings.words),
          run.status === "drafted" ? (
            <Link key="choose" href={addressOf(run.id, list, line.id)} className="inline-block py-0.5">
              Choose<span className="sr-only"> for {line.name}</span>
            </Link>
          ) : (
            ""
          ),
        ],
      }))}
    />
  );
}

interface LeftOverLinksProps {
  run: string;
  counts: ViewCounts;
  settings: Settings;
}

/** How many are left over, mentees and mentors, as lists of members: from there staff write to them, or take the list away as a file. */
export function LeftOverLinks({ run, counts: { leftMentees, leftMentors }, settings: { words } }: LeftOverLinksProps) {
  const lists = [
    { filter: "leftOverMentees", count: leftMentees, one: words.mentee, several: words.mentees },
    { filter: "leftOverMentors", count: leftMentors, one: words.mentor, several: words.mentors },
  ].filter(({ count }) => count > 0);
  if (lists.length === 0) return null;
  return (
    <p>
      Left over:{" "}
      {lists.map(({ filter, count, one, several }, i) => (
        <Fragment key={filter}>
          {i > 0 && " and "}
          <Link href={`/admin/members?${filter}=${run}`} className="inline-block py-1">
            {sayNumber(count)} {count === 1 ? one : several}
          </Link>
        </Fragment>
      ))}
      . Follow the number to write to them, or to download the list.
    </p>
  );
}
