import type { Settings } from "@/lib/society/settings/settings";
import { listHref } from "@/lib/staff/reports/leads";
import { goingOn } from "@/lib/staff/reports/relationship-figures";
import { type Amount, share } from "@/lib/staff/reports/report";
import { meanOf } from "@/lib/staff/surveys/results";
import type { Board, Line, Part, Topic } from "./board";
import type { Period } from "./period";
import type { BoardRows } from "./rows";
import { HEADINGS, type LineKey, type PartKey, sayLine } from "./wording";

/** The two periods, as the rows number them. */
const BEFORE = 1;
const NOW = 2;

type Asked = Parameters<typeof listHref>[1];
type Days = Period["range"];

/** A number of the period and of the one before, and the list that each leads to. */
interface Counted {
  key: LineKey;
  of: (month: number) => Amount;
  as?: Line["as"];
  leadsTo?: (days: Days) => string;
}

/** A number as it stands today. */
interface Standing {
  key: LineKey;
  today: number;
  leadsTo: string;
}

/** The society's board, from its counts. */
export function toBoard(rows: BoardRows, period: Period, settings: Settings): Board {
  const parts: Record<PartKey, (Counted | Standing)[]> = {
    members: membersOf(rows),
    proposals: proposalsOf(rows),
    replies: repliesOf(rows),
    meetings: pairsOf(rows),
    satisfaction: satisfactionOf(rows),
    silence: silenceOf(rows),
  };
  return {
    period,
    // A part without numbers, such as that of surveys which nobody is asked, is not there.
    parts: Object.entries(parts).flatMap(([key, lines]): Part[] =>
      lines.length === 0
        ? []
        : [{ key, heading: HEADINGS[key as PartKey], lines: lines.map((line) => toLine(line, period, settings)) }],
    ),
    topics: topicsOf(rows, settings),
  };
}

function toLine(line: Counted | Standing, { range, before }: Period, settings: Settings): Line {
  const said = { key: line.key, ...sayLine(line.key, settings.words) };
  if ("today" in line) return { ...said, as: "count", amount: line.today, lead: line.leadsTo };
  const { of, as = "count", leadsTo } = line;
  return { ...said, as, amount: of(NOW), before: of(BEFORE), lead: leadsTo?.(range), leadBefore: leadsTo?.(before) };
}

const CURRENT = { status: "active", standing: "current" };

function membersOf({ joined, begun, mentors, mentees }: BoardRows): (Counted | Standing)[] {
  const going = goingOn(begun, NOW);
  const joinedAs = (role: "mentor" | "mentee") => (days: Days) => members({ role, joinedFrom: days.from, joinedTo: days.to });
  const newOnes = (has: "isMentor" | "isMentee") => (month: number) =>
    total(joined.filter((row) => row.month === month && row[has]));
  return [
    { key: "mentors", today: sum(mentors, "all"), leadsTo: members({ role: "mentor", ...CURRENT }) },
    { key: "mentees", today: sum(mentees, "all"), leadsTo: members({ role: "mentee", ...CURRENT }) },
    { key: "new-mentors", of: newOnes("isMentor"), leadsTo: joinedAs("mentor") },
    { key: "new-mentees", of: newOnes("isMentee"), leadsTo: joinedAs("mentee") },
    { key: "under-way", of: (month) => going[month - 1] ?? 0, leadsTo: ({ to }) => relationships({ at: to }) },
  ];
}

function proposalsOf(rows: BoardRows): Counted[] {
  const { outcomes } = rows;
  const sent = (month: number) => total(outcomes.filter((row) => row.month === month));
  return [
    { key: "sent", of: sent, leadsTo: (days) => proposals({ ...days }) },
    ...(["accepted", "rejected", "open"] as const).map((key) => ofState(rows, key, key === "open" ? "sent" : key)),
    {
      key: "replied",
      as: "share",
      of: (month) => {
        const [accepted, rejected, expired] = ["accepted", "rejected", "expired"].map((state) => inState(rows, state, month));
        const replied = (accepted ?? 0) + (rejected ?? 0);
        return share(replied, replied + (expired ?? 0));
      },
    },
  ];
}

function repliesOf({ answers }: BoardRows): Counted[] {
  const row = (month: number) => answers.find((answer) => answer.month === month);
  const days = (hours: number | undefined): Amount => (hours === undefined ? null : hours / 24);
  return [
    {
      key: "answered",
      of: (month) => row(month)?.answered ?? 0,
      leadsTo: (within) => proposals({ state: "answered", ...within }),
    },
    { key: "half", as: "decimal", of: (month) => days(row(month)?.median) },
    { key: "nine-in-ten", as: "decimal", of: (month) => days(row(month)?.slowest) },
  ];
}

function pairsOf({ begun, met }: BoardRows): Counted[] {
  const of = (month: number, key: "count" | "asked" | "talked" | "met") =>
    sum(
      begun.filter(({ begunIn }) => begunIn === month),
      key,
    );
  return [
    { key: "begun", of: (month) => of(month, "count"), leadsTo: (days) => relationships({ ...days }) },
    { key: "met-soon", as: "share", of: (month) => share(of(month, "talked"), of(month, "asked")) },
    { key: "met-ever", as: "share", of: (month) => share(of(month, "met"), of(month, "count")) },
    {
      key: "met",
      of: (month) => total(met.filter((row) => row.month === month)),
      leadsTo: ({ from, to }) => relationships({ met: "held", metFrom: from, metTo: to }),
    },
  ];
}

/** Nothing where fewer than five have answered in either period: the figures come in groups of at least five. */
function satisfactionOf({ satisfaction }: BoardRows): Counted[] {
  const of = (month: number) => satisfaction.filter((row) => row.month === month);
  if (of(NOW).length + of(BEFORE).length === 0) return [];
  return [
    { key: "satisfaction", as: "decimal", of: (month) => meanOf(of(month)) },
    { key: "satisfaction-answers", of: (month) => total(of(month)) },
  ];
}

function silenceOf(rows: BoardRows): (Counted | Standing)[] {
  const { mentors, mentees, silent } = rows;
  return [
    ofState(rows, "expired"),
    ofState(rows, "withdrawn"),
    { key: "alone", today: sum(mentees, "alone"), leadsTo: members({ role: "mentee", ...CURRENT, gap: "mentee-alone" }) },
    {
      key: "new-alone",
      of: (month) =>
        sum(
          mentees.filter(({ since }) => since === month),
          "alone",
        ),
      leadsTo: ({ from, to }) => members({ gap: "mentee-alone", joinedFrom: from, joinedTo: to }),
    },
    { key: "silent", today: total(silent), leadsTo: relationships({ state: "silent" }) },
    {
      key: "new-silent",
      of: (month) => total(silent.filter((row) => row.month === month)),
      leadsTo: (days) => relationships({ state: "silent", ...days }),
    },
    { key: "unasked", today: sum(mentors, "unasked"), leadsTo: members({ gap: "mentor-unasked" }) },
  ];
}

function ofState(rows: BoardRows, key: LineKey, state: string = key): Counted {
  return { key, of: (month) => inState(rows, state, month), leadsTo: (days) => proposals({ state, ...days }) };
}

function inState({ outcomes }: BoardRows, state: string, month: number): number {
  return total(outcomes.filter((row) => row.month === month && row.status === state));
}

/** Those for which most people wait first; a retired one only where something is left of it. */
function topicsOf({ topics, waiting, places }: BoardRows, settings: Settings): Topic[] {
  return settings.topics
    .map(({ id, label, retired }) => {
      const place = places.find(({ topic }) => topic === id);
      const counts = {
        sent: total(topics.filter(({ topic }) => topic === id)),
        waiting: total(waiting.filter(({ topic }) => topic === id)),
      };
      const topic = { id, label, ...counts, mentors: place?.mentors ?? 0, places: place?.places ?? 0 };
      return { topic, isShown: !retired || counts.sent + counts.waiting > 0 };
    })
    .filter(({ isShown }) => isShown)
    .map(({ topic }) => topic)
    .sort((a, b) => b.waiting - a.waiting || b.sent - a.sent);
}

const members = (asked: Asked) => listHref("members", asked);
const proposals = (asked: Asked) => listHref("proposals", asked);
const relationships = (asked: Asked) => listHref("relationships", asked);

function total(rows: readonly { count: number }[]): number {
  return sum(rows, "count");
}

function sum<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((all, row) => all + row[key], 0);
}
