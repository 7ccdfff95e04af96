import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import { nameOf, programmePage } from "@/lib/pairing/programmes/notices";

/** What staff decide about somebody who would like to be in a programme. */
export const JOINING_NOTICES = defineNotices({
  "programme-joined": {
    group: "account",
    to: "either",
    label: "Taken into a programme",
    sentence: ({ data }) => `You are in ${nameOf(data)} now.`,
    leadsTo: programmePage,
    letter: (facts) => ({
      subject: `You are in ${nameOf(facts.data)} on ${facts.product} now`,
      preview: "The society has approved your application.",
      body: (
        <>
          <Paragraph>The society has approved your application, and you are in {nameOf(facts.data)} now.</Paragraph>
          <Action to={facts.here}>See the programme</Action>
        </>
      ),
      because: "you applied for a programme",
    }),
  },

  "programme-declined": {
    group: "account",
    to: "either",
    label: "Not taken into a programme",
    sentence: ({ data }) => `The society could not take you into ${nameOf(data)} this time.`,
    leadsTo: () => "/support",
    letter: (facts) => ({
      subject: `Your application for ${nameOf(facts.data)} on ${facts.product}`,
      preview: "The society could not take you into it this time.",
      body: (
        <>
          <Paragraph>
            Thank you for applying for {nameOf(facts.data)}. The society could not take you into it this time. Everything else
            on {facts.product} is open to you as before.
          </Paragraph>
          <Paragraph>If you would like to know more, write to us.</Paragraph>
          <Action to={facts.toPage("/support")}>Write to the society</Action>
        </>
      ),
      because: "you applied for a programme",
    }),
  },

  "programme-taken-out": {
    group: "account",
    to: "either",
    label: "Taken out of a programme",
    sentence: ({ data }) => `The society has taken you out of ${nameOf(data)}. What you have agreed with others stays.`,
    leadsTo: () => "/support",
    letter: (facts) => ({
      subject: `You are no longer in ${nameOf(facts.data)} on ${facts.product}`,
      preview: "Your relationships and open proposals stay as they are.",
      body: (
        <>
          <Paragraph>
            The society has taken you out of {nameOf(facts.data)}. Your relationships and open proposals in it stay as they are.
          </Paragraph>
          <Paragraph>If you would like to know more, write to us.</Paragraph>
          <Action to={facts.toPage("/support")}>Write to the society</Action>
        </>
      ),
      because: "you were in a programme of the society",
    }),
  },
});
export type JoiningNotice = keyof typeof JOINING_NOTICES;
