import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import type { Role, Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import type { Settings } from "@/lib/settings/settings";

/** The first thing to do in a role. */
export function NoProfile({ role, settings: { words } }: { role: Role; settings: Settings }) {
  return (
    <EmptyState heading="Make your profile first" action={<LinkButton href="/profile">Create Profile</LinkButton>}>
      <p>
        {role === "mentor"
          ? `Until you have one, no ${words.mentee} can find you. It takes about five minutes.`
          : `From it we work out which ${words.mentors} fit you best. It takes about five minutes.`}
      </p>
    </EmptyState>
  );
}

/** A profile, and nothing under way. */
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
      heading="Nothing needs you now"
      action={
        <LinkButton href="/profile" kind="quiet">
          Look at your profile
        </LinkButton>
      }
    >
      <p>
        We write to you as soon as a {words.mentee} sends you a proposal. It can take days or months until the right one comes
        along.
      </p>
    </EmptyState>
  );
}

interface StaffHomeProps {
  viewer: Viewer;
  settings: Settings;
  done: string | string[] | undefined;
}

/** Staff who take no part in the mentoring themselves. */
export function StaffHome({ viewer, settings, done }: StaffHomeProps) {
  return (
    <Page
      settings={settings}
      title="Home"
      heading={`Welcome, ${viewer.name}`}
      lede="You are here as staff."
      done={done}
      isNarrow
    >
      {env().isDemonstration && (
        <EmptyState
          heading="The demonstration"
          action={
            <>
              <LinkButton href="/demo/clock">Time machine</LinkButton>
              <LinkButton href="/demo/mailbox" kind="quiet">
                Mailbox
              </LinkButton>
            </>
          }
        >
          <p>
            Move the clock forward, and watch reminders go out and proposals expire. The mailbox shows every e-mail as it would
            arrive.
          </p>
        </EmptyState>
      )}
      <p>
        You can also take part yourself:{" "}
        <a href="/join">
          join as {settings.words.mentee} or {settings.words.mentor}
        </a>
        .
      </p>
    </Page>
  );
}
