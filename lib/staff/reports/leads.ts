import type { Settings } from "@/lib/society/settings/settings";
import type { Month } from "./range";
import type { Figures, ReportName, Row } from "./report";
import { OUTCOMES } from "./wording";

type Asked = Record<string, string | number | undefined>;
/** The filters of each column’s list, null for what is no count. */
type Asks = readonly (Asked | null)[];
type Days = Pick<Month, "from" | "to">;

/** Every number that counts somebody or something leads to the list of exactly those. */
export function withLeads(
  name: ReportName,
  figures: Figures,
  months: readonly Month[],
  settings: Settings,
  programme: string | null,
): Figures {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return figures;
  const days = { from: first.from, to: last.to };
  const rows = figures.rows.map((row, i) => {
    const within = figures.rowsAre === "months" ? (months[i] ?? days) : days;
    return { ...row, leads: toLeads(name, asksOf(name, figures, row, i, within, settings), programme) };
  });
  const total = totalOf(name, figures, rows, days, programme);
  return total ? { ...figures, rows, total } : { ...figures, rows };
}

const LISTS: Record<ReportName, "members" | "proposals" | "relationships"> = {
  registrations: "members",
  proposals: "proposals",
  topics: "proposals",
  answers: "proposals",
  relationships: "relationships",
  meetings: "relationships",
  gaps: "members",
  "own-questions": "members",
};

function toLeads(name: ReportName, asks: Asks, programme: string | null): (string | null)[] {
  return asks.map((asked) => asked && listHref(LISTS[name], { ...asked, programme: programme ?? undefined }));
}

/** A list of staff, narrowed. */
export function listHref(
  list: "members" | "proposals" | "relationships",
  asked: Asked & { programme?: string | undefined },
): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return `/admin/${list}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

function asksOf(name: ReportName, { key, rows }: Figures, { of }: Row, i: number, within: Days, settings: Settings): Asks {
  switch (name) {
    case "registrations":
      return byRole(within);
    case "proposals":
      return key === "why-rejected" ? [{ state: "rejected", because: of ?? "none", ...within }, null] : byOutcome(within);
    case "topics":
      return byOutcome({ ...within, topic: of });
    case "answers":
      return key === "by-month" ? [{ state: "answered", ...within }, null, null] : byReminder(i, rows.length, within, settings);
    case "relationships":
      return ofRelationships(key, of, i, within);
    case "meetings":
      return byMeeting(within);
    case "gaps":
      return byGap(key, i);
    case "own-questions":
      // No list is filtered by answers.
      return [null, null];
  }
}

function byRole({ from, to }: Days): Asks {
  const joined = { joinedFrom: from, joinedTo: to };
  return ["only-mentor", "only-mentee", "both", "none", undefined].map((role) => ({ role, ...joined }));
}

function byOutcome(within: Asked): Asks {
  return [...OUTCOMES.map(({ status }) => ({ state: status, ...within })), within, null];
}

/** A row for each reminder, then the deadline, then those that had no reply. */
function byReminder(i: number, rows: number, within: Days, { proposals }: Settings): Asks {
  if (i === rows - 1) return [{ state: "expired", ...within }, null];
  return [{ state: "answered", before: proposals.remindAfterDays[i], ...within }, null];
}

function ofRelationships(key: string, of: Row["of"], i: number, { from, to }: Days): Asks {
  const ended = { endedFrom: from, endedTo: to };
  if (key === "by-month") return [{ from, to }, ended, null, null];
  if (key === "going-on") return [{ at: to }];
  return [key === "why-ended" ? { state: of, ...ended } : { lasted: i, ...ended }, null];
}

/** The relationships whose meetings they are: of a meeting itself there is nothing that staff may read. */
function byMeeting({ from, to }: Days): Asks {
  const states = ["held", "cancelled", "not-held", "declined", "planned", undefined];
  return [...states.map((met) => ({ met, metFrom: from, metTo: to })), null];
}

function byGap(key: string, age?: number): Asks {
  const role = key === "mentors" ? "mentor" : "mentee";
  const gaps = key === "mentors" ? ["alone", "never", "unasked", "silent"] : ["alone", "never"];
  const all = { role, status: "active", standing: "current", age };
  return [...gaps.map((gap) => ({ gap: `${role}-${gap}`, age })), all];
}

/** The sums, for tables in which every row counts others. */
function totalOf(
  name: ReportName,
  { key, columns }: Figures,
  rows: readonly Row[],
  days: Days,
  programme: string | null,
): Row | null {
  const asks = asksOfAll(name, key, days);
  if (!asks) return null;
  const sum = (i: number) => rows.reduce((all, { amounts }) => all + (amounts[i] ?? 0), 0);
  const amounts = columns.map(({ as }, i) => (as === "count" ? sum(i) : null));
  return { label: "Together", amounts, leads: toLeads(name, asks, programme) };
}

/** Null where the rows count some of them twice, or not all. */
function asksOfAll(name: ReportName, key: string, days: Days): Asks | null {
  if (name === "registrations") return byRole(days);
  if (name === "proposals") return key === "why-rejected" ? [{ state: "rejected", ...days }, null] : byOutcome({ ...days });
  if (name === "meetings") return byMeeting(days);
  if (name === "gaps") return byGap(key);
  if (name === "answers" && key === "by-month") return [{ state: "answered", ...days }, null, null];
  if (name !== "relationships" || key === "going-on") return null;
  return key === "by-month" ? ofRelationships(key, undefined, 0, days) : [{ endedFrom: days.from, endedTo: days.to }, null];
}
