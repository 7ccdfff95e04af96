import { oneLine } from "@/lib/foundation/typed-text";
import { LinkLine, Paragraph, Paragraphs } from "@/lib/notify/letters/parts";
import { fillIn } from "@/lib/notify/letters/placeholders";
import { defineNotices, type NoticeDefinition } from "@/lib/notify/notices/define";
import type { Facts, Letter } from "@/lib/notify/notices/letter";
import { valuesFor } from "./placeholders";

const leadsTo: NoticeDefinition["leadsTo"] = ({ data }) => (data.letterId ? `/letters/${data.letterId}` : "/notifications");
const overtaken: NoticeDefinition["overtaken"] = ({ letter, data }) => {
  // Not there where only a sentence is asked for; null where a mail is written, and it has been deleted.
  if (letter === null && data.letterId) return "The letter has been deleted since.";
  return letter?.isStopped ? "Staff have stopped this letter since." : null;
};

export const MEMBER_LETTER_NOTICES = defineNotices({
  // What somebody at the society has written to many members at once.
  "letter-to-many": {
    group: "news",
    to: "member",
    label: "Letter to many members",
    sentence: () => "The society has written to you.",
    leadsTo,
    overtaken,
    letter: (facts) => toLetter(facts, `${facts.society} has written to its members`),
  },
  // The same to both partners of many relationships. Where it names somebody, it is about one of these.
  "letter-to-pairs": {
    group: "news",
    to: "either",
    label: "Letter to many pairs",
    sentence: () => "The society has written to you about your mentoring.",
    leadsTo: ({ proposalId, data }) =>
      proposalId && data.letterId ? `/letters/${data.letterId}?of=${proposalId}` : leadsTo({ proposalId, data }),
    overtaken,
    letter: (facts) => toLetter(facts, `${facts.society} has written to you about your mentoring`),
  },
  // The same to one alone.
  "letter-to-one": {
    group: "letters",
    to: "member",
    label: "Letter to one member",
    sentence: () => "The society has written to you alone.",
    leadsTo,
    overtaken,
    letter: (facts) => toLetter(facts, `${facts.society} has written to you`),
  },
  // What staff have written and want to see as a mail, before anybody else does.
  "letter-test": {
    group: "letters",
    to: "member",
    label: "Test of a letter",
    sentence: () => "The test of a letter that you asked for is on its way to your address.",
    leadsTo: ({ data }) => (data.letterId ? `/admin/letters/${data.letterId}` : "/admin/letters"),
    overtaken,
    // Of a letter to pairs, as a mentee would get it.
    letter: (facts) => toLetter({ ...facts, role: "mentee" }, "you asked for a test of this letter, which nobody else has had"),
  },
});
export type MemberLetterNotice = keyof typeof MEMBER_LETTER_NOTICES;

function toLetter(facts: Facts, because: string): Letter {
  const { letter, recipient, society, product, role, name: partnerName, words, here, say } = facts;
  const values = valuesFor({ name: recipient.name, role, partnerName }, { society: { name: society, product }, words });
  const subject = oneLine(fillIn(letter?.subject ?? "", values));
  return {
    subject: (subject && say("subject", subject)) || `${society} has written to you on ${product}`,
    preview: `A letter from ${society}`,
    greetsItself: true,
    body: (
      <>
        {letter && <Paragraphs words={fillIn(letter.words, values)} />}
        <Paragraph isSoft>{`If you answer this mail, your answer goes to ${society}.`}</Paragraph>
        <LinkLine to={here}>{`Read it on ${product}`}</LinkLine>
      </>
    ),
    because,
  };
}
