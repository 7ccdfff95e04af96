import { Time } from "@/components/ui/time";
import type { Settings } from "@/lib/society/settings/settings";
import { SNOOZE_DAYS, type TodayRow } from "@/lib/staff/inbox/kinds";
import { SINCE, sayRow } from "@/lib/staff/inbox/wording";
import { TodayView } from "./today-view";

interface TodayItemProps {
  row: TodayRow;
  isTickable: boolean;
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** One item: what happened, since when, and what to do about it. It is inside the form that puts an item off. */
export function TodayItem({ row, isTickable, settings, timeZone, now }: TodayItemProps) {
  const { key, kind, since, until, isOwn } = row;
  const ways = waysOf(row);
  const when = { now, timeZone };
  return (
    <TodayView
      name={key}
      isTickable={isTickable}
      sentence={sayRow(row, settings.words)}
      when={
        <>
          {SINCE[kind]} <Time at={since} {...when} as="day" />
          {until && (
            <>
              ; expires <Time at={until} {...when} as="day" />
            </>
          )}
          {isOwn &&
            (kind === "readiness-with-staff"
              ? ". This is about you, so a colleague has to deal with it"
              : ". You are one of the two, so a colleague has to deal with this")}
          .
        </>
      }
      ways={isOwn ? ways.slice(0, 1) : ways}
      putOff={`Put off for ${SNOOZE_DAYS} days`}
    />
  );
}

/** The possible actions, the most sensible first. Staff who are one of the two can only look. */
function waysOf({ key, kind, subjectId, names, what, isOwn }: TodayRow): { href: string; label: string }[] {
  const [name = ""] = names;
  if (kind === "readiness-with-staff")
    return [{ href: `/admin/readiness?state=staff&condition=${subjectId}`, label: "See who is waiting" }];
  const page = `/admin/${kind === "proposal-expiring" ? "proposals" : "relationships"}/${subjectId}`;
  const open = { href: page, label: "Open" };
  const write = (text: string) => ({ href: `/admin/write/${subjectId}?text=${text}`, label: "Write to both" });
  if (isOwn && kind !== "mail-failed") return [open];
  switch (kind) {
    case "sweep-late":
      return [{ href: "/admin/system", label: "Open System" }];
    case "finding":
      return [{ href: placeOf(what, subjectId), label: "See details" }];
    case "mails-failed":
    case "mail-failed":
      return [{ href: "/admin/mail", label: "See the e-mails" }];
    case "support-request":
      return [{ href: `/admin/support/${subjectId}`, label: "Reply" }];
    case "account-waiting":
      return [{ href: `/admin/members/${subjectId}`, label: "Open the account" }];
    case "survey-contact":
      return [
        { href: `/admin/surveys/answers/${key.split(":").at(-1)}`, label: "Read the answer" },
        { href: `/admin/letters/new?to=${subjectId}`, label: "Write a letter" },
        { href: `/admin/members/${subjectId}`, label: "Open the member's page" },
      ];
    case "mentor-swamped":
    case "mentor-silent":
      return [
        { href: `/admin/proposals?who=${encodeURIComponent(name)}`, label: "See the proposals" },
        { href: `/admin/members/${subjectId}`, label: "Open the member's page" },
      ];
    case "proposal-expiring":
      return [write("answer"), { href: `${page}/extend`, label: "Give more days" }, open];
    case "partner-silent":
      return [write("no-word"), open, { href: `${page}/end`, label: "End it" }];
    case "no-first-conversation":
      return [write("first-meeting"), open, { href: `${page}/end`, label: "End it" }];
    case "relationship-quiet":
      return [write("how-is-it-going"), open, { href: `${page}/end`, label: "End it" }];
  }
}

const OF_PROPOSALS = ["accepted-without-relationship", "proposal-without-text", "open-with-nobody", "due-instant-wrong"];
const OF_RELATIONSHIPS = ["relationship-without-acceptance", "relationship-elsewhere", "relationship-due-wrong"];

function placeOf(finding: string | null, subjectId: string | null): string {
  if (subjectId && finding && OF_PROPOSALS.includes(finding)) return `/admin/proposals/${subjectId}`;
  if (subjectId && finding && OF_RELATIONSHIPS.includes(finding)) return `/admin/relationships/${subjectId}`;
  if (subjectId && finding === "listing-wrong") return `/admin/members/${subjectId}`;
  return "/admin/system";
}
