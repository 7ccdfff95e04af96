import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Standing } from "@/lib/mentoring/dashboard/standing";

interface WhereWeAreProps {
  id: string;
  standing: Standing;
  partnerName: string;
  now: Date;
  timeZone: string;
}

/** What the two have done so far, and what there is: each line leads to its tool. */
export function WhereWeAre({ id, standing, partnerName, now, timeZone }: WhereWeAreProps) {
  const { firstConversationAt, nextMeeting, meetingsHeld, openGoals, achievedGoals } = standing;
  const when = { now, timeZone };
  const lines: [place: string, name: string, isDone: boolean, state: ReactNode][] = [
    [
      "first-conversation",
      "First conversation",
      firstConversationAt !== null,
      firstConversationAt ? (
        <>
          held on <Time at={firstConversationAt} {...when} />
        </>
      ) : (
        "still to come"
      ),
    ],
    ["contract", "Contract", isSigned(standing), sayContract(standing, partnerName)],
    [
      "meetings",
      "Meetings",
      nextMeeting !== null,
      <>
        {nextMeeting ? (
          <>
            next on <Time at={nextMeeting.startsAt} {...when} as="date-time" />
          </>
        ) : (
          "none planned"
        )}
        {meetingsHeld > 0 && `; ${meetingsHeld} held so far`}
      </>,
    ],
    ["goals", "Goals", openGoals + achievedGoals > 0, sayGoals(standing)],
  ];
  return (
    <section aria-labelledby="where">
      <h2 id="where">Where you are</h2>
      <ul className="mt-4 border-t border-rule">
        {lines.map(([place, name, isDone, state]) => (
          <li key={place} className="flex max-w-none flex-wrap items-baseline gap-x-3 border-b border-rule py-3">
            <span aria-hidden="true" className={isDone ? "text-accent" : "text-soft"}>
              {isDone ? "✓" : "○"}
            </span>
            <Link href={`/relationships/${id}/${place}`} className="font-semibold">
              {name}
            </Link>
            <span className="text-soft">{state}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isSigned({ contract }: Standing): boolean {
  return contract.signedByViewer && contract.signedByPartner;
}

function sayContract({ contract: { signedByViewer, signedByPartner } }: Standing, partnerName: string): string {
  if (signedByViewer && signedByPartner) return "signed by both of you";
  if (signedByViewer) return `signed by you; not yet by ${partnerName}`;
  return signedByPartner ? `signed by ${partnerName}; not yet by you` : "not signed yet";
}

function sayGoals({ openGoals, achievedGoals, overdueGoals }: Standing): string {
  if (openGoals + achievedGoals === 0) return "none yet";
  const parts = [
    openGoals > 0 && `${openGoals} open`,
    overdueGoals > 0 && `${overdueGoals} past ${overdueGoals === 1 ? "its" : "their"} date`,
    achievedGoals > 0 && `${achievedGoals} achieved`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}
