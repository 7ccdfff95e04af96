import { ReflectionLink } from "@/components/reflections/reflection-link";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { dayOf, sayPeriod, sayZone } from "@/lib/foundation/dates";
import { type Press, pressValue } from "@/lib/mentoring/meetings/input";
import { isStillOn } from "@/lib/mentoring/meetings/meeting";
import type { ShownMeeting } from "@/lib/mentoring/meetings/queries";
import { partnersTime, sayLength, statusWords } from "@/lib/mentoring/meetings/wording";
import { labelOf, type Settings } from "@/lib/society/settings/settings";

interface MeetingItemProps {
  shown: ShownMeeting;
  partnerName: string;
  /** IANA names. */
  viewerZone: string;
  partnerZone: string;
  /** Whether anything can still be done. */
  isOpen: boolean;
  /** Whether reflections are among their tools. */
  hasReflections: boolean;
  settings: Settings;
  now: Date;
}

/** One meeting: when by both clocks, how, what about, where it stands, and what can be done. */
export function MeetingItem({
  shown,
  partnerName,
  viewerZone,
  partnerZone,
  isOpen,
  hasReflections,
  settings,
  now,
}: MeetingItemProps) {
  const { meeting, words, isOrganiser } = shown;
  const say = (period: typeof meeting) => sayPeriod(period, now, viewerZone);
  const theirTime = (period: { startsAt: Date; endsAt: Date }) =>
    partnersTime(period, viewerZone, partnerZone, partnerName, now);
  const method = labelOf(settings.methods, meeting.method);
  return (
    <article className="grid gap-3 py-5">
      <div className="grid gap-1">
        <h3 className="prose-plain">{words.title}</h3>
        <p>
          <time dateTime={meeting.startsAt.toISOString()} className="font-semibold">
            {say(meeting)}
          </time>{" "}
          <span className="text-soft">({sayZone(viewerZone)})</span>
        </p>
        {theirTime(meeting) && <p className="text-soft">{theirTime(meeting)}</p>}
        <p className="text-soft">
          {[method, sayLength(meeting)].filter(Boolean).join(" · ")}
          {" · "}
          <strong className="text-ink">{statusWords(meeting, isOrganiser, partnerName, now)}</strong>
        </p>
      </div>
      {words.details && <p className="prose-plain whitespace-pre-line [overflow-wrap:anywhere]">{words.details}</p>}
      {meeting.suggestion && (
        <div className="grid gap-1 border-l-4 border-accent bg-tint px-4 py-3">
          <p>
            {isOrganiser ? `${partnerName} suggests` : "You suggest"}{" "}
            <strong>{sayPeriod(meeting.suggestion, now, viewerZone)}</strong>
          </p>
          {theirTime(meeting.suggestion) && <p className="text-soft">{theirTime(meeting.suggestion)}</p>}
        </div>
      )}
      <Buttons shown={shown} isOpen={isOpen} hasReflections={hasReflections} viewerZone={viewerZone} now={now} />
    </article>
  );
}

/** Exactly what is allowed now, the likeliest first; and the way into one's own calendar. */
function Buttons({
  shown: { meeting, words, allowed },
  isOpen,
  hasReflections,
  viewerZone,
  now,
}: Pick<MeetingItemProps, "shown" | "isOpen" | "hasReflections" | "viewerZone" | "now">) {
  const here = `/relationships/${meeting.relationshipId}/meetings/${meeting.id}`;
  const can = (command: (typeof allowed)[number]) => isOpen && allowed.includes(command);
  const about = <span className="sr-only">: {words.title}</span>;
  const button = (press: Press, label: string, kind: "main" | "quiet" = "quiet") => (
    <Button name="press" value={pressValue(press, meeting)} kind={kind}>
      {label}
    </Button>
  );
  const isPlanned = meeting.status === "planned";
  const minutes = Math.round((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000);
  return (
    <div className="flex flex-wrap items-center gap-3">
      {can("take") && meeting.suggestion && meeting.suggestion.startsAt > now && button("take", "Accept this time", "main")}
      {can("accept") && button("accept", "Accept", "main")}
      {can("decline") && button("decline", "Decline")}
      {can("suggest") && (
        <LinkButton href={`${here}/suggest`} kind="quiet">
          Suggest another time{about}
        </LinkButton>
      )}
      {can("hold") && button("hold", isPlanned ? "It took place" : "It took place after all", isPlanned ? "main" : "quiet")}
      {can("miss") && button("miss", "It did not take place")}
      {can("change") && (
        <LinkButton href={`${here}/change`} kind="quiet">
          Change{about}
        </LinkButton>
      )}
      {can("cancel") && (
        <LinkButton href={`${here}/cancel`} kind="danger">
          Cancel{about}
        </LinkButton>
      )}
      {isStillOn(meeting) && meeting.endsAt > now && (
        <a href={`${here}/meeting.ics`} className="inline-block py-1">
          Add to my calendar{about}
        </a>
      )}
      {meeting.status === "held" && hasReflections && (
        <ReflectionLink
          relationshipId={meeting.relationshipId}
          meetingId={meeting.id}
          heldOn={dayOf(meeting.startsAt, viewerZone)}
          minutes={minutes}
          about={words.title}
        />
      )}
    </div>
  );
}
