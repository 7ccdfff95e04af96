import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { readClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { asRole, onTheWay, roleIn } from "@/lib/foundation/destination";
import { logRefusal } from "@/lib/foundation/log";
import type { Departed, ProgrammeRights, Role, Viewer } from "@/lib/foundation/viewer";
import { type Area, hasStaffPages, scopeOf } from "@/lib/people/rights/rights";
import { knownSettingsVersion, receiveSettings } from "@/lib/society/settings/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { readAsked, readQuery } from "./asked";
import { LOCAL, signIn, signOut } from "./auth";
import { endForGood } from "./ended";
import { type FrameFacts, frameFacts } from "./frame-facts";
import { issueTicket } from "./local/ticket";
import { type News, readMatter } from "./news";
import { type RequestRow, toDeparted, toViewer, unreadAs } from "./request-row";
import { noteUse } from "./sessions/commands";
import { findEndSessionUrl } from "./society";
import { requireStaffStep } from "./staff-step";
import { readToken, writeChosenRole } from "./token";

/** What every page and action needs to know of a request, from one query. */
export interface RequestFacts {
  viewer: Viewer | null;
  /** Set when they deleted their account and may come back; then there is no viewer. */
  departed: Departed | null;
  settings: Settings;
  now: Date;
  /** Notices not opened yet, the newest hundred. */
  news: readonly News[];
  /** Messages not read yet, in the relationships of the role they act in. */
  unreadMessages: number;
  /** Why no mail goes to the viewer's address; null when it does. */
  mailBlock: "bounced" | "complained" | null;
  /** Whether the society runs programmes besides its own scheme: where it does not, no page asks for any. */
  hasProgrammes: boolean;
  /** Whether it asks questions of its own: the same. */
  hasQuestions: boolean;
}

/**
 * Read once per request, however many components ask. Nobody is signed in if the session was ended, or if the member may not
 * use the product.
 */
export const readRequest = cache(async (): Promise<RequestFacts> => {
  const token = await readToken();
  const [row] = await db().$queryPrepared<RequestRow[]>`
    SELECT facts.*, (SELECT count(*) FROM (SELECT FROM "programmes" WHERE "status" <> 'archived' LIMIT 2) p) > 1 AS "hasProgrammes",
      EXISTS (SELECT FROM "profile_questions" WHERE "retiredAt" IS NULL) AS "hasQuestions",
      (SELECT jsonb_agg(jsonb_build_array(s."right", s."programmeId")) FROM "programme_staff" s WHERE s."memberId" = facts."id") AS "rights"
    FROM request_with_news(${knownSettingsVersion()}::integer, ${token?.memberId ?? null}::uuid, ${token?.epoch ?? -1}::integer,
      ${token?.session ?? null}::uuid) facts`;
  if (!row) throw new Error("The database did not say who is asking.");
  const settings = receiveSettings(row.settingsVersion, row.settings);
  const now = readClock(row.offsetSeconds);
  const known = token && row.id !== null ? { ...row, id: row.id } : null;
  const viewer = token && known?.status === "active" ? await toViewer(known, token, settings, now) : null;
  const departed = known?.status === "deleted" ? toDeparted(known) : null;
  if (viewer && token) await noteUse(token, await headers());
  const facts: RequestFacts = {
    viewer,
    departed,
    settings,
    now,
    news: viewer && row.news ? row.news.map((one) => ({ ...one, matter: readMatter(one.matter) })) : [],
    unreadMessages: unreadAs(viewer, row),
    mailBlock: viewer && row.mailBlock,
    hasProgrammes: row.hasProgrammes,
    hasQuestions: row.hasQuestions,
  };
  leaveForFrame(facts, row.settingsVersion, { asked: await readAsked(), query: await readQuery() });
  return facts;
});

function leaveForFrame(
  { viewer, departed, now, news, unreadMessages, mailBlock }: RequestFacts,
  settingsVersion: number,
  address: Pick<FrameFacts, "asked" | "query">,
): void {
  frameFacts().current = {
    who: viewer
      ? [viewer.memberId, viewer.activeRole, viewer.staff, sayRights(viewer.rights)].join(" ")
      : (departed?.memberId ?? ""),
    look: [settingsVersion, viewer?.picture, viewer?.isAvailable, viewer?.isMentor, viewer?.isMentee, mailBlock].join(" "),
    unreadMessages,
    news,
    ...address,
    madeAt: now.getTime(),
  };
}

function sayRights(rights: ProgrammeRights | undefined): string {
  return rights ? `${rights.coordinates} ${rights.reads}` : "";
}

/**
 * The signed-in member, ready to act: nobody is sent to sign in, a member without a role to join, one with two roles to
 * choose, and each of them on to this page afterwards. `as` says which role the page is for.
 */
export async function requireViewer(as?: Role): Promise<Viewer> {
  const viewer = await requireSignedIn();
  if (!viewer.isMentor && !viewer.isMentee && !hasStaffPages(viewer)) redirect("/join");
  if (viewer.isMentor && viewer.isMentee && !viewer.activeRole) redirect(onTheWay("/choose-account", await readAsked()));
  if (as) await requireRole(viewer, as);
  return viewer;
}

/**
 * Goes on only with a viewer who acts in this role. A member who holds it but acts in the other is offered the switch; for anybody else
 * the page does not exist. A page about one thing asks this once it knows that the viewer may see the thing in that role.
 */
export async function requireRole(viewer: Viewer, role: Role): Promise<void> {
  if (viewer.activeRole === role) return;
  if (!holds(viewer, role)) notFound();
  redirect(onTheWay("/choose-account", asRole((await readAsked()) ?? "/", role)));
}

/** A member who holds this role, whichever they act in; for anybody else the page does not exist. */
export async function requireHolder(role: Role): Promise<Viewer> {
  const viewer = await requireViewer();
  if (!holds(viewer, role)) notFound();
  return viewer;
}

/** For a page that is another one in each role: a link to it may say which role it is addressed to. */
export async function requireAddressee(): Promise<Viewer> {
  const viewer = await requireViewer();
  const role = roleIn(await readAsked());
  if (role && holds(viewer, role)) await requireRole(viewer, role);
  return viewer;
}

/** The signed-in member, whatever role they hold or lack: for the pages on which roles are chosen. */
export async function requireSignedIn(): Promise<Viewer> {
  const { viewer, departed } = await readRequest();
  if (!viewer) redirect(onTheWay(departed ? "/come-back" : "/sign-in", await readAsked()));
  return viewer;
}

/**
 * Staff of the society, or its admins alone, or in an area whoever has a right there; signed in as their society asks of staff. For
 * others the page does not exist. "any" is for the frame around the pages alone.
 */
export async function requireStaff(right: "staff" | "admin" | "any" | Area = "staff"): Promise<Viewer> {
  const viewer = await requireSignedIn();
  if (!isEnough(viewer, right)) {
    logRefusal("staff", { right, memberId: viewer.memberId });
    notFound();
  }
  await requireStaffStep((await readRequest()).settings);
  return viewer;
}

function isEnough(viewer: Viewer, right: "staff" | "admin" | "any" | Area): boolean {
  if (right === "admin") return viewer.staff === "admin";
  if (right === "staff") return viewer.staff !== "none";
  return right === "any" ? hasStaffPages(viewer) : scopeOf(viewer, right) !== null;
}

/**
 * A member asked for something by its id that does not exist, or not for them. Nobody types such ids, so each time is logged.
 */
export function findNothing(
  { memberId }: Viewer,
  what: "mentor" | "relationship" | "reflection" | "request" | "resource" | "programme" | "letter",
): never {
  logRefusal("not-theirs", { memberId, what });
  notFound();
}

/** Acts in this role for the rest of the session. False when the member does not hold it. */
export async function chooseRole(role: Role): Promise<boolean> {
  const viewer = await requireSignedIn();
  const token = await readToken();
  if (!token || !holds(viewer, role)) return false;
  await writeChosenRole(token, role);
  return true;
}

/** Acts in a role that this very request has added. Each request checks again whether the member holds it. */
export async function actInNewRole(role: Role): Promise<void> {
  const token = await readToken();
  if (token) await writeChosenRole(token, role);
}

/** Local accounts: starts a session for somebody whose password or link was right, and the second step where they have one. */
export async function beginSession(memberId: string, secondStep = false): Promise<void> {
  await signIn(LOCAL, { ticket: await issueTicket({ memberId, secondStep }), redirect: false });
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

/** Whether it is one of their roles, whichever they act in. */
export function holds({ isMentor, isMentee }: Pick<Viewer, "isMentor" | "isMentee">, role: Role): boolean {
  return role === "mentor" ? isMentor : isMentee;
}

/** The role that they could switch to; null for a member with a single role. */
export function otherRoleOf(viewer: Pick<Viewer, "isMentor" | "isMentee" | "activeRole">): Role | null {
  const other = viewer.activeRole === "mentor" ? "mentee" : "mentor";
  return viewer.activeRole && holds(viewer, other) ? other : null;
}
