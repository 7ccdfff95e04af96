import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { AGES } from "@/lib/staff/members/input";
import { sayAge } from "@/lib/staff/members/wording";
import { sayLength } from "@/lib/staff/relationships/counted/wording";
import { LENGTHS } from "@/lib/staff/relationships/input";
import type { MenteeGapRow, MentorGapRow } from "./gaps/queries";
import type { BegunRow, EndRow, GoingRow, MeetingRow } from "./queries";
import type { Month } from "./range";
import { type Amount, type Figures, sayAmount, share } from "./report";
import { sayEnd, sayMonth } from "./wording";

/** How many relationships start, continue and end, and whether they get going. */
export function relationshipFigures(rows: readonly BegunRow[], months: readonly Month[]): Figures[] {
  const going = goingOn(rows, months.length);
  const begun = rows.filter(({ begunIn }) => begunIn !== null && begunIn > 0);
  const [all, asked, talked, signed] = (["count", "asked", "talked", "signed"] as const).map((key) => sum(begun, key));
  const ended = sum(
    rows.filter(({ endedIn }) => endedIn !== null && endedIn > 0),
    "count",
  );
  const byMonth = months.map((month, i) => {
    const here = begun.filter(({ begunIn }) => begunIn === i + 1);
    const count = sum(here, "count");
    const endedHere = sum(
      rows.filter(({ endedIn }) => endedIn === i + 1),
      "count",
    );
    const shares = [share(sum(here, "talked"), sum(here, "asked")), share(sum(here, "signed"), count)];
    return { label: sayMonth(month.name), begun: count, ended: endedHere, going: going[i] ?? 0, shares };
  });
  const last = byMonth.at(-1)?.going ?? 0;
  return [
    {
      key: "by-month",
      heading: "Started and ended",
      summary: `${say(all)} started and ${say(ended)} ended in this period.`,
      note: "First conversation: recorded by one of the two, or a meeting held, within 30 days. Only relationships that started at least 30 days ago are counted. Contract: signed by both.",
      rowsAre: "months",
      rowLabel: "Month",
      columns: [
        { label: "Started", as: "count", isDrawn: true },
        { label: "Ended", as: "count", isDrawn: true },
        { label: "Of those started, talked within 30 days", as: "share" },
        { label: "Of those started, contract signed", as: "share" },
      ],
      rows: byMonth.map((row) => ({ label: row.label, amounts: [row.begun, row.ended, ...row.shares] })),
      isStacked: false,
    },
    {
      key: "going-on",
      heading: "Under way at the end of each month",
      summary: `${say(last)} were under way at the end of this period. Of those that started in it, ${sayAmount(share(talked ?? 0, asked ?? 0), "share")} talked within 30 days and ${sayAmount(share(signed ?? 0, all ?? 0), "share")} signed a contract.`,
      rowsAre: "months",
      rowLabel: "At the end of",
      columns: [{ label: "Under way", as: "count", isDrawn: true }],
      rows: byMonth.map(({ label, going }) => ({ label, amounts: [going] })),
      isStacked: false,
    },
  ];
}

/** Why relationships ended, and how long they had lasted. */
export function endFigures(rows: readonly EndRow[], { words }: Settings): Figures[] {
  const all = sum(rows, "count");
  const whys = [...new Set(rows.map(({ because }) => because))]
    .map((because) => ({
      because,
      count: sum(
        rows.filter((row) => row.because === because),
        "count",
      ),
    }))
    .sort((a, b) => b.count - a.count);
  const lengths = [0, ...LENGTHS].map((_, i) => {
    return {
      label: capital(sayLength(i)),
      count: sum(
        rows.filter(({ length }) => length === i),
        "count",
      ),
    };
  });
  const columns = [
    { label: "Relationships", as: "count", isDrawn: true },
    { label: "Of all that ended", as: "share" },
  ] as const;
  const top = whys[0];
  return [
    {
      key: "why-ended",
      heading: "Why they ended",
      summary: top
        ? `${say(all)} ended. Most common reason: ${sayEnd(top.because, words).toLowerCase()}, ${sayAmount(share(top.count, all), "share")}.`
        : "None ended in this period.",
      rowsAre: "things",
      rowLabel: "Why",
      columns,
      rows: whys.map(({ because, count }) => ({
        of: because,
        label: sayEnd(because, words),
        amounts: [count, share(count, all)],
      })),
      isStacked: false,
    },
    {
      key: "length",
      heading: "How long they lasted",
      summary:
        all > 0
          ? `${sayAmount(share(short(rows), all), "share")} ended within their first three months.`
          : "None ended in this period.",
      note: "Of those that ended in this period.",
      rowsAre: "things",
      rowLabel: "Lasted",
      columns,
      rows: lengths.map(({ label, count }) => ({ label, amounts: [count, share(count, all)] })),
      isStacked: false,
    },
  ];
}

/** Meetings, in total and per relationship. */
export function meetingFigures(
  rows: readonly MeetingRow[],
  relationships: readonly GoingRow[],
  months: readonly Month[],
): Figures[] {
  const going = goingOn(relationships, months.length);
  const count = (month: number, status: string) =>
    sum(
      rows.filter((row) => row.month === month && row.status === status),
      "count",
    );
  const all = (status: string) =>
    sum(
      rows.filter((row) => row.status === status),
      "count",
    );
  return [
    {
      key: "by-month",
      heading: "Meetings by month",
      summary: `${say(sum(rows, "count"))} were arranged or logged: ${say(all("held"))} held, ${say(all("cancelled"))} cancelled, ${say(all("not-held"))} not held, ${say(all("declined"))} declined, ${say(all("planned"))} still to come or not yet reported on.`,
      note: "By the month of the meeting. Per relationship: meetings held, divided by the relationships under way at the end of the month.",
      rowsAre: "months",
      rowLabel: "Month",
      columns: [
        { label: "Held", as: "count", isDrawn: true },
        { label: "Cancelled", as: "count", isDrawn: true },
        { label: "Not held", as: "count", isDrawn: true },
        { label: "Declined", as: "count", isDrawn: true },
        { label: "Planned", as: "count", isDrawn: true },
        { label: "All arranged", as: "count" },
        { label: "Held per relationship", as: "decimal" },
      ],
      rows: months.map((month, i) => {
        const counts = ["held", "cancelled", "not-held", "declined", "planned"].map((status) => count(i + 1, status));
        const amounts: Amount[] = [...counts, counts.reduce((a, b) => a + b, 0), share(counts[0] ?? 0, going[i] ?? 0)];
        return { label: sayMonth(month.name), amounts };
      }),
      isStacked: true,
    },
  ];
}

/** Whom the scheme does not reach now, by how long they have been here. */
export function gapFigures(
  ofMentors: readonly MentorGapRow[],
  ofMentees: readonly MenteeGapRow[],
  { words }: Settings,
): Figures[] {
  const { mentor, mentors, mentee, mentees } = words;
  return [
    gapsOf(
      "mentors",
      `${capital(mentors)} whom nobody reaches`,
      `Of ${say(sum(ofMentors, "all"))} ${mentors}, ${say(sum(ofMentors, "alone"))} have no ${mentee} now and ${say(sum(ofMentors, "never"))} have never had one. Nobody has ever asked ${say(sum(ofMentors, "unasked"))}. ${say(sum(ofMentors, "silent"))} have let proposals expire and never replied to one.`,
      ofMentors,
      [
        [`No ${mentee} now`, "alone", true],
        [`Never had a ${mentee}`, "never"],
        ["Never asked", "unasked"],
        ["Never replied to a proposal", "silent", true],
        [`All ${mentors}`, "all"],
      ],
    ),
    gapsOf(
      "mentees",
      `${capital(mentees)} who have not found anybody`,
      `Of ${say(sum(ofMentees, "all"))} ${mentees}, ${say(sum(ofMentees, "alone"))} have no ${mentor} now and ${say(sum(ofMentees, "never"))} have never sent a proposal.`,
      ofMentees,
      [
        [`No ${mentor} now`, "alone", true],
        ["Never sent a proposal", "never", true],
        [`All ${mentees}`, "all"],
      ],
    ),
  ];
}

function gapsOf<Row extends { since: number }>(
  key: string,
  heading: string,
  summary: string,
  rows: readonly Row[],
  columns: readonly (readonly [label: string, of: keyof Row & string, isDrawn?: boolean])[],
): Figures {
  return {
    key,
    heading,
    summary,
    note: "As of now, for active accounts only.",
    rowsAre: "things",
    rowLabel: "Joined",
    columns: columns.map(([label, , isDrawn = false]) => ({ label, as: "count", isDrawn })),
    rows: [0, ...AGES].map((_, since) => {
      const row = rows.find((one) => one.since === since);
      return { label: capital(sayAge(since)), amounts: columns.map(([, of]) => Number(row?.[of] ?? 0)) };
    }),
    isStacked: false,
  };
}

/** How many relationships go on at the end of each month: all that had begun, less all that had ended. */
export function goingOn(rows: readonly GoingRow[], months: number): number[] {
  return Array.from({ length: months }, (_, i) => {
    const begun = rows.filter(({ begunIn }) => begunIn !== null && begunIn <= i + 1);
    const ended = rows.filter(({ endedIn }) => endedIn !== null && endedIn <= i + 1);
    return sum(begun, "count") - sum(ended, "count");
  });
}

function short(rows: readonly EndRow[]): number {
  return sum(
    rows.filter(({ length }) => length < 2),
    "count",
  );
}

function sum<Key extends string>(rows: readonly Record<Key, number | unknown>[], key: Key): number {
  return rows.reduce((all, row) => all + Number(row[key]), 0);
}

function say(count: number | undefined): string {
  return sayAmount(count, "count");
}
