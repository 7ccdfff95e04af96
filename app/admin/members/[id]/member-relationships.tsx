import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { atStart } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Course, RelationshipRow } from "@/lib/staff/members/directory";
import { sayProposalState } from "@/lib/staff/members/wording";

interface MemberRelationshipsProps {
  rows: readonly RelationshipRow[];
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** A member's relationships and proposals: the other person, the state, and since when. */
export function MemberRelationships({ rows, settings, ...when }: MemberRelationshipsProps) {
  const relationships = rows.filter(({ relationship }) => relationship !== null);
  const proposals = rows.filter(({ relationship }) => relationship === null);
  return (
    <>
      <section aria-labelledby="relationships" className="grid gap-3">
        <h2 id="relationships">Relationships</h2>
        {relationships.length === 0 && <p>None yet.</p>}
        <ul className="grid gap-4">
          {relationships.map((row) => (
            <Line key={row.id} row={row} settings={settings}>
              {row.relationship && <CourseOf course={row.relationship} {...when} />}
            </Line>
          ))}
        </ul>
      </section>
      <section aria-labelledby="proposals" className="grid gap-3">
        <h2 id="proposals">Proposals</h2>
        {proposals.length === 0 && <p>None other than those that became relationships.</p>}
        <ul className="grid gap-4">
          {proposals.map((row) => (
            <Line key={row.id} row={row} settings={settings}>
              {sayProposalState(row, when.now)}; sent <Time at={row.sentAt} {...when} />, last moved{" "}
              <Time at={row.movedAt} {...when} />.
            </Line>
          ))}
        </ul>
      </section>
    </>
  );
}

function Line({ row, settings: { words }, children }: { row: RelationshipRow; settings: Settings; children: ReactNode }) {
  const { id, partnerId, partnerName, as, relationship } = row;
  return (
    <li className="max-w-none">
      <p className="prose-plain">
        <Link href={`/admin/members/${partnerId}`} className="font-semibold">
          {atStart(partnerName)}
        </Link>
        , {as === "mentee" ? words.mentor : words.mentee}
      </p>
      <p>{children}</p>
      <p>
        <Link href={`/admin/${relationship ? "relationships" : "proposals"}/${id}`} className="inline-block py-1">
          {relationship ? "Open the relationship" : "Open the proposal"}
          <span className="sr-only"> with {atStart(partnerName)}</span>
        </Link>
      </p>
    </li>
  );
}

function CourseOf({ course, ...when }: { course: Course; timeZone: string; now: Date }) {
  const { startedAt, agreedUntil, endedAt, signedAt, firstConversationAt, meetingsHeld, nextMeetingAt, isNextAccepted } =
    course;
  const date = (at: Date) => <Time at={at} {...when} />;
  return (
    <>
      {endedAt ? (
        <>
          <strong>Ended</strong> {date(endedAt)}, begun {date(startedAt)}.
        </>
      ) : (
        <>
          <strong>Active</strong> since {date(startedAt)}, agreed until {date(agreedUntil)}.
        </>
      )}{" "}
      {firstConversationAt ? (
        <>First conversation {date(firstConversationAt)}.</>
      ) : (
        `No first conversation${endedAt ? "" : " yet"}.`
      )}{" "}
      {signedAt ? <>Contract signed {date(signedAt)}.</> : "No contract signed."} {sayHeld(meetingsHeld, endedAt !== null)}
      {nextMeetingAt && (
        <>
          ; the next on {date(nextMeetingAt)}
          {!isNextAccepted && ", not accepted yet"}
        </>
      )}
      .
    </>
  );
}

function sayHeld(meetings: number, hasEnded: boolean): string {
  if (meetings === 0) return hasEnded ? "No meeting held" : "No meeting held yet";
  return meetings === 1 ? "1 meeting held" : `${meetings} meetings held`;
}
