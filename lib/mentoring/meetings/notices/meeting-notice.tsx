import type { ReactNode } from "react";
import { sayPeriod, sayZone } from "@/lib/foundation/dates";
import { Action, LinkLine, Paragraph, Placed, Quote, Subheading } from "@/lib/notify/letters/parts";
import { type NoticeDefinition, relationshipPage, type Told } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { Matter } from "@/lib/people/auth/news";

type Own = Pick<NoticeDefinition, "sentence" | "carriesFile" | "overtaken" | "settled"> & {
  /** Whether it asks the one who was invited for an answer. */
  invites?: boolean;
  letter(facts: Facts): { subject: string; body: ReactNode; because: string };
};

/** What all notices about meetings share: their letter may hold private words, and its subject ends with the time. */
export function meetingNotice({ letter, invites = false, ...own }: Own): NoticeDefinition {
  return {
    ...own,
    group: "meetings",
    to: "either",
    needs: invites ? ["meeting", "invitation"] : ["meeting"],
    leadsTo: relationshipPage("meetings"),
    letter: (facts) => {
      const { subject: heading, ...rest } = letter(facts);
      const time = timeOf(facts);
      return { subject: time ? `${heading}: ${time}` : heading, preview: time ?? heading, heading, ...rest };
    },
  };
}

/** Whether it is planned, and has not begun. */
export function liesAhead({ status, startsAt }: NonNullable<Matter["meeting"]>, now: Date): boolean {
  return status === "planned" && startsAt > now;
}

/** For `settled`: the meeting is over, cancelled, or at another time than was told. */
export function isOver({ meeting, data }: Matter & { data: NoticeData }, now: Date): boolean {
  return !meeting || !liesAhead(meeting, now) || (!!data.startsAt && meeting.startsAt.getTime() !== Date.parse(data.startsAt));
}

/** " on Wednesday 25 November, 14:00", or with other words before the time; empty when the time is not known. */
export function onTime({ data, time }: Told, before = " on"): string {
  const said = time(data.startsAt);
  return said === null ? "" : `${before} ${said}`;
}

/** Time, method and, when the organiser sends them along, title and details. */
export function WhatAndWhen({ facts }: { facts: Facts }) {
  const time = timeOf(facts);
  const { words, method } = facts.meeting ?? {};
  return (
    <Placed>
      {words?.title && <Subheading>{words.title}</Subheading>}
      {time && (
        <Paragraph>
          {time} ({sayZone(facts.timeZone)}){method ? `, ${method}` : ""}
        </Paragraph>
      )}
      {words?.details.trim() && <Quote accent={facts.accent}>{words.details}</Quote>}
    </Placed>
  );
}

/** The answers to an invitation, each one press away. A calendar program's own buttons would answer nobody. */
export function Answers({ facts }: { facts: Facts }) {
  return (
    <>
      <Action to={facts.toAnswer("accept")}>Accept</Action>
      <LinkLine to={facts.toAnswer("decline")}>Decline</LinkLine>
      <LinkLine to={facts.here}>Suggest another time</LinkLine>
      <Paragraph isSoft>
        You need not sign in to accept or decline.{" "}
        {facts.meeting?.reply
          ? "You can also say yes or no in your own calendar, with the invitation attached to this mail."
          : "The file attached to this mail adds the meeting to your own calendar, but your calendar cannot answer for you: please answer here."}
      </Paragraph>
    </>
  );
}

/** The time as it is now; if the meeting is gone, the time as it was when the notice was written. */
function timeOf({ meeting, data, now, timeZone, say }: Facts): string | null {
  const startsAt = meeting?.startsAt ?? (data.startsAt && new Date(data.startsAt));
  const endsAt = meeting?.endsAt ?? (data.endsAt && new Date(data.endsAt));
  return startsAt && endsAt ? say("time", sayPeriod({ startsAt, endsAt }, now, timeZone)) : null;
}
