import { capital } from "@/lib/foundation/wording";
import { Action, Paragraph, Suggestions, TextLink } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage, type Told } from "@/lib/notify/notices/define";
import type { Facts, Letter } from "@/lib/notify/notices/letter";
import { PassedOn, whatNow } from "./passed-on";
import { answerBy, hasGoneOn, isOpenAgain, whyNotReminded } from "./unanswered";

/** A proposal that is not answered: the reminders, and what both are told after the deadline. */
export const EXPIRY = defineNotices({
  "proposal-reminder": {
    group: "proposals",
    to: "mentor",
    sentence: (told) => `${told.name} is still waiting for your answer.${answerBy(told)}`,
    leadsTo: relationshipPage("details"),
    overtaken: whyNotReminded,
    letter: (facts) => {
      const { name, words, data, deadline, here, say, proposal, society } = facts;
      const days = data.day === undefined ? "some days" : data.day === 1 ? "one day" : `${data.day} days`;
      return {
        subject: `${name} is waiting for your answer`,
        preview: deadline ? `You can still answer until ${deadline}.` : "You can still answer.",
        body: (
          <>
            <Paragraph>
              {proposal?.isFromStaff
                ? `${say("days", capital(days))} ago ${society} suggested that you could be the ${words.mentor} of ${name}.`
                : `${name} has been waiting for your answer for ${say("days", days)}.`}{" "}
              Either answer helps: if you say yes, you can begin, and if you say no, {name} can ask somebody else.
            </Paragraph>
            <Action to={here}>Accept or reject</Action>
            {deadline && (
              <Paragraph>
                You can answer until {deadline}. After that we withdraw the proposal, so that another {words.mentor} can be
                asked.
              </Paragraph>
            )}
            <Pause facts={facts}>Is this a bad time? Choose</Pause>
          </>
        ),
        because: `you have not answered the proposal from ${name} yet`,
      };
    },
  },

  "proposal-expired-mentee": {
    group: "proposals",
    to: "mentee",
    label: "Proposal expired (to the sender)",
    sentence: (told) =>
      `${told.name} did not answer${withinDays(told)}, so your proposal has been withdrawn. ${whatNow(told, `Please choose another ${told.words.mentor}.`)}`,
    leadsTo: relationshipPage("details"),
    settled: hasGoneOn("expired"),
    needs: ["suggestions"],
    letter: (facts) => {
      const { name, words, here, mentors, expireDays } = facts;
      if (facts.proposal?.isPassedOn) return expiredAndPassedOn(facts);
      return {
        subject: `Please choose another ${words.mentor}: ${name} did not answer`,
        preview: `Your proposal has been withdrawn, and you are free to ask another ${words.mentor}.`,
        heading: `Please choose another ${words.mentor}`,
        body: (
          <>
            <Paragraph>
              {name} did not answer your proposal {expireDays}, so we have withdrawn it for you. Usually this only means that
              somebody is busy; it says nothing about you or your aims.
            </Paragraph>
            <Suggestions facts={facts} />
            <Action to={mentors}>{`Choose another ${words.mentor}`}</Action>
            <Paragraph isSoft>
              We have kept <TextLink to={here}>what you wrote</TextLink>, and “Send the same proposal” fills it in for you. If{" "}
              {name} reopens it, we will tell you.
            </Paragraph>
          </>
        ),
        because: `your proposal to ${name} had no answer`,
      };
    },
  },

  "proposal-expired-mentor": {
    group: "proposals",
    to: "mentor",
    label: "Proposal expired (to the recipient)",
    sentence: (told) => `The proposal from ${told.name} had no answer${withinDays(told)} and has been withdrawn.`,
    leadsTo: relationshipPage("details"),
    settled: isOpenAgain("expired"),
    letter: (facts) => {
      const { name, words, here, expireDays } = facts;
      return {
        subject: `The proposal from ${name} has been withdrawn`,
        preview: `There was no answer ${expireDays}.`,
        body: (
          <>
            <Paragraph>
              There was no answer {expireDays}, so we have withdrawn the proposal, and {name} is free to ask another{" "}
              {words.mentor}.
            </Paragraph>
            <Paragraph>
              If you would still like to take it up, choose “Reopen Request” on the page of the proposal. We then tell {name},
              and you can accept.
            </Paragraph>
            <Action to={here}>Open the proposal</Action>
            <Pause facts={facts}>If you have no time at present, choose</Pause>
          </>
        ),
        because: `${name} had sent you a proposal`,
      };
    },
  },
});

/** Who has somebody else asked already need not choose anybody. */
function expiredAndPassedOn(facts: Facts): Letter {
  const { name, here, expireDays } = facts;
  return {
    subject: `${name} did not answer your proposal`,
    preview: "There is nothing you need to do.",
    body: (
      <>
        <Paragraph>
          {name} did not answer your proposal {expireDays}, so we have withdrawn it for you. Usually this only means that
          somebody is busy; it says nothing about you or your aims.
        </Paragraph>
        <PassedOn facts={facts} />
        <Action to={here}>See your proposal</Action>
        <Paragraph isSoft>If {name} reopens it, we will tell you.</Paragraph>
      </>
    ),
    because: `your proposal to ${name} had no answer`,
  };
}

/** What a mentor without time can do, unless it has been done. */
function Pause({ facts, children }: { facts: Facts; children: string }) {
  if (facts.recipient.isAway) return null;
  return (
    <Paragraph isSoft>
      {children} “Make Unavailable” in <TextLink to={facts.account}>Edit Account</TextLink>, and nobody new can ask you until
      you switch it back.
    </Paragraph>
  );
}

function withinDays({ data }: Told): string {
  if (data.day === undefined) return "";
  return data.day === 1 ? " within a day" : ` within ${data.day} days`;
}
