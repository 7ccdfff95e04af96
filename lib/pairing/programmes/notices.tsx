import { asSentence } from "@/lib/foundation/wording";
import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { type About, defineNotices } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";

/** What those who have joined a programme hear of it, whoever moved it: staff, or the sweep on its day. */
export const PROGRAMME_NOTICES = defineNotices({
  "programme-opened": {
    group: "account",
    to: "member",
    label: "A programme like one that you were in has opened",
    sentence: ({ data }) => `You can join ${nameOf(data)} now.`,
    leadsTo: programmePage,
    letter: (facts) => ({
      subject: `You can join ${nameOf(facts.data)} on ${facts.product} now`,
      preview: "It follows a programme that you were in.",
      body: (
        <>
          <Paragraph>
            {nameOf(facts.data)} has opened. It follows a programme that you were in, so we thought that you would like to know.
          </Paragraph>
          <Action to={facts.here}>See the programme</Action>
        </>
      ),
      because: "you were in a programme of the society that this one follows",
    }),
  },

  "programme-joining-closed": {
    group: "account",
    to: "member",
    label: "Joining a programme has closed while you wait for an answer",
    sentence: ({ data }) => `Nobody new can join ${nameOf(data)} any more. Your application still counts.`,
    leadsTo: programmePage,
    letter: (facts) => ({
      subject: `Your application for ${nameOf(facts.data)} on ${facts.product} still counts`,
      preview: "Nobody new can join it any more, and the society will answer you.",
      body: (
        <>
          <Paragraph>
            Nobody new can join {nameOf(facts.data)} any more. You applied in time: the society looks at every application, and
            we will tell you what it decides.
          </Paragraph>
          <Action to={facts.here}>See the programme</Action>
        </>
      ),
      because: "you have applied for a programme of the society",
    }),
  },

  "programme-matching": {
    group: "account",
    to: "member",
    label: "Matching has begun in a programme",
    sentence: ({ data }) => `Matching has begun in ${nameOf(data)}.`,
    leadsTo: programmePage,
    letter: (facts) => ({
      subject: `Matching has begun in ${nameOf(facts.data)} on ${facts.product}`,
      preview: `From now on ${facts.words.mentors} and ${facts.words.mentees} find each other in it.`,
      body: (
        <>
          <Paragraph>
            Matching has begun in {nameOf(facts.data)}: from now on {facts.words.mentors} and {facts.words.mentees} find each
            other in it.
          </Paragraph>
          <Action to={facts.here}>See the programme</Action>
        </>
      ),
      because: BECAUSE,
    }),
  },

  "programme-started": {
    group: "account",
    to: "member",
    label: "A programme has started",
    sentence: ({ data }) => `A programme that you have joined has started: ${asSentence(nameOf(data))}`,
    leadsTo: programmePage,
    letter: (facts) => ({
      subject: `${nameOf(facts.data)} has started on ${facts.product}`,
      preview: "Those who have not found a partner yet still can.",
      body: (
        <>
          <Paragraph>{nameOf(facts.data)} has started. Those who have not found a partner yet still can.</Paragraph>
          <Action to={facts.here}>See the programme</Action>
        </>
      ),
      because: BECAUSE,
    }),
  },

  "programme-closed": {
    group: "account",
    to: "member",
    label: "A programme has closed",
    sentence: ({ data }) =>
      `A programme that you have joined has closed: ${asSentence(nameOf(data))} Your relationships carry on.`,
    leadsTo: programmePage,
    letter: (facts) => ({
      subject: `${nameOf(facts.data)} has closed on ${facts.product}`,
      preview: "Your relationships carry on as the two of you have agreed.",
      body: (
        <>
          <Paragraph>
            {nameOf(facts.data)} has closed, so no new proposals are sent in it. Your relationships carry on as the two of you
            have agreed, and open proposals can still be answered.
          </Paragraph>
          <Paragraph>Thank you for taking part.</Paragraph>
          <Action to={facts.toPage("/relationships")}>See your relationships</Action>
        </>
      ),
      because: BECAUSE,
    }),
  },
});
export type ProgrammeNotice = keyof typeof PROGRAMME_NOTICES;

const BECAUSE = "you have joined a programme of the society";

/** Its name, as it was when this was said. */
export function nameOf({ programme }: NoticeData): string {
  return programme ?? "the programme";
}

export function programmePage({ data }: About): string {
  return data.programmeId ? `/programmes/${data.programmeId}` : "/programmes";
}
