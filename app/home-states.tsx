import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";

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

/** A profile, but no open proposal and no relationship. */
export function Quiet({ role, settings: { words } }: { role: Role; settings: Settings }) {
  if (role === "mentee") {
    return (
      <EmptyState heading={`Find your ${words.mentor}`} action={<LinkButton href="/mentors">See who fits</LinkButton>}>
        <p>We have put the {words.mentors} who fit what you asked for at the top. Choose one, and send a proposal.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      heading="Nothing needs your attention"
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
