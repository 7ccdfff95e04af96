import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { readClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { frameFacts } from "@/lib/foundation/frame-facts";
import { logRefusal } from "@/lib/foundation/log";
import type { Departed, Role, Viewer } from "@/lib/foundation/viewer";
import { isAvailableAt } from "@/lib/people/members/availability";
import { knownSettingsVersion, receiveSettings } from "@/lib/society/settings/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { LOCAL, signIn, signOut } from "./auth";
import { endForGood } from "./ended";
import { issueTicket } from "./local/ticket";
import { findEndSessionUrl } from "./society";
import { readChosenRole, readToken, type Token, writeChosenRole } from "./token";

/** What every page and action needs to know of a request, from one query. */
export interface RequestFacts {
  viewer: Viewer | null;
  /** Set when they deleted their account and may come back; then there is no viewer. */
  departed: Departed | null;
  settings: Settings;
  now: Date;
  /** Notifications not read yet. */
  unread: number;
  /** Messages not read yet, in the relationships of the role they act in. */
  unreadMessages: number;
  /** Why no mail goes to the viewer's address; null when it does. */
  mailBlock: "bounced" | "complained" | null;
}

/** What the function request_facts of the database says, one row for everybody; its text is in prisma/migrations. */
interface Row {
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
  unread: number;
  unreadAsMentor: number;
  unreadAsMentee: number;
  mailBlock: RequestFacts["mailBlock"];
}

/**
 * Read once per request, however many components ask. Nobody is signed in if the session was ended, or if the member may not
 * use the product.
 */
export const readRequest = cache(async (): Promise<RequestFacts> => {
  const token = await readToken();
  const [row] = await db().$queryRaw<Row[]>`
    SELECT * FROM request_facts(${knownSettingsVersion()}::integer, ${token?.memberId ?? null}::uuid, ${token?.epoch ?? -1}::integer,
      ${token?.session ?? null}::uuid)`;
  if (!row) throw new Error("The database did not say who is asking.");
  const settings = receiveSettings(row.settingsVersion, row.settings);
  const now = readClock(row.offsetSeconds);
  const known = token && row.id !== null ? { ...row, id: row.id } : null;
  const viewer = token && known?.status === "active" ? await toViewer(known, token, settings, now) : null;
  const departed = known?.status === "deleted" ? toDeparted(known) : null;
  const facts: RequestFacts = {
    viewer,
    departed,
    settings,
    now,
    unread: viewer ? row.unread : 0,
    unreadMessages: unreadAs(viewer, row),
    mailBlock: viewer && row.mailBlock,
  };
  leaveForFrame(facts, row.settingsVersion);
  return facts;
});

function leaveForFrame({ viewer, departed, now, unread, unreadMessages, mailBlock }: RequestFacts, settingsVersion: number) {
  frameFacts().current = {
    who: viewer ? [viewer.memberId, viewer.activeRole, viewer.staff].join(" ") : (departed?.memberId ?? ""),
    look: [settingsVersion, viewer?.picture, viewer?.isAvailable, viewer?.isMentor, viewer?.isMentee, mailBlock].join(" "),
    unread,
    unreadMessages,
    madeAt: now.getTime(),
  };
}

/**
 * The signed-in member, ready to act. Others are sent to sign in, to join if they have no role, or to choose if they have
 * two. `as` says which role the page is for; in the other one it does not exist.
 */
export async function requireViewer(as?: Role): Promise<Viewer> {
  const viewer = await requireSignedIn();
  if (!viewer.isMentor && !viewer.isMentee && viewer.staff === "none") redirect("/join");
  if (viewer.isMentor && viewer.isMentee && !viewer.activeRole) redirect("/choose-account");
  if (as && viewer.activeRole !== as) notFound();
  return viewer;
}

/** The signed-in member, whatever role they hold or lack: for the pages on which roles are chosen. */
export async function requireSignedIn(): Promise<Viewer> {
  const { viewer, departed } = await readRequest();
  if (!viewer) redirect(departed ? "/come-back" : "/sign-in");
  return viewer;
}

/** Staff of the society, or its admins alone; for others the page does not exist. */
export async function requireStaff(right: "staff" | "admin" = "staff"): Promise<Viewer> {
  const viewer = await requireSignedIn();
  if (viewer.staff === "none" || (right === "admin" && viewer.staff !== "admin")) {
    logRefusal("staff", { right, memberId: viewer.memberId });
    notFound();
  }
  return viewer;
}

/**
 * A member asked for something by its id that does not exist, or not for them. Nobody types such ids, so each time is logged.
 */
export function findNothing(
  { memberId }: Viewer,
  what: "mentor" | "relationship" | "reflection" | "request" | "resource",
): never {
  logRefusal("not-theirs", { memberId, what });
  notFound();
}

/** Acts in this role for the rest of the session. False when the member does not hold it. */
export async function chooseRole(role: Role): Promise<boolean> {
  const viewer = await requireSignedIn();
  const token = await readToken();
  if (!token || !(role === "mentor" ? viewer.isMentor : viewer.isMentee)) return false;
  await writeChosenRole(token, role);
  return true;
}

/** Acts in a role that this very request has added. Each request checks again whether the member holds it. */
export async function actInNewRole(role: Role): Promise<void> {
  const token = await readToken();
  if (token) await writeChosenRole(token, role);
}

/** Local accounts: starts a session for somebody whose password or link was right. */
export async function beginSession(memberId: string): Promise<void> {
  await signIn(LOCAL, { ticket: await issueTicket({ memberId }), redirect: false });
}

/** Local accounts: continues this session, which the member's own change has just ended together with all others. */
export async function renewSession(memberId: string): Promise<void> {
  const token = await readToken();
  if (token?.memberId !== memberId) return;
  await signIn(LOCAL, { ticket: await issueTicket({ memberId, session: token.session }), redirect: false });
}

/**
 * Logs out here, including any copies of the cookie. Returns the address to go to next, which logs out at the society and
 * comes back to the front page; `state` is passed through to it (`?state=`).
 */
export async function endSession(state?: string): Promise<string> {
  const token = await readToken();
  if (token) await endForGood(token.session);
  await signOut({ redirect: false });
  return findEndSessionUrl(token?.idToken, state);
}

function unreadAs(viewer: Viewer | null, { unreadAsMentor, unreadAsMentee }: Row): number {
  if (!viewer?.activeRole) return 0;
  return viewer.activeRole === "mentor" ? unreadAsMentor : unreadAsMentee;
}

function toDeparted({ id, name, isMentor, isMentee, staff }: Row & { id: string }): Departed {
  return { memberId: id, name, isMentor, isMentee, staff };
}

async function toViewer(row: Row & { id: string }, token: Token, settings: Settings, now: Date): Promise<Viewer> {
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
    timeZone: row.timeZone ?? settings.society.timeZone,
    picture: row.picture,
    isAvailable: isAvailableAt(row, now),
  };
}
