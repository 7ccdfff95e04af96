import { Link } from "@/components/ui/link";
import { Portrait } from "@/components/ui/portrait";
import { Time } from "@/components/ui/time";
import { withField } from "@/lib/foundation/destination";
import type { ClosedMentor } from "@/lib/pairing/matching/mentor";
import { sayClosed } from "@/lib/pairing/matching/wording";
import type { Settings } from "@/lib/society/settings/settings";

interface When {
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** Mentors who were searched for by name and whom nobody can ask at the moment. Nothing where there is none. */
export function ClosedMentors({
  mentors,
  programmeId,
  ...when
}: When & { mentors: readonly ClosedMentor[]; programmeId: string | null }) {
  if (mentors.length === 0) return null;
  return (
    <ul className="mb-6 border-t border-rule">
      {mentors.map((mentor) => (
        <li
          key={mentor.memberId}
          className="grid max-w-none grid-cols-[auto_1fr] items-start gap-x-5 border-b border-rule bg-tint px-4 py-5"
        >
          <Portrait of={mentor} size="small" />
          <div className="grid min-w-0 gap-1">
            <h3 className="prose-plain">
              <Link href={withField(`/mentors/${mentor.memberId}`, "programme", programmeId)}>{mentor.name}</Link>
            </h3>
            <p className="prose-plain text-soft">{mentor.headline}</p>
            <Closed {...mentor} {...when} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Why nobody can ask a mentor at the moment, and until when if they have said. */
export function Closed({
  closedBecause,
  backAt,
  settings,
  timeZone,
  now,
}: When & Pick<ClosedMentor, "closedBecause" | "backAt">) {
  return (
    <p>
      {sayClosed(closedBecause, settings)}
      {backAt && (
        <>
          {" "}
          They plan to be back on <Time at={backAt} now={now} timeZone={timeZone} />.
        </>
      )}
    </p>
  );
}
