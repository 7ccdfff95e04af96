import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { isOpen } from "@/lib/pairing/relationships/access";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { labelsOf } from "@/lib/society/settings/settings";
import { findRelationshipRecord } from "@/lib/staff/relationships/queries";
import { ACTIVITY_LABELS, RHYTHM_SENTENCES, sayRelationship } from "@/lib/staff/relationships/wording";
import { PartyLink } from "../../party-link";
import { SentLetters } from "../../sent-letters";

export default async function RelationshipPage({ params, searchParams }: PageProps<"/admin/relationships/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const found = await findRelationshipRecord(viewer, id, settings, now);
  if (!found) notFound();
  const { relationship, mentee, mentor, contracts, isOwn } = found;
  const { words } = settings;
  const isGoingOn = isOpen(relationship, now);
  const when = { now, timeZone: viewer.timeZone };
  const time = (at: Date | null | undefined) => at && <Time at={at} {...when} />;
  const heading = `${mentee.name} and ${mentor.name}`;
  const signed = contracts.find(({ menteeSignedAt, mentorSignedAt }) => menteeSignedAt && mentorSignedAt) ?? contracts[0];
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      lede={`${sayRelationship(found, words, now)}${found.rhythm ? `. ${RHYTHM_SENTENCES[found.rhythm]}` : ""}`}
      back={{ href: "/admin/relationships", label: "Relationships" }}
      done={done}
    >
      {isOwn && (
        <Note>
          <p>You are one of the two, so a colleague has to do anything that staff need to do here.</p>
        </Note>
      )}
      {!isOwn && (
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/admin/write/${id}`}>Write to both</LinkButton>
          {isGoingOn && (
            <>
              <LinkButton href={`/admin/relationships/${id}/extend`} kind="quiet">
                Extend it
              </LinkButton>
              <LinkButton href={`/admin/relationships/${id}/end`} kind="danger">
                End it
              </LinkButton>
            </>
          )}
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-2 full:gap-14">
        <Facts
          facts={[
            [capital(words.mentee), <PartyLink key="mentee" party={mentee} />],
            [capital(words.mentor), <PartyLink key="mentor" party={mentor} />],
            ["Began", time(found.startedAt)],
            ["Agreed until", time(found.agreedUntil)],
            ["Ended", time(found.endedAt)],
            [relationship.isReasonShared ? "Reason, shown to both" : "Reason, for staff only", relationship.endReason],
            [
              "Extension asked for",
              relationship.extensionMonths &&
                `By ${relationship.extensionMonths} months, requested by the ${words[relationship.extensionAskedBy ?? "mentee"]}`,
            ],
            ["Topics", labelsOf(settings.topics, found.topics).join("; ")],
            [
              "Proposal",
              <a key="proposal" href={`/admin/proposals/${id}`}>
                How it began
              </a>,
            ],
          ]}
        />
        <Facts
          facts={[
            ["First conversation", time(found.firstConversationAt) ?? "Not yet"],
            ["Meetings held", String(found.meetingsHeld)],
            ["Last meeting", time(found.lastHeldAt)],
            ["Next meeting", time(found.nextMeetingAt) ?? (isGoingOn ? "None planned" : null)],
            ["Last message", ACTIVITY_LABELS[found.lastMessage]],
            [`Contract signed by the ${words.mentee}`, time(signed?.menteeSignedAt) ?? "Not yet"],
            [`Contract signed by the ${words.mentor}`, time(signed?.mentorSignedAt) ?? "Not yet"],
          ]}
        />
      </div>
      <SentLetters letters={found.letters} settings={settings} {...when} />
    </Page>
  );
}
