"use client";

import type { ReactNode } from "react";
import { LogOut } from "@/components/auth/log-out";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { Portrait } from "@/components/ui/portrait";
import type { Pictured } from "@/lib/people/pictures/picture";
import { useCounts, useLook } from "./frame-state";
import { NavLink } from "./nav-link";
import { NearLinks } from "./near-links";
import { OpenMenus } from "./open-menus";
import { PlaceLinks } from "./place-links";
import { Waiting } from "./waiting";

type Action = (form: FormData) => Promise<void>;

interface HeaderViewProps {
  /** What a page compares with what it says itself of the frame: FrameFacts. */
  look: string;
  product: string;
  society: string;
  logo: { src: string; width: number; height: number } | null;
  member: MemberFacts | null;
  /** Nobody is signed in, and accounts are made here. */
  mayCreateAccount: boolean;
  /** Where help comes from. */
  help: string | null;
  /** Says that no e-mail goes to the viewer's address, and what to do. */
  mailBlocked: string | null;
  /** Says that the mentor is unavailable, with a button to change that. */
  unavailable: { sentence: string; makeAvailable: Action } | null;
}

/** What the header says of whoever is signed in. */
export interface MemberFacts {
  portrait: Pictured;
  /** What they act as, in the society's word, and what goes with it; null for whoever acts in no role. */
  role: { word: string; unread: number; unreadMessages: number; mentors: string | null } | null;
  other: { role: string; word: string; switchRole: Action } | null;
  /** The first of the staff pages that are there for them; null: none. */
  staffHome: string | null;
  logOut: Action;
}

/** The markup of the header, in the browser too: then it travels once as these facts, and not as markup twice. */
export function HeaderView({
  look,
  product,
  society,
  logo,
  member,
  mayCreateAccount,
  help,
  mailBlocked,
  unavailable,
}: HeaderViewProps) {
  useLook(look);
  return (
    <header className="border-b border-rule bg-sheet">
      <NearLinks />
      <Waiting />
      <OpenMenus />
      <PlaceLinks />
      <a
        href="#main"
        className="absolute top-2 left-2 z-10 -translate-y-24 bg-sheet px-4 py-3 font-semibold focus-visible:translate-y-0"
      >
        Skip to the main content
      </a>
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-3 gap-y-1 px-[1.1rem] py-2 wide:gap-x-10 wide:gap-y-2 wide:px-6 wide:pb-3">
        <Link
          href="/"
          className="flex flex-[1_1_6rem] items-center gap-3 [overflow-wrap:break-word] text-ink no-underline wide:flex-none"
        >
          {logo && (
            // biome-ignore lint/performance/noImgElement: small already, and kept by the browser for ever
            <img {...logo} alt="" />
          )}
          <span>
            <span className="block font-serif text-[1.35rem] leading-tight font-medium">{product}</span>
            <span className="block text-[0.82rem] leading-snug text-soft">{society}</span>
          </span>
        </Link>
        {member?.role && <MainNavigation {...member.role} />}
        {member && <AccountMenu {...member} help={help} />}
        {!member && (
          <div className="ml-auto flex flex-wrap items-center gap-x-5">
            {mayCreateAccount && (
              <Link href="/create-account" className="py-1">
                Create account
              </Link>
            )}
            <Help href={help} />
          </div>
        )}
      </div>
      {mailBlocked && (
        <Warning>
          <p className="py-1 font-semibold">{mailBlocked}</p>
        </Warning>
      )}
      {unavailable && (
        <Warning>
          <p className="py-1 font-semibold">{unavailable.sentence}</p>
          <form action={unavailable.makeAvailable}>
            <button type="submit" className={LINK_LIKE}>
              Make Available
            </button>
          </form>
        </Warning>
      )}
    </header>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="border-t border-rule bg-warn-tint">
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-5 px-[1.1rem] py-1.5 wide:px-6">{children}</div>
    </div>
  );
}

/** The main links, with the number of unread items: on a phone a bar at its foot, where a thumb reaches it. */
function MainNavigation({ mentors, ...initial }: NonNullable<MemberFacts["role"]>) {
  const { unread, unreadMessages } = useCounts(initial);
  return (
    <>
      <nav aria-label="Main" className="thumb-bar main-bar flex flex-wrap gap-x-5 gap-y-0.5 wide:gap-x-6">
        <NavLink href="/" isMainPath>
          Home
        </NavLink>
        {mentors !== null && <NavLink href="/mentors">{mentors}</NavLink>}
        <NavLink href="/relationships" isMainPath>
          Relationships
          <Unread count={unreadMessages} of={unreadMessages === 1 ? "unread message" : "unread messages"} />
        </NavLink>
        <NavLink href="/resources">Resources</NavLink>
        <NavLink href="/profile">Profile</NavLink>
      </nav>
      <span className="wide:ml-auto">
        <NavLink href="/notifications">
          Notifications
          <Unread count={unread} of="unread" />
        </NavLink>
      </span>
    </>
  );
}

function Unread({ count, of }: { count: number; of: string }) {
  if (count === 0) return null;
  return (
    <span className="grid min-w-6 place-items-center rounded-full border border-accent bg-accent px-1.5 text-[0.85rem] leading-[1.4rem] font-semibold text-accent-ink">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> {of}</span>
    </span>
  );
}

/** Who is signed in, in which role, and the way out: a menu on a phone, a line of its own where there is room. */
function AccountMenu({ portrait, role, other, staffHome, logOut, help }: MemberFacts & { help: string | null }) {
  return (
    <Menu label="Account" isUnfolding className="account">
      <p className="flex items-center gap-2 wide:mr-auto">
        {portrait.picture !== null && <Portrait of={portrait} size="tiny" />}
        <span className="min-w-0">
          {portrait.name}
          {role && <span className="text-soft">, {role.word}</span>}
        </span>
      </p>
      {other && (
        <form action={other.switchRole}>
          <button type="submit" name="role" value={other.role} className={LINK_LIKE}>
            Switch to {other.word}
          </button>
        </form>
      )}
      {staffHome && (
        <Link href={staffHome} className="py-1">
          Staff pages
        </Link>
      )}
      <Link href="/account" className="py-1">
        Edit Account
      </Link>
      <LogOut action={logOut}>
        <button type="submit" className={LINK_LIKE}>
          Log Out
        </button>
      </LogOut>
      <Help href={help} />
    </Menu>
  );
}

const LINK_LIKE =
  "cursor-pointer py-1 text-accent underline decoration-[0.06em] underline-offset-[0.18em] hover:decoration-[0.14em]";

function Help({ href }: { href: string | null }) {
  if (!href) return null;
  return (
    <Link href={href} className="py-1">
      Need Help?
    </Link>
  );
}
