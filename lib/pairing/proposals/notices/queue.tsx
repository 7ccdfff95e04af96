import { Action, Paragraph, Suggestions } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts, Letter } from "@/lib/notify/notices/letter";
import { Wishes } from "./asking";
import { PassedOn, whatNow } from "./passed-on";
import { answerBy, hasGoneOn, isAnswered, whyNotAsked } from "./unanswered";

/** A mentor without a place or away, somebody who waited for one, and the mentee's next choice. */
export const QUEUE = defineNotices({
  "proposal-mentor-full": {
    group: "proposals",
    to: "mentee",
    sentence: (told) =>
      `${told.name} has no place left, so your proposal has been closed. ${whatNow(told, "You can keep your place.")}`,
    leadsTo: relationshipPage("details"),
    settled: hasGoneOn("withdrawn"),
    needs: ["suggestions"],
    letter: (facts) =>
      closed(facts, {
        subject: `${facts.name} has no place left at the moment`,
        // They took on somebody else, or cannot take on as many as before.
        why: `All places with ${facts.name} are taken at present, so we have closed your proposal: you need not wait for a reply.
          That says nothing about you or your aims.`,
        again: "a place becomes free",
      }),
  },

  "proposal-mentor-away": {
    group: "proposals",
    to: "mentee",
    sentence: (told) =>
      `${told.name} is away for a while, so your proposal has been closed. ${whatNow(told, "You can keep your place.")}`,
    leadsTo: relationshipPage("details"),
    settled: hasGoneOn("withdrawn"),
    needs: ["suggestions"],
    letter: (facts) =>
      closed(facts, {
        subject: `${facts.name} is away for a while`,
        why: `${facts.name} is taking a break and cannot reply at present, so we have closed your proposal: you need not wait. That
          says nothing about you or your aims.`,
        again: `${facts.name} is back`,
      }),
  },

  "proposal-asked-again": {
    group: "proposals",
    to: "mentor",
    label: "Asked again for a free place (to the recipient)",
    sentence: (told) => `You have a place free, and ${told.name} has waited ${sayDays(told.data.day)} for it.${answerBy(told)}`,
    leadsTo: relationshipPage("details"),
    needs: ["words"],
    overtaken: whyNotAsked,
    settled: isAnswered,
    letter: (facts) => ({
      subject: `${facts.name} has waited for a place with you`,
      preview: facts.deadline ? `Please answer by ${facts.deadline}.` : "Please read it and answer.",
      body: (
        <>
          <Paragraph>
            You have a place free. {facts.name} asked you when you had none, has kept a place in your queue for{" "}
            {facts.say("days", sayDays(facts.data.day))}, and would still like you as their {facts.words.mentor}.
          </Paragraph>
          <Wishes facts={facts} />
          <Action to={facts.here}>Read and answer</Action>
          {facts.deadline && (
            <Paragraph>
              Please answer by {facts.deadline}. You can accept or reject. You may give a reason, but you do not have to.
            </Paragraph>
          )}
        </>
      ),
      because: `${facts.name} has kept a place with you`,
    }),
  },

  "proposal-place-free": {
    group: "proposals",
    to: "mentee",
    label: "Asked again for a free place (to the sender)",
    sentence: ({ name }) => `${name} has a place free, and we have asked again for you.`,
    leadsTo: relationshipPage("details"),
    settled: isAnswered,
    letter: ({ name, deadline, here }) => ({
      subject: `${name} has a place free, and we have asked again`,
      preview: deadline ? `${name} has until ${deadline} to reply.` : "Your proposal is open again.",
      body: (
        <>
          <Paragraph>
            You kept your place, and it is your turn: your proposal is open again, with the same words. There is nothing you
            need to do.
          </Paragraph>
          {deadline && (
            <Paragraph>
              {name} has until {deadline} to reply.
            </Paragraph>
          )}
          <Action to={here}>See your proposal</Action>
          <Paragraph isSoft>You can change your proposal there, or withdraw it if you would rather not go ahead.</Paragraph>
        </>
      ),
      because: `you kept your place with ${name}`,
    }),
  },

  "proposal-passed-on": {
    group: "proposals",
    to: "mentee",
    label: "Next choice asked",
    sentence: ({ name }) => `We have sent your proposal to ${name}, your next choice.`,
    leadsTo: relationshipPage("details"),
    settled: isAnswered,
    letter: ({ name, deadline, here }) => ({
      subject: `Your proposal has gone to ${name}, your next choice`,
      preview: deadline ? `${name} has until ${deadline} to reply.` : "The words are the same.",
      body: (
        <>
          <Paragraph>
            Your proposal has come to nothing so far, so we have sent it to {name} with the same words, as you asked us to.
            {deadline && ` ${name} has until ${deadline} to reply.`}
          </Paragraph>
          <Action to={here}>See your proposal</Action>
          <Paragraph isSoft>You can change it there, withdraw it, or say whom to ask after {name}.</Paragraph>
        </>
      ),
      because: `you named ${name} as your next choice`,
    }),
  },
});

interface Closing {
  subject: string;
  why: string;
  again: string;
}

function closed(facts: Facts, { subject, why, again }: Closing): Letter {
  const { name, words, here, mentors } = facts;
  const isPassedOn = facts.proposal?.isPassedOn ?? false;
  return {
    subject,
    preview: isPassedOn
      ? "There is nothing you need to do."
      : `Your proposal has been closed. You can keep your place, or ask another ${words.mentor}.`,
    body: (
      <>
        <Paragraph>{why}</Paragraph>
        {isPassedOn && <PassedOn facts={facts} />}
        <Paragraph>
          If you would rather wait for {name}, choose “Keep my place” on the page of your proposal. As soon as {again} and it is
          your turn, we ask again for you, with the same words. You can ask others while you wait.
        </Paragraph>
        <Action to={here}>See your proposal</Action>
        {!isPassedOn && (
          <>
            <Suggestions facts={facts} />
            <Action to={mentors}>{`See all ${words.mentors}`}</Action>
          </>
        )}
      </>
    ),
    because: `you had sent ${name} a proposal`,
  };
}

/** How long somebody has waited. */
function sayDays(day: number | undefined): string {
  if (day === undefined || day < 1) return "less than a day";
  return day === 1 ? "a day" : `${day} days`;
}
