import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";

/** To the one who waits: what came of asking their partner. */
export const NEWS = defineNotices({
  "partner-has-met": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has answered, and says that you two are in touch.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `${facts.name} has answered`,
      preview: "They say that you two are in touch.",
      body: (
        <>
          <Paragraph>
            {facts.name} says that the two of you are in touch. If that is not how you see it, a message is the quickest way to
            sort it out.
          </Paragraph>
          <Write facts={facts} />
        </>
      ),
      because: because(facts),
    }),
  },

  "partner-has-date": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has answered, and says that you have a date.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `${facts.name} has answered`,
      preview: "They say that you have a date.",
      body: (
        <>
          <Paragraph>
            {facts.name} says that you have a date. If you do not know of one, ask when it is, or suggest a time yourself.
          </Paragraph>
          <Write facts={facts} />
        </>
      ),
      because: because(facts),
    }),
  },

  // To both: each has told us that the other does not reply.
  "both-waiting": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `You and ${name} are each waiting for the other. One message from you will sort it out.`,
    leadsTo: relationshipPage("messages"),
    letter: (facts) => ({
      subject: `You and ${facts.name} are waiting for each other`,
      preview: "One message from you will sort it out.",
      body: (
        <>
          <Paragraph>
            Each of you has told us that the other does not reply, so something has gone astray. You both want this, so please
            write if you are the first to read it.
          </Paragraph>
          <Write facts={facts} />
        </>
      ),
      because: because(facts),
    }),
  },

  "partner-silent": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `We have heard nothing from ${name} either, and have passed it on to the society.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `We have heard nothing from ${facts.name} either`,
      preview: "The society knows, and you need not wait any longer.",
      body: (
        <>
          <Paragraph>
            We asked {facts.name} how it is going, and have had no answer. The society knows now and may write to you both. This
            says nothing about you.
          </Paragraph>
          <Paragraph>
            You need not wait any longer: you can end the relationship without blame.{" "}
            {facts.role === "mentee"
              ? `If you then ask for a place with ${facts.words.mentors} who are full, yours comes first.`
              : `Your place is then free for another ${facts.words.mentee}.`}
          </Paragraph>
          <Action to={facts.here}>Open the relationship</Action>
        </>
      ),
      because: because(facts),
    }),
  },
});

function Write({ facts }: { facts: Facts }) {
  return (
    <LinkLine to={facts.toPage(`/relationships/${facts.proposal?.id ?? ""}/messages`)}>{`Write to ${facts.name}`}</LinkLine>
  );
}

function because({ name }: Facts): string {
  return `you told us that no reply came from ${name}`;
}
