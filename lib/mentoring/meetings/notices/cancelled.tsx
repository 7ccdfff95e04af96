import { LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import { meetingNotice, onTime, WhatAndWhen } from "./meeting-notice";

/** A meeting that will not take place. */
export const CANCELLED = defineNotices({
  "meeting-cancelled": meetingNotice({
    sentence: (told) => `${told.name} has cancelled your meeting${onTime(told)}.`,
    carriesFile: true,
    letter: (facts) => ({
      subject: `${facts.name} has cancelled your meeting`,
      body: (
        <>
          <Paragraph>This meeting will not take place:</Paragraph>
          <WhatAndWhen facts={facts} />
          <Paragraph isSoft>The cancellation attached to this mail removes it from your own calendar.</Paragraph>
          <LinkLine to={facts.here}>Open your meetings</LinkLine>
        </>
      ),
      because: `${facts.name} cancelled a meeting with you`,
    }),
  }),

  // To both: the relationship is over, and with it what was planned.
  "meeting-cancelled-ended": meetingNotice({
    sentence: (told) => `Your meeting with ${told.name}${onTime(told)} is cancelled, because your relationship has ended.`,
    carriesFile: true,
    letter: (facts) => ({
      subject: `Your meeting with ${facts.name} is cancelled`,
      body: (
        <>
          <Paragraph>Your mentoring relationship has ended, so this meeting will not take place:</Paragraph>
          <WhatAndWhen facts={facts} />
          <Paragraph isSoft>
            The cancellation attached to this mail removes it from your own calendar. You are still free to meet if you both
            wish.
          </Paragraph>
          <LinkLine to={facts.here}>Open your meetings</LinkLine>
        </>
      ),
      because: `you had a meeting planned with ${facts.name}`,
    }),
  }),
});
