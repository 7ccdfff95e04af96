import { Action, LinkLine, Paragraph, Quote } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";

/** How a relationship ends. */
export const ENDINGS = defineNotices({
  "relationship-completed": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) =>
      `Your mentoring with ${name} has come to its agreed end. Thank you for the time you gave each other.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `Your mentoring with ${facts.name} is complete`,
      preview: "It has come to the end that you had agreed.",
      body: (
        <>
          <Paragraph>
            It has come to the end that you had agreed. Thank you for the time you gave each other. You are free to stay in
            touch: on the page of the relationship, each of you decides whether the other still sees your e-mail address. Both
            of you can still read everything you wrote.
          </Paragraph>
          {facts.role === "mentee" && <Action to={facts.mentors}>{`Find another ${facts.words.mentor}`}</Action>}
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  "relationship-ended": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has ended your mentoring relationship. You can still read everything in it.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `${facts.name} has ended your mentoring relationship`,
      preview: "Nobody needs a reason to, and nobody is to blame.",
      body: (
        <>
          <Paragraph>
            Either of you could end it at any time, without giving a reason. Any meetings still to come are cancelled. You are
            free to stay in touch: on the page of the relationship, you decide whether {facts.name} still sees your e-mail
            address.
          </Paragraph>
          <Paragraph>You can both still read what the two of you wrote.</Paragraph>
          <WhatNext facts={facts} />
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  "relationship-ended-staff": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `The society has ended your mentoring with ${name}. You can still read everything in it.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `Your mentoring with ${facts.name} has ended`,
      preview: `${facts.society} has ended it.`,
      body: (
        <>
          <Paragraph>
            {facts.society} has ended it, and has told you both. Any meetings still to come are cancelled. You can both still
            read what the two of you wrote, and on the page of the relationship each of you decides whether the other still sees
            your e-mail address.
          </Paragraph>
          {facts.proposal?.endReason && <Quote accent={facts.accent}>{facts.proposal.endReason}</Quote>}
          <WhatNext facts={facts} />
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  // The account of the other is gone, for whatever reason.
  "relationship-closed": {
    group: "relationships",
    to: "either",
    sentence: ({ name, product }) => `${name} is no longer on ${product}, so your relationship has ended.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `Your mentoring with ${facts.name} has ended`,
      preview: `${facts.name} is no longer on ${facts.product}.`,
      body: (
        <>
          <Paragraph>
            {facts.name} is no longer on {facts.product}, so your relationship there has ended. This has nothing to do with you.
          </Paragraph>
          <Paragraph>We have kept what the two of you wrote, and you can still read it.</Paragraph>
          <WhatNext facts={facts} />
        </>
      ),
      because: `you were in a mentoring relationship with ${facts.name}`,
    }),
  },
});

function WhatNext({ facts: { role, words, here, mentors } }: { facts: Facts }) {
  return (
    <>
      {role === "mentee" ? (
        <Action to={mentors}>{`Find another ${words.mentor}`}</Action>
      ) : (
        <Paragraph>You have a place free again for another {words.mentee}.</Paragraph>
      )}
      <LinkLine to={here}>Open the relationship</LinkLine>
    </>
  );
}

function inRelationship({ name }: Facts): string {
  return `you are or were in a mentoring relationship with ${name}`;
}
