import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";

interface HomeCounts {
  you: number;
  others: number;
  soon: number;
  lacksProfile: boolean;
  /** Nothing goes on in the role that the viewer acts in. */
  isIdle: boolean;
}

/** The sentence below the greeting. Only when nothing at all waits, for nobody, does it say so. */
export function ledeOf({ you, others, soon, lacksProfile, isIdle }: HomeCounts, role: Role, { words }: Settings): string {
  if (you > 0) return you === 1 ? "One thing is waiting for you." : `${you} things are waiting for you.`;
  if (lacksProfile) return "Your profile comes first.";
  if (others > 0) return "You have answered everything. For now it is somebody else’s turn.";
  if (soon > 0) return "Here is what comes next.";
  if (!isIdle) return "Nothing needs your attention.";
  return role === "mentor" ? "Thank you for giving your time." : `Let us find you ${words.mentors} who fit.`;
}

/** The first thing to do in a role. */
export function NoProfile({ role, settings: { words } }: { role: Role; settings: Settings }) {
  return (
    <EmptyState heading="Create your profile first" action={<LinkButton href="/profile">Create Profile</LinkButton>}>
      <p>
        {role === "mentor"
          ? `Until you have one, no ${words.mentee} can find you. It takes about five minutes.`
          : `We use it to work out which ${words.mentors} fit you best. It takes about five minutes.`}
      </p>
    </EmptyState>
  );
}

interface QuietProps {
  role: Role;
  /** Nothing waits in the other role either. */
  isAll: boolean;
  settings: Settings;
}

/** A profile, and nothing that goes on in this role. */
export function Quiet({ role, isAll, settings: { words } }: QuietProps) {
  if (role === "mentee") {
    return (
      <EmptyState heading={`Find your ${words.mentor}`} action={<LinkButton href="/mentors">See who fits</LinkButton>}>
        <p>We have put the {words.mentors} who fit what you asked for at the top. Choose one, and send a proposal.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      heading={isAll ? "Nothing needs your attention" : `Nothing new for you as ${words.mentor}`}
      action={
        <LinkButton href="/profile" kind="quiet">
          Look at your profile
        </LinkButton>
      }
    >
      <p>
        We write to you as soon as a {words.mentee} sends you a proposal. It can take days or months for the right one to come
        along.
      </p>
    </EmptyState>
  );
}
