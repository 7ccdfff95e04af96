import { todaysZone } from "@/lib/foundation/time-zones";
import type { Departed, Viewer } from "@/lib/foundation/viewer";
import { isAvailableAt } from "@/lib/people/members/is-available";
import { type KeptRight, toRights } from "@/lib/people/rights/row";
import type { Settings } from "@/lib/society/settings/settings";
import type { WrittenNews } from "./news";
import { readChosenRole, type Token } from "./token";

/** What the function request_with_news of the database says, one row for everybody; its text is in prisma/migrations. */
export interface RequestRow {
  settingsVersion: number;
  settings: unknown;
  offsetSeconds: bigint;
  id: string | null;
  status: "active" | "deleted";
  name: string;
  email: string;
  number: string;
  isMentor: boolean;
  isMentee: boolean;
  staff: Viewer["staff"];
  timeZone: string | null;
  picture: string | null;
  isAvailable: boolean;
  availableAgainAt: Date | null;
  news: WrittenNews[] | null;
  unreadAsMentor: number;
  unreadAsMentee: number;
  mailBlock: "bounced" | "complained" | null;
  hasProgrammes: boolean;
  hasQuestions: boolean;
  rights: KeptRight[] | null;
}

export function unreadAs(viewer: Viewer | null, { unreadAsMentor, unreadAsMentee }: RequestRow): number {
  if (!viewer?.activeRole) return 0;
  return viewer.activeRole === "mentor" ? unreadAsMentor : unreadAsMentee;
}

export function toDeparted({ id, name, isMentor, isMentee, staff }: RequestRow & { id: string }): Departed {
  return { memberId: id, name, isMentor, isMentee, staff };
}

export async function toViewer(row: RequestRow & { id: string }, token: Token, settings: Settings, now: Date): Promise<Viewer> {
  const both = row.isMentor && row.isMentee;
  const onlyRole = row.isMentor ? "mentor" : row.isMentee ? "mentee" : null;
  return {
    memberId: row.id,
    name: row.name,
    email: row.email,
    number: row.number,
    isMentor: row.isMentor,
    isMentee: row.isMentee,
    activeRole: both ? await readChosenRole(token) : onlyRole,
    staff: row.staff,
    timeZone: row.timeZone === null ? settings.society.timeZone : todaysZone(row.timeZone),
    picture: row.picture,
    isAvailable: isAvailableAt(row, now),
    ...(row.rights && { rights: toRights(row.rights) }),
  };
}
