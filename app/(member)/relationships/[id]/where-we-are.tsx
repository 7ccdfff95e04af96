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

/** What the two have done so far, and what there is, or was: each line leads to its tool. */
export function WhereWeAre({ id, standing, partnerName, now, timeZone }: WhereWeAreProps) {
  const { isOpen, firstConversationAt, hasGoals, openGoals, achievedGoals } = standing;
  const nextMeeting = isOpen ? standing.nextMeeting : null;
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
      ) : isOpen ? (
        "still to come"
      ) : (
        "not noted"
      ),
    ],
    ["contract", "Contract", isSigned(standing), sayContract(standing, partnerName)],
    [
      "meetings",
      "Meetings",
      isOpen ? nextMeeting?.isAccepted === true : standing.meetingsHeld > 0,
      <>
        {nextMeeting && (
          <>
            next on <Time at={nextMeeting.startsAt} {...when} as="date-time" />
            {!nextMeeting.isAccepted && ", not accepted yet"}
          </>
        )}
        {sayMeetings(standing)}
      </>,
    ],
  ];
  if (hasGoals) lines.push(["goals", "Goals", openGoals + achievedGoals > 0, sayGoals(standing)]);
  return (
    <section aria-labelledby="where">
      <h2 id="where">{isOpen ? "Where you are" : "How far you came"}</h2>
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

/** Behind the next one, when there is one. */
function sayMeetings({ isOpen, nextMeeting, meetingsHeld }: Standing): string {
  if (!isOpen) return meetingsHeld > 0 ? `${meetingsHeld} held` : "none held";
  return `${nextMeeting ? "" : "none planned"}${meetingsHeld > 0 ? `; ${meetingsHeld} held so far` : ""}`;
}

function sayContract({ isOpen, contract: { signedByViewer, signedByPartner } }: Standing, partnerName: string): string {
  if (signedByViewer && signedByPartner) return "signed by both of you";
  if (!isOpen && (signedByViewer || signedByPartner)) return `signed by ${signedByViewer ? "you" : partnerName} alone`;
  if (!isOpen) return "not signed";
  if (signedByViewer) return `signed by you; not yet by ${partnerName}`;
  return signedByPartner ? `signed by ${partnerName}; not yet by you` : "not signed yet";
}

function sayGoals({ isOpen, openGoals, achievedGoals, overdueGoals }: Standing): string {
  if (openGoals + achievedGoals === 0) return isOpen ? "none yet" : "none";
  const parts = [
    openGoals > 0 && `${openGoals} ${isOpen ? "open" : "left open"}`,
    isOpen && overdueGoals > 0 && `${overdueGoals} past ${overdueGoals === 1 ? "its" : "their"} date`,
    achievedGoals > 0 && `${achievedGoals} achieved`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}
