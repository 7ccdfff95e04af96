import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, type Since } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import { Answers, isOver, meetingNotice, onTime, WhatAndWhen } from "./meeting-notice";

/** Notices about a meeting that was arranged or changed, is close, or took place. */
export const PLANNED = defineNotices({
  "meeting-arranged": meetingNotice({
    sentence: (told) => `${told.name} would like to meet you${onTime(told)}. Please say whether you can.`,
    settled: (matter, now) => isOver(matter, now) || matter.meeting?.answer !== "waiting",
    carriesFile: true,
    invites: true,
    letter: (facts) => ({
      subject: `${facts.name} would like to meet you`,
      body: (
        <>
          <WhatAndWhen facts={facts} />
          <Answers facts={facts} />
        </>
      ),
      because: `${facts.name} arranged a meeting with you`,
    }),
  }),

  "meeting-changed": meetingNotice({
    sentence: (told) => `${told.name} has changed your meeting${onTime(told, "; it is now on")}.`,
    settled: isOver,
    carriesFile: true,
    invites: true,
    letter: (facts) => ({
      subject: `${facts.name} has changed your meeting`,
      body: (
        <>
          <Paragraph>Here is the new plan.</Paragraph>
          <WhatAndWhen facts={facts} />
          {facts.meeting?.answer === "accepted" ? (
            <>
              <Action to={facts.here}>Open your meetings</Action>
              <Paragraph isSoft>The file attached to this mail updates your own calendar.</Paragraph>
            </>
          ) : (
            <>
              <Paragraph>Please tell {facts.name} whether you can come.</Paragraph>
              <Answers facts={facts} />
            </>
          )}
        </>
      ),
      because: `${facts.name} changed a meeting with you`,
    }),
  }),

  // To both, on the day before.
  "meeting-tomorrow": meetingNotice({
    sentence: (told) => {
      if (told.data.awaits === "reader") return `${told.name} is waiting for your answer about your meeting${onTime(told)}.`;
      if (told.data.awaits === "partner") return `${told.name} has not answered yet about your meeting${onTime(told)}.`;
      return `You are meeting ${told.name}${onTime(told)}.`;
    },
    overtaken: whyNotReminded,
    settled: ({ meeting, data }) => data.awaits !== undefined && meeting?.answer === "accepted",
    invites: true,
    letter: (facts) => {
      // Answered since, it is a meeting like any other.
      const awaits = facts.meeting?.answer === "accepted" ? undefined : facts.data.awaits;
      if (awaits === "reader") return askOnTheDayBefore(facts);
      const isUnanswered = awaits === "partner";
      return {
        subject: isUnanswered ? `${facts.name} has not answered yet about your meeting` : `Your meeting with ${facts.name}`,
        body: (
          <>
            {isUnanswered ? (
              <Paragraph>
                {facts.name} has not said yet whether this time suits. A short message may help, or another time.
              </Paragraph>
            ) : (
              <Paragraph>This is a reminder that you are meeting {facts.name}.</Paragraph>
            )}
            <WhatAndWhen facts={facts} />
            <LinkLine to={facts.here}>Open your meetings</LinkLine>
          </>
        ),
        because: `you have a meeting with ${facts.name}`,
      };
    },
  }),

  "meeting-logged": meetingNotice({
    sentence: (told) => `${told.name} has noted that the two of you met${onTime(told)}.`,
    letter: (facts) => ({
      subject: `${facts.name} has noted a meeting with you`,
      body: (
        <>
          <WhatAndWhen facts={facts} />
          <Paragraph>If that is not right, you can say so on the page of your meetings.</Paragraph>
          <LinkLine to={facts.here}>Open your meetings</LinkLine>
        </>
      ),
      because: `${facts.name} logged a meeting with you`,
    }),
  }),
});

/** To the one whose answer is missing: to the invitation, or to another time that was suggested. */
function askOnTheDayBefore(facts: Facts) {
  const isInvited = facts.meeting?.answer !== "suggested";
  return {
    subject: `${facts.name} is waiting for your answer about your meeting`,
    body: (
      <>
        <Paragraph>
          {isInvited
            ? `${facts.name} would like to meet you, and you have not said yet whether you can.`
            : `${facts.name} has suggested another time for this meeting, and you have not answered yet.`}
        </Paragraph>
        <WhatAndWhen facts={facts} />
        {isInvited ? (
          <>
            <Action to={facts.toAnswer("accept")}>Accept</Action>
            <LinkLine to={facts.toAnswer("decline")}>Decline</LinkLine>
            <LinkLine to={facts.here}>Suggest another time</LinkLine>
            <Paragraph isSoft>You need not sign in to accept or decline.</Paragraph>
          </>
        ) : (
          <Action to={facts.here}>See the other time</Action>
        )}
      </>
    ),
    because: `${facts.name} is waiting for your answer about a meeting`,
  };
}

function whyNotReminded({ meeting, data }: Since, now: Date): string | null {
  if (!meeting) return null;
  if (meeting.isCancelled) return "It reminds of a meeting that has been cancelled.";
  if (meeting.answer === "declined") return "It reminds of a meeting that has been declined.";
  if (data.startsAt && meeting.startsAt.getTime() !== Date.parse(data.startsAt))
    return "It reminds of a meeting that has been moved to another time.";
  return meeting.startsAt <= now ? "It reminds of a meeting that has already begun." : null;
}
