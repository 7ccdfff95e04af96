import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { atStart, capital } from "@/lib/foundation/wording";
import { STATUS_WORDS } from "@/lib/pairing/joining/wording";
import type { StandingLine } from "@/lib/pairing/readiness/queries";
import type { Settings } from "@/lib/society/settings/settings";
import type { Participant } from "@/lib/staff/coordinating/queries";
import type { RelationshipRow } from "@/lib/staff/members/directory";
import { sayRoles } from "@/lib/staff/members/wording";
import { MemberReadiness } from "./member-readiness";
import { MemberRelationships } from "./member-relationships";

interface ParticipantPageProps {
  participant: Participant;
  rows: readonly RelationshipRow[];
  /** Of the programmes that the viewer looks after. */
  items: readonly StandingLine[];
  /** The viewer themselves. */
  isOwn: boolean;
  settings: Settings;
  now: Date;
  timeZone: string;
}

/** A member as coordinators see them: nothing of their account, nor of other programmes. */
export function ParticipantPage({ participant, rows, items, isOwn, settings, ...when }: ParticipantPageProps) {
  const { id, number, email, createdAt, joinings, status, isMentor, isMentee } = participant;
  const name = atStart(participant.name);
  return (
    <Page
      settings={settings}
      title={name}
      heading={name}
      lede={`${sayRoles(participant, settings.words)}.`}
      back={{ href: "/admin/members", label: "Members" }}
    >
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1fr_1.8fr] full:gap-14">
        <section aria-labelledby="about" className="grid min-w-0 gap-4">
          <h2 id="about">About them</h2>
          <Facts
            facts={[
              ["Membership number", number],
              ["E-mail", email],
              ["Joined", <Time key="joined" at={createdAt} {...when} />],
              ...joinings.map(
                (joining) =>
                  [`${joining.programme}, as ${settings.words[joining.role]}`, capital(STATUS_WORDS[joining.status])] as const,
              ),
            ]}
          />
          <p>
            <Link href={`/admin/members/${id}/profile`}>Read the profile</Link>
          </p>
          {!isOwn && status === "active" && (isMentor || isMentee) && (
            <p>
              <Link href={pairOf(participant)}>Match {name} with somebody</Link>
            </p>
          )}
          {!isOwn && (
            <p>
              <Link href={`/admin/letters/new?to=${id}`}>Write to {name}</Link>
            </p>
          )}
        </section>
        <div className="grid min-w-0 gap-10">
          <MemberReadiness items={items} isOwn={isOwn} settings={settings} {...when} />
          <MemberRelationships rows={rows} settings={settings} {...when} />
        </div>
      </div>
    </Page>
  );
}

/** Side by side with somebody, in a programme that they have joined; the society's own scheme is joined by nobody. */
function pairOf({ id, joinings, isMentee }: Participant): string {
  const joined = joinings.find(({ status }) => status === "joined");
  const role = joined?.role ?? (isMentee ? "mentee" : "mentor");
  return `/admin/matching/pair?${new URLSearchParams({ ...(joined && { programme: joined.programmeId }), [role]: id })}`;
}
