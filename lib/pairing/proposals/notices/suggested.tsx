import { listInWords } from "@/lib/foundation/wording";
import { Action, LinkLine, Paragraph, Quote, Subheading, TextLink } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import { answerBy, isAnswered, whyNotAsked } from "./unanswered";

/** The society suggests two members to each other, or brings them together at once. */
export const SUGGESTED = defineNotices({
  "proposal-suggested-mentor": {
    group: "proposals",
    to: "mentor",
    label: "Suggestion of the society (to the mentor)",
    sentence: (told) => `The society suggests that you could be the ${told.words.mentor} of ${told.name}.${answerBy(told)}`,
    leadsTo: relationshipPage("details"),
    needs: ["words"],
    overtaken: whyNotAsked,
    settled: isAnswered,
    letter: ({ name, words, society, partner, proposal, topicLabels, accent, deadline, here, say }) => ({
      subject: `${society} suggests that you could be the ${words.mentor} of ${name}`,
      preview: deadline ? `Please answer by ${deadline}.` : "Please read about them and answer.",
      body: (
        <>
          <Paragraph>
            {society} believes that you and {name} would fit well together as {words.mentor} and {words.mentee}. {name} has not
            written to you; we have told them that we are asking you.
          </Paragraph>
          {partner.headline && (
            <Paragraph>
              {name}, in their own words: {partner.headline}
            </Paragraph>
          )}
          {proposal?.objectives && (
            <>
              <Subheading>What they would like to achieve, from their profile</Subheading>
              <Quote accent={accent}>{proposal.objectives}</Quote>
            </>
          )}
          {topicLabels.length > 0 && <Paragraph>Topics: {say("topics", listInWords(topicLabels))}.</Paragraph>}
          <Action to={here}>Read and answer</Action>
          {deadline && (
            <Paragraph>
              Please answer by {deadline}. You can accept or reject. You may give a reason, but you do not have to.
            </Paragraph>
          )}
        </>
      ),
      because: `${society} suggested ${name} to you`,
    }),
  },

  "proposal-suggested-mentee": {
    group: "proposals",
    to: "mentee",
    label: "Suggestion of the society (to the mentee)",
    sentence: ({ name, words, data, day }) => {
      const until = day(data.expiresAt);
      return `The society has asked ${name} whether they could be your ${words.mentor}.${until === null ? "" : ` ${name} has until ${until} to reply.`}`;
    },
    leadsTo: relationshipPage("details"),
    settled: isAnswered,
    letter: ({ name, words, society, partner, deadline, here }) => ({
      subject: `${society} suggests ${name} as your ${words.mentor}`,
      preview: "We have asked them for you. There is nothing you need to do.",
      body: (
        <>
          <Paragraph>
            {society} believes that you and {name} would fit well together, and has asked them to be your {words.mentor}. They
            can read your profile, and what you would like to achieve.
          </Paragraph>
          {partner.headline && (
            <Paragraph>
              {name}, in their own words: {partner.headline}
            </Paragraph>
          )}
          <Paragraph>
            {deadline ? `${name} has until ${deadline} to answer. ` : ""}We will tell you as soon as they do. If you like, you
            can add to what they read about you until then.
          </Paragraph>
          <Action to={here}>See the suggestion</Action>
          <Paragraph isSoft>If you would rather not go ahead, you can withdraw it there; {name} is not told why.</Paragraph>
        </>
      ),
      because: `${society} suggested ${name} to you`,
    }),
  },

  "proposal-matched": {
    group: "proposals",
    to: "either",
    label: "Brought together by the society",
    sentence: ({ name, role, words }) =>
      role === "mentee"
        ? `The society has brought you together with ${name}, who is now your ${words.mentor}.`
        : `The society has brought you together with ${name}, who is now your ${words.mentee}.`,
    leadsTo: relationshipPage(),
    // A relationship has begun, so that the two know each other's addresses.
    needs: ["address"],
    letter: ({ name, role, words, society, partner, toAddress, here }) => ({
      subject: `${name} is now your ${role === "mentee" ? words.mentor : words.mentee}`,
      preview: "You can now arrange your first conversation.",
      body: (
        <>
          <Paragraph>
            {society} has brought you together with {name}, as the programme that you both joined says.
          </Paragraph>
          {partner.headline && (
            <Paragraph>
              {name}, in their own words: {partner.headline}
            </Paragraph>
          )}
          {partner.email && (
            <Paragraph>
              You can write to {name} at <TextLink to={toAddress(partner.email)}>{partner.email}</TextLink>. {name} can see your
              e-mail address, too.
            </Paragraph>
          )}
          {role === "mentee" && <Paragraph>Say hello, and suggest two or three times for a first conversation.</Paragraph>}
          <Action to={here}>Open your relationship</Action>
          <LinkLine to={here}>If it does not suit you, you can end it there.</LinkLine>
        </>
      ),
      because: `${society} brought you together with ${name}`,
    }),
  },
});
