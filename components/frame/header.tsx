import type { Viewer } from "@/lib/foundation/viewer";
import { capital } from "@/lib/foundation/wording";
import { sayUnavailable } from "@/lib/pairing/availability/wording";
import { staffHomeOf } from "@/lib/people/rights/rights";
import { logoAddress, logoSize } from "@/lib/society/settings/logo";
import type { Settings } from "@/lib/society/settings/settings";
import { supportLink } from "@/lib/society/settings/support-link";
import { HeaderView, type MemberFacts } from "./header-view";

/** What the buttons of the header do. */
interface HeaderActions {
  logOut: (form: FormData) => Promise<void>;
  switchRole: (form: FormData) => Promise<void>;
  makeAvailable: (form: FormData) => Promise<void>;
}

interface HeaderProps extends HeaderActions {
  /** FrameFacts. */
  look: string;
  viewer: Viewer | null;
  settings: Settings;
  /** Notifications. */
  unread: number;
  unreadMessages: number;
  /** Nobody is signed in, and accounts are made here. */
  mayCreateAccount: boolean;
  /** Says that no e-mail goes to the viewer's address, and what to do. */
  mailBlocked: string | null;
}

/** Who is there and where: the frame's upper part. Facts for HeaderView, which has the markup. */
export function Header({ look, viewer, settings, mayCreateAccount, mailBlocked, ...rest }: HeaderProps) {
  const { product, name, logo } = settings.society;
  const isUnavailable = viewer !== null && !viewer.isAvailable;
  return (
    <HeaderView
      look={look}
      product={product}
      society={name}
      logo={logo && { src: logoAddress(logo), ...logoSize(logo) }}
      member={viewer && factsOf(viewer, settings, rest)}
      mayCreateAccount={mayCreateAccount}
      help={supportLink(settings, viewer !== null)}
      mailBlocked={mailBlocked}
      unavailable={isUnavailable ? { sentence: sayUnavailable(settings), makeAvailable: rest.makeAvailable } : null}
    />
  );
}

type Rest = HeaderActions & Pick<HeaderProps, "unread" | "unreadMessages">;

function factsOf(viewer: Viewer, { words }: Settings, { unread, unreadMessages, switchRole, logOut }: Rest): MemberFacts {
  const { memberId, name, picture, activeRole } = viewer;
  const otherRole = activeRole === "mentor" ? "mentee" : "mentor";
  const mentors = activeRole === "mentee" ? capital(words.mentors) : null;
  return {
    portrait: { memberId, name, picture },
    role: activeRole && { word: words[activeRole], unread, unreadMessages, mentors },
    other: activeRole && viewer.isMentor && viewer.isMentee ? { role: otherRole, word: words[otherRole], switchRole } : null,
    staffHome: staffHomeOf(viewer),
    logOut,
  };
}
