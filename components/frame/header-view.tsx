"use client";

import type { ReactNode } from "react";
import { LogOut } from "@/components/auth/log-out";
import { Portrait } from "@/components/ui/portrait";
import type { Pictured } from "@/lib/people/pictures/picture";
import { NavLink } from "./nav-link";

type Action = (form: FormData) => Promise<void>;

interface HeaderViewProps {
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
  isStaff: boolean;
  logOut: Action;
}

/** The markup of the header, in the browser too: then it travels once as these facts, and not as markup twice. */
export function HeaderView({
  product,
  society,
  logo,
  member,
  mayCreateAccount,
  help,
  mailBlocked,
  unavailable,
}: HeaderViewProps) {
  return (
    <header className="border-b border-rule bg-sheet">
      <a
        href="#main"
        className="absolute top-2 left-2 z-10 -translate-y-24 bg-sheet px-4 py-3 font-semibold focus-visible:translate-y-0"
      >
        Skip to the main content
      </a>
      {member && <AccountStrip {...member} help={help} />}
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-4 gap-y-2 wide:gap-x-10 px-[1.1rem] py-3 wide:px-6">
        <a href="/" className="flex items-center gap-3 text-ink no-underline">
          {logo && (
            // biome-ignore lint/performance/noImgElement: small already, and kept by the browser for ever
            <img {...logo} alt="" />
          )}
          <span>
            <span className="block font-serif text-[1.35rem] leading-tight font-medium">{product}</span>
            <span className="block text-[0.82rem] leading-snug text-soft">{society}</span>
          </span>
        </a>
        {member?.role && <MainNavigation {...member.role} />}
        {!member && (
          <div className="ml-auto flex flex-wrap items-center gap-x-5">
            {mayCreateAccount && (
              <a href="/create-account" className="py-1">
                Create account
              </a>
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

/** The main links, with the number of unread items. */
function MainNavigation({ mentors, unread, unreadMessages }: NonNullable<MemberFacts["role"]>) {
  return (
    <>
      <nav aria-label="Main" className="flex flex-wrap gap-x-5 gap-y-0.5 max-wide:order-last max-wide:basis-full wide:gap-x-6">
        <NavLink href="/">Home</NavLink>
        {mentors !== null && <NavLink href="/mentors">{mentors}</NavLink>}
        <NavLink href="/relationships">
          Relationships
          <Unread count={unreadMessages} of={unreadMessages === 1 ? "unread message" : "unread messages"} />
        </NavLink>
        <NavLink href="/resources">Resources</NavLink>
        <NavLink href="/profile">Profile</NavLink>
      </nav>
      <span className="ml-auto">
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

/** Who is signed in, in which role, and the way out. */
function AccountStrip({ portrait, role, other, isStaff, logOut, help }: MemberFacts & { help: string | null }) {
  return (
    <div className="border-b border-rule bg-paper text-[0.92rem]">
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-5 px-[1.1rem] py-1 wide:px-6">
        <p className="mr-auto flex items-center gap-2 max-wide:basis-full">
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
        {isStaff && (
          <a href="/admin" className="py-1">
            Staff pages
          </a>
        )}
        <a href="/account" className="py-1">
          Edit Account
        </a>
        <LogOut action={logOut}>
          <button type="submit" className={LINK_LIKE}>
            Log Out
          </button>
        </LogOut>
        <Help href={help} />
      </div>
    </div>
  );
}

const LINK_LIKE =
  "cursor-pointer py-1 text-accent underline decoration-[0.06em] underline-offset-[0.18em] hover:decoration-[0.14em]";

function Help({ href }: { href: string | null }) {
  if (!href) return null;
  return (
    <a href={href} className="py-1">
      Need Help?
    </a>
  );
}
