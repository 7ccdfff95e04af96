import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { isOpen } from "@/lib/pairing/relationships/access";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { labelsOf } from "@/lib/society/settings/settings";
import { listLettersToPair } from "@/lib/staff/letters/pairs/queries";
import { findRelationshipRecord } from "@/lib/staff/relationships/queries";
import { ACTIVITY_LABELS, RHYTHM_SENTENCES, sayRelationship } from "@/lib/staff/relationships/wording";
import { RecordPage } from "../../record-page";

const COMMANDS = [
  { path: "extend", label: "Extend it", kind: "quiet" },
  { path: "end", label: "End it", kind: "danger" },
] as const;

export default async function RelationshipPage({ params, searchParams }: PageProps<"/admin/relationships/[id]">) {
  const viewer = await requireStaff("relationships");
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const [found, toMany] = await Promise.all([findRelationshipRecord(viewer, id, settings, now), listLettersToPair(viewer, id)]);
  if (!found) notFound();
  const { relationship, mentee, mentor, contracts, isOwn } = found;
  const { words } = settings;
  const isGoingOn = isOpen(relationship, now);
  const when = { now, timeZone: viewer.timeZone };
  const time = (at: Date | null | undefined) => at && <Time at={at} {...when} />;
  const signed = contracts.find(({ menteeSignedAt, mentorSignedAt }) => menteeSignedAt && mentorSignedAt) ?? contracts[0];
  const nextMeeting = found.nextMeetingAt && (
    <>
      {time(found.nextMeetingAt)}
      {!found.isNextAccepted && ", not accepted yet"}
    </>
  );
  return (
    <RecordPage
      of="relationships"
      {...{ id, mentee, mentor, done, isOwn, settings, ...when }}
      letters={found.letters}
      toMany={toMany}
      lede={`${sayRelationship(found, words, now)}${found.rhythm ? `. ${RHYTHM_SENTENCES[found.rhythm]}` : ""}`}
      commands={isGoingOn ? COMMANDS : []}
      facts={[
        ["Began", time(found.startedAt)],
        ["Agreed until", time(found.agreedUntil)],
        ["Ended", time(found.endedAt)],
        [relationship.isReasonShared ? "Reason, shown to both" : "Reason, for staff only", relationship.endReason],
        [
          "Extension asked for",
          relationship.extensionMonths &&
            `By ${relationship.extensionMonths} months, requested by the ${words[relationship.extensionAskedBy ?? "mentee"]}`,
        ],
        ["Programme", found.programme],
        ["Topics", labelsOf(settings.topics, found.topics).join("; ")],
        [
          "Proposal",
          <Link key="proposal" href={`/admin/proposals/${id}`}>
            How it began
          </Link>,
        ],
      ]}
    >
      <Facts
        facts={[
          ["First conversation", time(found.firstConversationAt) ?? "Not yet"],
          ["Meetings held", String(found.meetingsHeld)],
          ["Last meeting", time(found.lastHeldAt)],
          ["Next meeting", nextMeeting ?? (isGoingOn ? "None planned" : null)],
          ["Last message", ACTIVITY_LABELS[found.lastMessage]],
          [`Contract signed by the ${words.mentee}`, time(signed?.menteeSignedAt) ?? "Not yet"],
          [`Contract signed by the ${words.mentor}`, time(signed?.mentorSignedAt) ?? "Not yet"],
        ]}
      />
    </RecordPage>
  );
}
