import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import { Answers, isOver, liesAhead, meetingNotice, onTime, WhatAndWhen } from "./meeting-notice";

/** Answers to an invitation, and to another time that was suggested. */
export const ANSWERS = defineNotices({
  "meeting-accepted": meetingNotice({
    sentence: (told) => `${told.name} has accepted your meeting${onTime(told)}.`,
    settled: isOver,
    carriesFile: true,
    letter: (facts) => ({
      subject: `${facts.name} has accepted your meeting`,
      body: (
        <>
          <WhatAndWhen facts={facts} />
          <LinkLine to={facts.here}>Open your meetings</LinkLine>
        </>
      ),
      because: `you arranged a meeting with ${facts.name}`,
    }),
  }),

  "meeting-declined": meetingNotice({
    sentence: (told) => `${told.name} cannot come to your meeting${onTime(told)}.`,
    settled: isOver,
    carriesFile: true,
    letter: (facts) => ({
      subject: `${facts.name} cannot come to your meeting`,
      body: (
        <>
          <WhatAndWhen facts={facts} />
          <Paragraph>You can move it to another time, or cancel it and talk about what suits you both.</Paragraph>
          <Action to={facts.here}>Open your meetings</Action>
        </>
      ),
      because: `you arranged a meeting with ${facts.name}`,
    }),
  }),

  "meeting-suggested": meetingNotice({
    sentence: (told) => `${told.name} suggests another time for your meeting${onTime(told)}.`,
    settled: ({ meeting }, now) => meeting?.answer !== "suggested" || !liesAhead(meeting, now),
    carriesFile: true,
    letter: (facts) => ({
      subject: `${facts.name} suggests another time for your meeting`,
      body: (
        <>
          <Paragraph>The meeting as you arranged it:</Paragraph>
          <WhatAndWhen facts={facts} />
          <Action to={facts.here}>See the other time</Action>
        </>
      ),
      because: `you arranged a meeting with ${facts.name}`,
    }),
  }),

  // To the one who was invited: their calendar sent something that is neither a yes nor a no to the meeting as it is now.
  "meeting-reply-unclear": meetingNotice({
    sentence: (told) =>
      `Your calendar sent no clear answer about your meeting with ${told.name}${onTime(told)}. Please answer here.`,
    settled: isOver,
    invites: true,
    letter: (facts) => ({
      subject: `Please answer ${facts.name} here`,
      body: (
        <>
          <Paragraph>
            Your calendar has sent us a reply to this meeting, but we could not tell from it whether you can come: it may have
            said “maybe”, proposed another time, or been about an earlier time. Nothing has changed so far.
          </Paragraph>
          <WhatAndWhen facts={facts} />
          <Answers facts={facts} />
        </>
      ),
      because: `your calendar replied to an invitation from ${facts.name}`,
    }),
  }),

  // To the one who suggested another time.
  "meeting-agreed": meetingNotice({
    sentence: (told) => `${told.name} agrees to the time you suggested${onTime(told, ": you are meeting on")}.`,
    settled: isOver,
    carriesFile: true,
    letter: (facts) => ({
      subject: `${facts.name} agrees to the time you suggested`,
      body: (
        <>
          <WhatAndWhen facts={facts} />
          <LinkLine to={facts.here}>Open your meetings</LinkLine>
        </>
      ),
      because: `you suggested another time to ${facts.name}`,
    }),
  }),
});
