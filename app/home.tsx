import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { RelationshipList } from "@/components/relationships/relationship-list";
import { Page } from "@/components/ui/page";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { listRelationships, type RelationshipRow } from "@/lib/pairing/proposals/queries";
import { readRequest } from "@/lib/people/auth/session";
import { getMenteeProfile, getMentorProfile } from "@/lib/people/members/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { NoProfile, Quiet } from "./home-states";
import { WhomToAskInstead } from "./whom-to-ask-instead";

interface HomeProps {
  viewer: Viewer;
  done: string | string[] | undefined;
}

/** What needs the member now, and the next sensible step. */
export async function Home({ viewer, done }: HomeProps) {
  const { settings, now } = await readRequest();
  const { activeRole } = viewer;
  // Staff who take no part in the mentoring themselves begin at their desk.
  if (!activeRole) redirect(typeof done === "string" ? `/admin?done=${encodeURIComponent(done)}` : "/admin");
  const [{ rows, next }, profile] = await Promise.all([
    listRelationships(viewer, activeRole, "current"),
    activeRole === "mentor" ? getMentorProfile(viewer.memberId) : getMenteeProfile(viewer.memberId),
  ]);
  const open = rows.filter((row) => row.status === "sent" && !isPastDeadline(row, now));
  const active = rows.filter((row) => row.startedAt !== null);
  const how = { viewerIs: activeRole, settings, timeZone: viewer.timeZone, now };
  const isQuiet = open.length === 0 && active.length === 0;
  return (
    <Page
      settings={settings}
      title="Home"
      heading={`Welcome, ${viewer.name}`}
      lede={ledeOf(activeRole, open, active, settings)}
      done={done}
    >
      {!profile && <NoProfile role={activeRole} settings={settings} />}
      {open.length > 0 && (
        <Section id="open" heading={activeRole === "mentor" ? "Waiting for your answer" : "Waiting for an answer"}>
          <RelationshipList rows={soonestFirst(open)} {...how} />
          {activeRole === "mentee" && (
            <p className="text-soft">
              We remind each {settings.words.mentor} for you. If there is no answer in time, we withdraw the proposal, tell you,
              and suggest others.
            </p>
          )}
        </Section>
      )}
      {activeRole === "mentee" && <WhomToAskInstead viewer={viewer} wanted={profile} settings={settings} now={now} />}
      {active.length > 0 && (
        <Section
          id="active"
          heading={activeRole === "mentor" ? `Your ${settings.words.mentees}` : `Your ${settings.words.mentor}`}
        >
          <RelationshipList rows={active} {...how} />
        </Section>
      )}
      {profile && isQuiet && <Quiet role={activeRole} settings={settings} />}
      {!isQuiet && (
        <p>
          <a href="/relationships" className="inline-block py-1">
            {next ? "There is more in Relationships" : "Everything so far is in Relationships"}
          </a>
        </p>
      )}
    </Page>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

function ledeOf(role: Role, open: RelationshipRow[], active: RelationshipRow[], { words }: Settings): string {
  if (role === "mentor" && open.length === 1) return "One proposal is waiting for your answer.";
  if (role === "mentor" && open.length > 1) return `${open.length} proposals are waiting for your answer.`;
  if (open.length > 0)
    return `For now it is the ${open.length === 1 ? `${words.mentor}’s` : `${words.mentors}’`} turn to answer.`;
  if (active.length > 0) return "You have answered everything. Nothing is waiting for you.";
  return role === "mentor" ? "Thank you for giving your time." : `Let us find you ${words.mentors} who fit.`;
}

function soonestFirst(open: RelationshipRow[]): RelationshipRow[] {
  return open.toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}
