import { Link } from "@/components/ui/link";
import { Portrait } from "@/components/ui/portrait";
import { Time } from "@/components/ui/time";
import type { Role } from "@/lib/foundation/viewer";
import { atStart } from "@/lib/foundation/wording";
import type { Tool } from "@/lib/pairing/programmes/programme";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import type { Proposal } from "@/lib/pairing/proposals/proposal";
import { statusWords } from "@/lib/pairing/proposals/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { RelationshipLinks } from "./relationship-links";

/** A proposal, or the relationship that it became, in a list. */
export interface ListedRelationship
  extends Pick<Proposal, "id" | "status" | "withdrawnBecause" | "sentAt" | "expiresAt" | "movedAt"> {
  partnerId: string;
  partnerName: string;
  partnerPicture: string | null;
  partnerHeadline: string | null;
  startedAt: Date | null;
  agreedUntil: Date | null;
  endedAt: Date | null;
  /** Messages that the viewer has not read. */
  unread: number;
  /** Null in the society's own scheme. */
  programme: string | null;
  without: readonly Tool[];
}

interface RelationshipListProps {
  rows: readonly ListedRelationship[];
  viewerIs: Role;
  settings: Settings;
  timeZone: string;
  now: Date;
}

export function RelationshipList({ rows, ...how }: RelationshipListProps) {
  return (
    <ul className="border-t border-rule">
      {rows.map((row) => (
        <li key={row.id} className="max-w-none border-b border-rule">
          <Row row={row} {...how} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row, viewerIs, settings, timeZone, now }: Omit<RelationshipListProps, "rows"> & { row: ListedRelationship }) {
  const details = `/relationships/${row.id}/details`;
  return (
    <article className="grid grid-cols-[auto_1fr] items-start gap-x-5 gap-y-2 py-5 wide:grid-cols-[auto_1fr_auto]">
      <Portrait of={partnerOf(row)} size="small" />
      <div className="grid min-w-0 gap-1">
        <h3 className="prose-plain">
          <Link href={row.startedAt ? `/relationships/${row.id}` : details}>{atStart(row.partnerName)}</Link>
        </h3>
        {row.partnerHeadline && <p className="prose-plain text-soft">{row.partnerHeadline}</p>}
        <p>
          <strong>{statusOf(row, viewerIs, settings, now)}</strong>
          <span className="text-soft">
            {" · "}
            <When row={row} viewerIs={viewerIs} timeZone={timeZone} now={now} />
          </span>
        </p>
        {row.programme && <p className="prose-plain text-soft">{row.programme}</p>}
      </div>
      <div className="col-start-2 wide:col-start-3">
        {row.startedAt === null ? (
          <div className="flex flex-wrap gap-x-5">
            {row.unread > 0 && (
              <Link href={`/questions/${row.id}`} className="inline-block py-1">
                Messages ({row.unread} unread)<span className="sr-only"> with {row.partnerName}</span>
              </Link>
            )}
            <Link href={details} className="inline-block py-1">
              Details<span className="sr-only"> of {row.partnerName}</span>
            </Link>
          </div>
        ) : (
          <RelationshipLinks id={row.id} partnerName={row.partnerName} unread={row.unread} without={row.without} />
        )}
      </div>
    </article>
  );
}

function partnerOf({ partnerId, partnerName, partnerPicture }: ListedRelationship) {
  return { memberId: partnerId, name: partnerName, picture: partnerPicture };
}

function statusOf(row: ListedRelationship, viewerIs: Role, settings: Settings, now: Date): string {
  if (row.endedAt) return "Ended";
  if (row.startedAt) return viewerIs === "mentor" ? `Your ${settings.words.mentee}` : `Your ${settings.words.mentor}`;
  return statusWords(row, viewerIs, row.partnerName, settings.words, now);
}

/** The date that matters most for where it stands. */
function When({ row, viewerIs, timeZone, now }: { row: ListedRelationship; viewerIs: Role; timeZone: string; now: Date }) {
  if (row.endedAt) return <Time at={row.endedAt} now={now} timeZone={timeZone} />;
  if (row.startedAt) {
    return (
      <>
        since <Time at={row.startedAt} now={now} timeZone={timeZone} />
      </>
    );
  }
  if (row.status === "sent" && !isPastDeadline(row, now)) {
    return (
      <>
        {viewerIs === "mentor" ? "please answer by " : "reply due by "}
        <Time at={row.expiresAt} now={now} timeZone={timeZone} />
      </>
    );
  }
  return <Time at={row.status === "sent" ? row.expiresAt : row.movedAt} now={now} timeZone={timeZone} />;
}
