import { pickColumns } from "@/lib/foundation/columns";
import {
  type Finding,
  NOTHING_OF_ITS_OWN,
  type OwnSettings,
  type Programme,
  type ProgrammeTime,
  type Status,
} from "./programme";

/** A row of the table programmes, as the database gives it. */
export interface ProgrammeRow extends Omit<Programme, "status" | "time" | "finding" | "own"> {
  status: string;
  time: string;
  finding: string;
  own: unknown;
}

/** Every column of the table. */
export const PROGRAMME_COLUMNS = {
  id: true,
  name: true,
  forWhom: true,
  status: true,
  time: true,
  finding: true,
  needsApproval: true,
  takesMembers: true,
  opensAt: true,
  joinUntil: true,
  matchingAt: true,
  startsAt: true,
  endsAt: true,
  own: true,
  copiedFromId: true,
  createdAt: true,
  movedAt: true,
  dueAt: true,
  version: true,
} as const satisfies Record<keyof ProgrammeRow, true>;

export function fromRow(row: ProgrammeRow): Programme {
  return {
    ...pickColumns(row, PROGRAMME_COLUMNS),
    status: row.status as Status,
    time: row.time as ProgrammeTime,
    finding: row.finding as Finding,
    own: readOwn(row.own),
  };
}

/** The same of a row that came as JSON, in which instants are text. */
export function fromJson(row: Record<string, unknown>): Programme {
  const at = (name: string) => (typeof row[name] === "string" ? new Date(row[name]) : null);
  const dates = {
    ...{ opensAt: at("opensAt"), joinUntil: at("joinUntil"), matchingAt: at("matchingAt"), startsAt: at("startsAt") },
    ...{ endsAt: at("endsAt"), createdAt: at("createdAt"), movedAt: at("movedAt"), dueAt: at("dueAt") },
  };
  return fromRow({ ...row, ...dates } as ProgrammeRow);
}

/** What it decides itself; a setting that its row does not know yet is the society's. */
export function readOwn(own: unknown): OwnSettings {
  const kept = (own ?? {}) as Partial<OwnSettings>;
  return {
    remindAfterDays: kept.remindAfterDays ?? NOTHING_OF_ITS_OWN.remindAfterDays,
    expireAfterDays: kept.expireAfterDays ?? NOTHING_OF_ITS_OWN.expireAfterDays,
    openPerMentee: kept.openPerMentee ?? NOTHING_OF_ITS_OWN.openPerMentee,
    openQuestions: kept.openQuestions ?? NOTHING_OF_ITS_OWN.openQuestions,
    questionDays: kept.questionDays ?? NOTHING_OF_ITS_OWN.questionDays,
    mentorsPerMentee: kept.mentorsPerMentee ?? NOTHING_OF_ITS_OWN.mentorsPerMentee,
    months: kept.months ?? NOTHING_OF_ITS_OWN.months,
    askIfMetOnDays: kept.askIfMetOnDays ?? NOTHING_OF_ITS_OWN.askIfMetOnDays,
    askIfStillMeetingAfterDays: kept.askIfStillMeetingAfterDays ?? NOTHING_OF_ITS_OWN.askIfStillMeetingAfterDays,
    topics: kept.topics ?? NOTHING_OF_ITS_OWN.topics,
    withoutTools: kept.withoutTools ?? NOTHING_OF_ITS_OWN.withoutTools,
    beginsAtOnce: kept.beginsAtOnce ?? NOTHING_OF_ITS_OWN.beginsAtOnce,
  };
}
