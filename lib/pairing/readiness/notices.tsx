import { sayDate } from "@/lib/foundation/dates";
import { asSentence, withArticle } from "@/lib/foundation/wording";
import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { type About, defineNotices, type NoticeDefinition, type Told } from "@/lib/notify/notices/define";
import type { Facts, Letter } from "@/lib/notify/notices/letter";
import type { NoticeData } from "@/lib/notify/notices/notice";

/** What a member hears of the conditions of their roles, and what a referee gets. */
export const READINESS_NOTICES = defineNotices({
  "readiness-asked": ofMember("A new condition for a role", {
    sentence: ({ data, day, words, role }) =>
      `From ${day(data.countsAt) ?? "now on"} every ${words[role ?? "mentor"]} needs this: ${asSentence(nameOf(data))}`,
    subject: ({ data, product }) => `${nameOf(data)}: please look at this on ${product}`,
    says: (facts) => [
      `${facts.society} asks this of every ${wordOf(facts)} from ${dayOf(facts, facts.data.countsAt) ?? "now on"}: ${nameOf(facts.data)}.`,
      `${sayConsequence(facts)} Your relationships and open proposals carry on in any case.`,
    ],
  }),

  "readiness-missing": ofMember("A condition is missing", {
    sentence: (told) => `${nameOf(told.data)} is missing. ${sayUntilThen(told)}`,
    subject: ({ data, product }) => `${nameOf(data)} is missing on ${product}`,
    says: (facts) => [
      `${facts.society} asks this of every ${wordOf(facts)}, and yours is missing: ${nameOf(facts.data)}. ${sayUntilThen(facts)}`,
    ],
  }),

  "readiness-reminded": ofMember("A reminder of a condition, from staff", {
    sentence: ({ data }) => `The society reminds you of this: ${asSentence(nameOf(data))}`,
    subject: ({ data, product }) => `A reminder from ${product}: ${nameOf(data)}`,
    says: (facts) => [
      `${facts.society} asks this of every ${wordOf(facts)}, and it is still to be done: ${nameOf(facts.data)}.`,
    ],
  }),

  "readiness-met": ofMember("A condition is met", {
    sentence: ({ data, day }) => {
      const until = day(data.expiresAt);
      return `${nameOf(data)}: this is done${until === null ? "" : `, and is valid until ${until}`}.`;
    },
    subject: ({ data, product }) => `${nameOf(data)}: done on ${product}`,
    says: (facts) => {
      const until = dayOf(facts, facts.data.expiresAt);
      return [
        `${nameOf(facts.data)}: this is done, and there is nothing more to do for it.`,
        ...(until ? [`It is valid until ${until}, and we will remind you in good time.`] : []),
      ];
    },
    action: "See where you stand",
  }),

  "readiness-with-staff": ofMember("A condition is with the society", {
    sentence: ({ data }) => `Your referee has answered, and the society is looking at it: ${asSentence(nameOf(data))}`,
    subject: ({ data, product }) => `${nameOf(data)} on ${product}: your referee has answered`,
    says: (facts) => [
      `Your referee has answered. ${facts.society} is looking at it, and we will tell you as soon as it is decided: ${nameOf(facts.data)}.`,
    ],
    action: "See where it stands",
  }),

  "readiness-refused": ofMember("A condition was not approved", {
    sentence: ({ data }) => `The society has not approved this: ${asSentence(nameOf(data))} You can read why.`,
    subject: ({ data, product }) => `${nameOf(data)}: not approved on ${product}`,
    says: (facts) => [
      `${facts.society} has not approved this: ${nameOf(facts.data)}. You can read why, and what you can do, on ${facts.product}.`,
    ],
    action: "Read why",
  }),

  "readiness-expiring": ofMember("A check or training expires soon", {
    sentence: ({ data, day }) =>
      `${nameOf(data)} expires on ${day(data.expiresAt) ?? "its day"}. ${data.isTraining ? "Please do it again in time." : "Please renew it in time."}`,
    subject: (facts) => `${facts.product}: ${nameOf(facts.data)} expires on ${dayOf(facts, facts.data.expiresAt) ?? "its day"}`,
    says: (facts) => [
      `${nameOf(facts.data)} expires on ${dayOf(facts, facts.data.expiresAt) ?? "its day"}. ${facts.data.isTraining ? "Please do it again in time: read or watch it to the end, and confirm that you have." : `Please renew it in time, and show the new one to ${facts.society}.`}`,
      sayConsequence(facts),
    ],
  }),

  "readiness-expired": ofMember("A check or training has expired", {
    sentence: (told) => `${nameOf(told.data)} has expired. ${sayUntilThen(told)}`,
    subject: ({ data, product }) => `${product}: ${nameOf(data)} has expired`,
    says: (facts) => [
      `${nameOf(facts.data)} has expired. ${sayUntilThen(facts)} Your relationships and open proposals carry on.`,
    ],
  }),

  "referee-silent": ofMember("A referee has not answered", {
    sentence: ({ data }) => `Your referee has not answered in time. Please name another one: ${asSentence(nameOf(data))}`,
    subject: ({ data, product }) => `${nameOf(data)} on ${product}: your referee has not answered`,
    says: (facts) => [
      `The person whom you named has not answered in time, so the link in our mail to them has expired. You can ask them again, or somebody else: ${nameOf(facts.data)}.`,
    ],
    action: "Name a referee",
  }),

  // A mail to somebody who has no account: it is never a notice in the product.
  "referee-mail": {
    group: "letters",
    to: "member",
    label: "To a referee: can they recommend a member?",
    sentence: ({ data }) => `Your referee has been asked: ${asSentence(nameOf(data))}`,
    leadsTo: conditionPage,
    needs: ["referee"],
    letter: (facts) => ({
      subject: `Can you recommend ${facts.name} on ${facts.product}?`,
      preview: `${facts.name} has named you as a referee.`,
      isToOutsider: true,
      body: (
        <>
          <Paragraph>
            {facts.name} takes part in {facts.product}, the mentoring platform of {facts.society}, and has named you as somebody
            who can recommend them, for this: {nameOf(facts.data)}.
          </Paragraph>
          <Paragraph>
            You answer yes or no, and can add a line. You need no account. The link works once, until{" "}
            {dayOf(facts, facts.data.answerUntil) ?? "its day"}.
          </Paragraph>
          <Action to={facts.toAnswer("yes")}>Answer</Action>
          <Paragraph isSoft>
            Staff of {facts.society} read your answer. {facts.name} is told whether you said yes, but does not see your words.
            If you do not know {facts.name}, please answer no, or ignore this mail.
          </Paragraph>
        </>
      ),
      because: `${facts.name} gave your address as that of a referee`,
    }),
  },
});
export type ReadinessMail = "referee-mail";
export type ReadinessNotice = Exclude<keyof typeof READINESS_NOTICES, ReadinessMail>;

interface Saying {
  sentence: (told: Told) => string;
  subject: (facts: Facts) => string;
  /** A paragraph each; the first is what an inbox shows beside the subject. */
  says: (facts: Facts) => string[];
  action?: string;
}

/** All of them lead to the condition, and say why it concerns the reader. */
function ofMember(label: string, { sentence, subject, says, action = "See what to do" }: Saying): NoticeDefinition {
  return {
    group: "account",
    to: "either",
    label,
    sentence,
    leadsTo: conditionPage,
    letter: (facts): Letter => ({
      subject: subject(facts),
      preview: says(facts)[0] ?? "",
      body: (
        <>
          {says(facts).map((words) => (
            <Paragraph key={words}>{words}</Paragraph>
          ))}
          <Action to={facts.here}>{action}</Action>
        </>
      ),
      because: `you take part in ${facts.product} as ${withArticle(wordOf(facts))}`,
    }),
  };
}

type Said = Pick<Told, "role" | "words" | "data"> | Pick<Facts, "role" | "words" | "data">;

/** The condition's name, as it was when this was said. */
function nameOf({ condition }: NoticeData): string {
  return condition ?? "A condition of your role";
}

function wordOf({ role, words }: Said): string {
  return words[role ?? "mentor"];
}

/** What it means that something is missing now. */
function sayUntilThen({ role, words, data }: Said): string {
  const where = data.programme === undefined ? "" : ` in ${data.programme}`;
  if (role !== "mentee") return `Until you have it, ${words.mentees} cannot find you${where}.`;
  return where
    ? `Until you have it, you cannot send proposals${where}.`
    : `Until you have it, you cannot send proposals or ask ${words.mentors} questions.`;
}

/** What it would mean. */
function sayConsequence({ role, words, data }: Said): string {
  const where = data.programme === undefined ? "" : ` in ${data.programme}`;
  if (role !== "mentee") return `Without it ${words.mentees} cannot find you${where} from that day on.`;
  return where
    ? `Without it you cannot send proposals${where} from that day on.`
    : `Without it you cannot send proposals or ask ${words.mentors} questions from that day on.`;
}

function dayOf({ timeZone, now, say }: Facts, instant: string | undefined): string | null {
  return instant ? say("day", sayDate(new Date(instant), now, timeZone)) : null;
}

function conditionPage({ data }: About): string {
  return data.conditionId ? `/readiness/${data.conditionId}` : "/readiness";
}
