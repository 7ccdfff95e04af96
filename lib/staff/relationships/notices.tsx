import { oneLine } from "@/lib/foundation/typed-text";
import { LinkLine, Paragraph, Paragraphs } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";

export const LETTER_NOTICES = defineNotices({
  // What somebody at the society has written to both, or to one alone.
  letter: {
    group: "letters",
    to: "either",
    sentence: ({ name, data }) => `The society has written to ${data.isAlone ? "you" : `you and ${name}`}.`,
    leadsTo: relationshipPage("letters"),
    letter: ({ name, letter, role, society, product, here, say, data: { isAlone = false } }) => ({
      subject:
        (letter?.subject && say("subject", oneLine(letter.subject))) ||
        `${society} has written to ${isAlone ? "you" : `you and ${name}`}`,
      preview: isAlone ? "To you alone" : `To you and ${name}`,
      greetsItself: true,
      body: (
        <>
          {letter?.behalfOf && (
            <Paragraph isSoft>
              {letter.behalfOf === role
                ? `${society} writes this on your behalf.`
                : `${society} writes this on behalf of ${name}.`}
            </Paragraph>
          )}
          {letter && <Paragraphs words={letter.words} />}
          <Paragraph isSoft>
            {isAlone
              ? `${society} has sent this to you alone. If you answer this mail, your answer goes to ${society}.`
              : `${society} has sent the same to you and ${name}. If you answer this mail, your answer goes to ${society}, not to ${name}.`}
          </Paragraph>
          <LinkLine to={here}>{`Read it on ${product}`}</LinkLine>
        </>
      ),
      because: `${society} has written to ${isAlone ? "you" : `you and ${name}`}`,
    }),
  },
});
export type LetterNotice = keyof typeof LETTER_NOTICES;
