import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage, type Told } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { Matter } from "@/lib/people/auth/news";

/** How a relationship begins and goes on. */
export const COURSE = defineNotices({
  "first-conversation-held": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has noted that you held your first conversation. What would you like to work on next?`,
    leadsTo: relationshipPage(),
    settled: ({ relationship }) => hasEnded(relationship),
    letter: (facts) => ({
      subject: `You and ${facts.name} have held your first conversation`,
      preview: "What would you like to work on next?",
      heading: "A good beginning",
      body: (
        <>
          <Paragraph>
            {facts.name} has noted that you held your first conversation. Next, many pairs sign the contract, arrange a second
            meeting, and write down two or three goals.
          </Paragraph>
          <Action to={facts.here}>See where you stand</Action>
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  "relationship-ending": {
    group: "relationships",
    to: "either",
    sentence: (told) =>
      `Your mentoring with ${told.name} is agreed until ${endDay(told)}. Would you like to go on, or end it then?`,
    leadsTo: relationshipPage(),
    settled: ({ relationship, data }) =>
      hasEnded(relationship) || hasAnotherEnd(relationship, data) || (relationship?.extensionMonths ?? null) !== null,
    letter: (facts) => ({
      subject: `You and ${facts.name}: agreed until ${facts.endDate}`,
      preview: "Would you like to go on, or end it then?",
      heading: `Your mentoring with ${facts.name} is agreed until ${facts.endDate}`,
      body: (
        <>
          <Paragraph>Would you like to go on? Then ask {facts.name} to extend it: you both have to agree.</Paragraph>
          <Paragraph>
            If you are happy to end then, there is nothing you need to do. A last meeting, to look back at what you have
            achieved, is a good way to close.
          </Paragraph>
          <Action to={facts.here}>Go on, or end it</Action>
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  "extension-asked": {
    group: "relationships",
    to: "either",
    sentence: (told) => `${told.name} would like to go on until ${endDay(told)}. Please say whether you would too.`,
    leadsTo: relationshipPage(),
    settled: ({ relationship }) => relationship !== null && (hasEnded(relationship) || relationship.extensionMonths === null),
    letter: (facts) => ({
      subject: `${facts.name} would like to go on until ${facts.endDate}`,
      preview: "Please say whether you would too.",
      body: (
        <>
          <Paragraph>You both have to agree. If you would rather not, just say so: that is fine.</Paragraph>
          <Action to={facts.here}>{`Answer ${facts.name}`}</Action>
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  "extension-agreed": {
    group: "relationships",
    to: "either",
    sentence: (told) => `${told.name} is glad to go on: your mentoring is now agreed until ${endDay(told)}.`,
    leadsTo: relationshipPage(),
    settled: ({ relationship, data }) => hasEnded(relationship) || hasAnotherEnd(relationship, data),
    letter: (facts) => ({
      subject: `You and ${facts.name} go on until ${facts.endDate}`,
      preview: `${facts.name} has agreed.`,
      body: (
        <>
          <Paragraph>
            {facts.name} has agreed to extend your mentoring. It might be a good moment to look at your goals.
          </Paragraph>
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  "extension-declined": {
    group: "relationships",
    to: "either",
    sentence: (told) => `${told.name} would rather not extend your mentoring. It is still agreed until ${endDay(told)}.`,
    leadsTo: relationshipPage(),
    settled: ({ relationship, data }) => hasEnded(relationship) || hasAnotherEnd(relationship, data),
    letter: (facts) => ({
      subject: `Your mentoring with ${facts.name} is still agreed until ${facts.endDate}`,
      preview: `${facts.name} would rather not extend it.`,
      body: (
        <>
          <Paragraph>
            {facts.name} would rather not extend it. That says nothing about you, and you still have time to make good use of
            until then.
          </Paragraph>
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: inRelationship(facts),
    }),
  },

  "relationship-extended-staff": {
    group: "relationships",
    to: "either",
    sentence: (told) => `The society has extended your mentoring with ${told.name}: it is now agreed until ${endDay(told)}.`,
    leadsTo: relationshipPage(),
    settled: ({ relationship, data }) => hasEnded(relationship) || hasAnotherEnd(relationship, data),
    letter: (facts) => ({
      subject: `You and ${facts.name}: now agreed until ${facts.endDate}`,
      preview: `${facts.society} has extended your mentoring.`,
      heading: `Your mentoring with ${facts.name} is agreed until ${facts.endDate}`,
      body: (
        <>
          <Paragraph>
            {facts.society} has extended it, and has told you both. Either of you can still end it at any time.
          </Paragraph>
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: inRelationship(facts),
    }),
  },
});

export function hasEnded(relationship: Matter["relationship"]): boolean {
  return relationship !== null && relationship.endedAt !== null;
}

/** The two have agreed another end since it was told. */
function hasAnotherEnd(relationship: Matter["relationship"], { agreedUntil }: NoticeData): boolean {
  return relationship !== null && agreedUntil !== undefined && relationship.agreedUntil.getTime() !== Date.parse(agreedUntil);
}

function endDay({ data, day }: Told): string {
  return day(data.agreedUntil) ?? "then";
}

function inRelationship({ name }: Facts): string {
  return `you are or were in a mentoring relationship with ${name}`;
}
