import { capital } from "@/lib/foundation/wording";
import { Action, Paragraph, Quote, Subheading, Suggestions, TextLink } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import { labelOf } from "@/lib/society/settings/settings";
import { PassedOn, whatNow } from "./passed-on";
import { hasGoneOn } from "./unanswered";

/** A mentor's answer, to the mentee. */
export const ANSWERS = defineNotices({
  "proposal-accepted": {
    group: "proposals",
    to: "mentee",
    sentence: ({ name }) => `${name} has accepted your proposal. You can now arrange your first conversation.`,
    leadsTo: relationshipPage(),
    // Only here does the address of the other person go out.
    needs: ["address"],
    letter: ({ name, partner, words, here, toAddress, settings }) => ({
      subject: `${name} has accepted your proposal`,
      preview: "You can now arrange your first conversation.",
      heading: `${name} is now your ${words.mentor}`,
      body: (
        <>
          <Paragraph>{name} has accepted your proposal.</Paragraph>
          {partner.email && (
            <Paragraph>
              You can write to {name} at <TextLink to={toAddress(partner.email)}>{partner.email}</TextLink>. {name} can see your
              e-mail address, too.
            </Paragraph>
          )}
          <Subheading>The next step</Subheading>
          <Paragraph>
            Say hello, and suggest two or three times for a first conversation. It is usually you, the {words.mentee}, who
            arranges it.
          </Paragraph>
          <Action to={here}>Open your relationship</Action>
          {settings.relationships.mentorsPerMentee === 1 && (
            <Paragraph isSoft>
              Any other proposals of yours that were still open are withdrawn, and we tell those {words.mentors}.
            </Paragraph>
          )}
        </>
      ),
      because: `${name} accepted your proposal`,
    }),
  },

  "proposal-rejected": {
    group: "proposals",
    to: "mentee",
    sentence: (told) =>
      `${told.name} cannot take up your proposal. ${whatNow(told, `Other ${told.words.mentors} may well be able to.`)}`,
    leadsTo: relationshipPage("details"),
    settled: hasGoneOn("rejected"),
    needs: ["suggestions", "words"],
    letter: (facts) => {
      const { name, words, accent, mentors, proposal, settings, suggestions, say } = facts;
      const note = proposal?.rejectionReason?.trim();
      const because = labelOf(settings.rejectionReasons, proposal?.rejectedBecause ?? null);
      return {
        subject: `${name} cannot take up your proposal`,
        preview: proposal?.isPassedOn ? "There is nothing you need to do." : `Other ${words.mentors} may well be able to.`,
        body: (
          <>
            <Paragraph>
              {name} has read {proposal?.isFromStaff ? "about you, as the society suggested," : "your proposal"} and cannot be
              your {words.mentor} this time. That says nothing about you or your aims: {words.mentors} have little time to give,
              and most can take on only a few people.
            </Paragraph>
            {(because || note) && <Subheading>{`What ${name} says`}</Subheading>}
            {because && <Paragraph>{say("reason", because)}</Paragraph>}
            {note && <Quote accent={accent}>{note}</Quote>}
            {proposal?.isPassedOn ? (
              <PassedOn facts={facts} />
            ) : (
              <>
                <Suggestions facts={facts} />
                <Action to={mentors}>{`See all ${words.mentors}`}</Action>
              </>
            )}
            <Paragraph isSoft>
              {proposal?.isFromStaff ? "" : "We have kept what you wrote. "}
              {suggestions.length > 0 &&
                !proposal?.isPassedOn &&
                "“Send the same proposal” fills it in for you, and you can change it before you send it. "}
              {capital(words.mentors)} can also reopen a proposal that they have rejected; if that happens, we will tell you.
            </Paragraph>
          </>
        ),
        because: `${name} answered your proposal`,
      };
    },
  },
});
