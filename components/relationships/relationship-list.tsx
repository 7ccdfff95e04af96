import { Portrait } from "@/components/ui/portrait";
import { Time } from "@/components/ui/time";
import type { Role } from "@/lib/foundation/viewer";
import { atStart } from "@/lib/foundation/wording";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import type { Proposal } from "@/lib/pairing/proposals/proposal";
import { statusWords } from "@/lib/pairing/proposals/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { RelationshipLinks } from "./relationship-links";

/** A proposal, or the relationship that it became, in a list. */
export interface MovementRow extends Pick<Proposal, "id" | "status" | "withdrawnBecause" | "sentAt" | "expiresAt" | "movedAt"> {
  partnerId: string;
  partnerName: string;
  partnerPicture: string | null;
  partnerHeadline: string | null;
  startedAt: Date | null;
  agreedUntil: Date | null;
  endedAt: Date | null;
  /** Messages that the viewer has not read. */
  unread: number;
}

interface MovementListProps {
  movements: readonly MovementRow[];
  viewerIs: Role;
  settings: Settings;
  timeZone: string;
  now: Date;
}

export function MovementList({ movements, ...how }: MovementListProps) {
  return (
    <ul className="border-t border-rule">
      {movements.map((movement) => (
        <li key={movement.id} className="max-w-none border-b border-rule">
          <Movement movement={movement} {...how} />
        </li>
      ))}
    </ul>
  );
}

function Movement({
  movement,
  viewerIs,
  settings,
  timeZone,
  now,
}: Omit<MovementListProps, "movements"> & { movement: MovementRow }) {
  const details = `/relationships/${movement.id}/details`;
  return (
    <article className="grid grid-cols-[auto_1fr] items-start gap-x-5 gap-y-2 py-5 wide:grid-cols-[auto_1fr_auto]">
      <Portrait of={partnerOf(movement)} size="small" />
      <div className="grid min-w-0 gap-1">
        <h3 className="prose-plain">
          <a href={movement.startedAt ? `/relationships/${movement.id}` : details}>{atStart(movement.partnerName)}</a>
        </h3>
        {movement.partnerHeadline && <p className="prose-plain text-soft">{movement.partnerHeadline}</p>}
        <p>
          <strong>{statusOf(movement, viewerIs, settings, now)}</strong>
          <span className="text-soft">
            {" · "}
            <When movement={movement} viewerIs={viewerIs} timeZone={timeZone} now={now} />
          </span>
        </p>
      </div>
      <div className="col-start-2 wide:col-start-3">
        {movement.startedAt === null ? (
          <a href={details} className="inline-block py-1">
            Details<span className="sr-only"> of {movement.partnerName}</span>
          </a>
        ) : (
          <RelationshipLinks id={movement.id} partnerName={movement.partnerName} unread={movement.unread} />
        )}
      </div>
    </article>
  );
}

function partnerOf({ partnerId, partnerName, partnerPicture }: MovementRow) {
  return { memberId: partnerId, name: partnerName, picture: partnerPicture };
}

function statusOf(movement: MovementRow, viewerIs: Role, settings: Settings, now: Date): string {
  if (movement.endedAt) return "Ended";
  if (movement.startedAt) return viewerIs === "mentor" ? `Your ${settings.words.mentee}` : `Your ${settings.words.mentor}`;
  return statusWords(movement, viewerIs, movement.partnerName, settings.words, now);
}

/** The date that matters most for where it stands. */
function When({ movement, viewerIs, timeZone, now }: { movement: MovementRow; viewerIs: Role; timeZone: string; now: Date }) {
  if (movement.endedAt) return <Time at={movement.endedAt} now={now} timeZone={timeZone} />;
  if (movement.startedAt) {
    return (
      <>
        since <Time at={movement.startedAt} now={now} timeZone={timeZone} />
      </>
    );
  }
  if (movement.status === "sent" && !isPastDeadline(movement, now)) {
    return (
      <>
        {viewerIs === "mentor" ? "please answer by " : "reply due by "}
        <Time at={movement.expiresAt} now={now} timeZone={timeZone} />
      </>
    );
  }
  return <Time at={movement.status === "sent" ? movement.expiresAt : movement.movedAt} now={now} timeZone={timeZone} />;
}
