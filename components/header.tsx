import type { Viewer } from "@/lib/auth/viewer";
import { sayUnavailable } from "@/lib/availability/wording";
import { logoAddress, logoSize } from "@/lib/settings/logo";
import type { Settings } from "@/lib/settings/settings";
import { capital, supportLink } from "@/lib/wording";
import { LogOut } from "./log-out";
import { NavLink } from "./nav-link";
import { Portrait } from "./ui/portrait";

/** What the buttons of the header do. */
interface HeaderActions {
  logOut: (form: FormData) => Promise<void>;
  switchRole: (form: FormData) => Promise<void>;
  makeAvailable: (form: FormData) => Promise<void>;
}

interface HeaderProps extends HeaderActions {
  viewer: Viewer | null;
  settings: Settings;
  /** Notifications. */
  unread: number;
  unreadMessages: number;
  /** Nobody is signed in, and accounts are made here. */
  mayCreateAccount: boolean;
  /** That no mail goes to the viewer's address, and what to do. */
  mailBlocked: string | null;
}

export function Header({ viewer, settings, unread, unreadMessages, mayCreateAccount, mailBlocked, ...actions }: HeaderProps) {
  return (
    <header className="border-b border-rule bg-sheet">
      <a
        href="#main"
        className="absolute top-2 left-2 z-10 -translate-y-24 bg-sheet px-4 py-3 font-semibold focus-visible:translate-y-0"
      >
        Skip to the main content
      </a>
      {viewer && <AccountStrip viewer={viewer} settings={settings} {...actions} />}
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-4 gap-y-2 wide:gap-x-10 px-[1.1rem] py-3 wide:px-6">
        <Mark settings={settings} />
        {viewer?.activeRole && <MainNavigation viewer={viewer} settings={settings} unreadMessages={unreadMessages} />}
        {viewer?.activeRole && <NotificationsLink unread={unread} />}
        {!viewer && (
          <div className="ml-auto flex flex-wrap items-center gap-x-5">
            {mayCreateAccount && (
              <a href="/create-account" className="py-1">
                Create account
              </a>
            )}
            <SupportLink settings={settings} isSignedIn={false} />
          </div>
        )}
      </div>
      {mailBlocked && (
        <div className="border-t border-rule bg-warn-tint">
          <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-5 px-[1.1rem] py-1.5 wide:px-6">
            <p className="py-1 font-semibold">{mailBlocked}</p>
          </div>
        </div>
      )}
      {viewer && !viewer.isAvailable && (
        <div className="border-t border-rule bg-warn-tint">
          <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-5 px-[1.1rem] py-1.5 wide:px-6">
            <p className="py-1 font-semibold">{sayUnavailable(settings)}</p>
            <form action={actions.makeAvailable}>
              <button type="submit" className={LINK_LIKE}>
                Make Available
              </button>
            </form>
          </div>
        </div>
      )}
    </header>
  );
}

function Mark({ settings: { society } }: { settings: Settings }) {
  return (
    <a href="/" className="flex items-center gap-3 text-ink no-underline">
      {society.logo && (
        // biome-ignore lint/performance/noImgElement: small already, and kept by the browser for ever
        <img src={logoAddress(society.logo)} alt="" {...logoSize(society.logo)} />
      )}
      <span>
        <span className="block font-serif text-[1.35rem] leading-tight font-medium">{society.product}</span>
        <span className="block text-[0.82rem] leading-snug text-soft">{society.name}</span>
      </span>
    </a>
  );
}

function MainNavigation({ viewer, settings, unreadMessages }: { viewer: Viewer; settings: Settings; unreadMessages: number }) {
  return (
    <nav aria-label="Main" className="flex flex-wrap gap-x-5 gap-y-0.5 max-wide:order-last max-wide:basis-full wide:gap-x-6">
      <NavLink href="/">Home</NavLink>
      {viewer.activeRole === "mentee" && <NavLink href="/mentors">{capital(settings.words.mentors)}</NavLink>}
      <NavLink href="/relationships">
        Relationships
        <Unread count={unreadMessages} of={unreadMessages === 1 ? "unread message" : "unread messages"} />
      </NavLink>
      <NavLink href="/resources">Resources</NavLink>
      <NavLink href="/profile">Profile</NavLink>
    </nav>
  );
}

/** Where there is something new to read, with how much. */
function NotificationsLink({ unread }: { unread: number }) {
  return (
    <span className="ml-auto">
      <NavLink href="/notifications">
        Notifications
        <Unread count={unread} of="unread" />
      </NavLink>
    </span>
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
function AccountStrip({
  viewer,
  settings,
  logOut,
  switchRole,
}: { viewer: Viewer; settings: Settings } & Omit<HeaderActions, "makeAvailable">) {
  const otherRole = viewer.activeRole === "mentor" ? "mentee" : "mentor";
  return (
    <div className="border-b border-rule bg-paper text-[0.92rem]">
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-5 px-[1.1rem] py-1 wide:px-6">
        <p className="mr-auto flex items-center gap-2 max-wide:basis-full">
          {viewer.picture !== null && <Portrait of={viewer} size="tiny" />}
          <span className="min-w-0">
            {viewer.name}
            {viewer.activeRole && <span className="text-soft">, {settings.words[viewer.activeRole]}</span>}
          </span>
        </p>
        {viewer.activeRole && viewer.isMentor && viewer.isMentee && (
          <form action={switchRole}>
            <button type="submit" name="role" value={otherRole} className={LINK_LIKE}>
              Switch to {settings.words[otherRole]}
            </button>
          </form>
        )}
        {viewer.staff !== "none" && (
          <a href="/admin" className="py-1">
            Staff desk
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
        <SupportLink settings={settings} isSignedIn />
      </div>
    </div>
  );
}

const LINK_LIKE =
  "cursor-pointer py-1 text-accent underline decoration-[0.06em] underline-offset-[0.18em] hover:decoration-[0.14em]";

function SupportLink({ settings, isSignedIn }: { settings: Settings; isSignedIn: boolean }) {
  const href = supportLink(settings, isSignedIn);
  if (!href) return null;
  return (
    <a href={href} className="py-1">
      Need Help?
    </a>
  );
}
