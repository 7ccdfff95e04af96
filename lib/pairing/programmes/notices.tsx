import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { type About, defineNotices } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";

/** What those who have joined a programme hear of it, whoever moved it: staff, or the sweep on its day. */
export const PROGRAMME_NOTICES = defineNotices({
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
    sentence: ({ data }) => `A programme that you have joined has started: ${nameOf(data)}.`,
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
    sentence: ({ data }) => `A programme that you have joined has closed: ${nameOf(data)}. Your relationships carry on.`,
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
