import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import type { NoticeData } from "@/lib/notify/notices/notice";
import { hasEnded } from "@/lib/pairing/relationships/notices/course";

/** A pause of a relationship, on which both agree and which either may end. */
export const PAUSES = defineNotices({
  "pause-suggested": {
    group: "relationships",
    to: "either",
    sentence: ({ name, day, data }) => `${name} suggests a pause${until(day(data.pauseUntil))}. Would that suit you too?`,
    leadsTo: relationshipPage(),
    settled: ({ relationship, data }, now) => hasEnded(relationship) || isPast(data, now),
    letter: (facts) => ({
      subject: `${facts.name} suggests a pause`,
      preview: `It would last${until(facts.pauseDay) || " for a while"}, if that suits you too.`,
      body: (
        <>
          <Paragraph>
            {facts.name} would like to pause your mentoring{until(facts.pauseDay)}. While it is paused, we do not ask whether
            you are meeting. The agreed end stays as it is.
          </Paragraph>
          <Action to={facts.here}>Agree, or say no</Action>
        </>
      ),
      because: because(facts),
    }),
  },

  "pause-agreed": {
    group: "relationships",
    to: "either",
    sentence: ({ name, day, data }) => `${name} agrees: your mentoring is paused${until(day(data.pauseUntil))}.`,
    leadsTo: relationshipPage(),
    settled: ({ data }, now) => isPast(data, now),
    letter: (facts) => ({
      subject: `Your mentoring with ${facts.name} is paused`,
      preview: `${facts.name} agrees to the pause that you suggested.`,
      body: (
        <>
          <Paragraph>
            It is paused{until(facts.pauseDay)}. Until then, we do not ask whether you are meeting. Either of you can carry on
            sooner.
          </Paragraph>
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: because(facts),
    }),
  },

  "pause-declined": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} would rather not pause your mentoring. Perhaps talk about what would help.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `${facts.name} would rather carry on`,
      preview: "The pause that you suggested does not begin.",
      body: (
        <>
          <Paragraph>
            {facts.name} would rather not pause your mentoring. Perhaps talk about what would help you both.
          </Paragraph>
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: because(facts),
    }),
  },

  "pause-over": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} would like to carry on: the pause of your mentoring is over.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `${facts.name} would like to carry on`,
      preview: "The pause of your mentoring is over.",
      body: (
        <>
          <Paragraph>{facts.name} has ended the pause early. This is a good moment to arrange your next meeting.</Paragraph>
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: because(facts),
    }),
  },

  // To both: it has lasted until its day.
  "pause-ended": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `The pause of your mentoring with ${name} is over. You can carry on, or suggest another.`,
    leadsTo: relationshipPage(),
    settled: ({ relationship }) => hasEnded(relationship),
    letter: (facts) => ({
      subject: `Your pause with ${facts.name} is over`,
      preview: "This is a good moment to arrange your next meeting.",
      body: (
        <>
          <Paragraph>
            You and {facts.name} had agreed to pause your mentoring{until(facts.pauseDay)}, and that day has come. Now is a good
            moment to write to {facts.name}, or to arrange your next meeting.
          </Paragraph>
          <Paragraph>If it is still too early, you can suggest another pause on the page of your relationship.</Paragraph>
          <Action to={facts.here}>Open the relationship</Action>
        </>
      ),
      because: because(facts),
    }),
  },
});

/** The day until which the two pause, or would have paused, has come. */
function isPast({ pauseUntil }: NoticeData, now: Date): boolean {
  return pauseUntil !== undefined && new Date(pauseUntil) <= now;
}

function until(day: string | null): string {
  return day === null ? "" : ` until ${day}`;
}

function because({ name }: Facts): string {
  return `you are in a mentoring relationship with ${name}`;
}
