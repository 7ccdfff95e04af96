import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, type Since } from "@/lib/notify/notices/define";
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
    sentence: (told) => `You are meeting ${told.name}${onTime(told)}.`,
    overtaken: whyNotReminded,
    letter: (facts) => ({
      subject: `Your meeting with ${facts.name}`,
      body: (
        <>
          <Paragraph>This is a reminder that you are meeting {facts.name}.</Paragraph>
          <WhatAndWhen facts={facts} />
          <LinkLine to={facts.here}>Open your meetings</LinkLine>
        </>
      ),
      because: `you have a meeting with ${facts.name}`,
    }),
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

function whyNotReminded({ meeting, data }: Since, now: Date): string | null {
  if (!meeting) return null;
  if (meeting.isCancelled) return "It reminds of a meeting that has been cancelled.";
  if (meeting.answer === "declined") return "It reminds of a meeting that has been declined.";
  if (data.startsAt && meeting.startsAt.getTime() !== Date.parse(data.startsAt))
    return "It reminds of a meeting that has been moved to another time.";
  return meeting.startsAt <= now ? "It reminds of a meeting that has already begun." : null;
}
