// One by one: a page that tells or lists notices reaches this file, and the whole library is large.
import { Button } from "@react-email/button";
import { Heading } from "@react-email/heading";
import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { Fragment, type ReactNode } from "react";
import { oneLine } from "@/lib/foundation/typed-text";
import { capital } from "@/lib/foundation/wording";
import type { Facts, LetterLink } from "@/lib/notify/notices/letter";
import { inkOn, LIGHT, SERIF } from "./look";

interface ParagraphProps {
  children: ReactNode;
  isSoft?: boolean;
  /** The society cannot put it in words of its own: what to do if it was somebody else. */
  stays?: boolean;
}

export function Paragraph({ children, isSoft = false }: ParagraphProps) {
  return (
    <Text
      className={isSoft ? "soft" : "ink"}
      style={{ color: isSoft ? LIGHT.soft : LIGHT.ink, fontSize: isSoft ? 15 : 17, lineHeight: "1.55", margin: "0 0 16px" }}
    >
      {children}
    </Text>
  );
}

export function Subheading({ children }: { children: ReactNode }) {
  return (
    <Heading
      as="h2"
      className="ink"
      style={{ color: LIGHT.ink, fontFamily: SERIF, fontSize: 20, fontWeight: 500, lineHeight: "1.25", margin: "24px 0 8px" }}
    >
      {children}
    </Heading>
  );
}

/** Somebody's own words, line for line. */
export function Quote({ children, accent }: { children: string; accent: string }) {
  return (
    <blockquote
      className="quote"
      style={{
        backgroundColor: LIGHT.tint,
        borderLeft: `4px solid ${accent}`,
        color: LIGHT.ink,
        fontSize: 17,
        lineHeight: "1.55",
        margin: "0 0 16px",
        overflowWrap: "anywhere",
        padding: "12px 16px",
      }}
    >
      <Lines words={children.trim()} />
    </blockquote>
  );
}

/** A letter that somebody wrote: its paragraphs, each with its line breaks. */
export function Paragraphs({ words }: { words: string }) {
  return words.split(/\n{2,}/).map((paragraph, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes
    <Paragraph key={i}>
      <Lines words={paragraph} />
    </Paragraph>
  ));
}

/** What somebody typed, with its line breaks. */
export function Lines({ words }: { words: string }) {
  return words.split(/\r\n|\r|\n|\u2028|\u2029/).map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that never changes
    <Fragment key={i}>
      {i > 0 && <br />}
      {line}
    </Fragment>
  ));
}

/** A part of a letter that is made of facts alone, such as a meeting's time and place: nobody words it anew. */
export function Placed({ children }: { children: ReactNode }) {
  return children;
}

/** The one thing to do next. */
export function Action({ to: { href, accent }, children }: { to: LetterLink; children: string }) {
  return (
    <Text style={{ margin: "24px 0" }}>
      <Button
        className="action"
        href={href}
        style={{
          backgroundColor: accent,
          borderRadius: 6,
          color: inkOn(accent),
          fontSize: 17,
          fontWeight: 600,
          padding: "14px 20px",
        }}
      >
        {children}
      </Button>
    </Text>
  );
}

export function TextLink({ to: { href, accent }, children }: { to: LetterLink; children: string }) {
  return (
    <Link className="link" href={href} style={{ color: accent, textDecoration: "underline" }}>
      {children}
    </Link>
  );
}

/** A link in a line of its own. */
export function LinkLine({ to, children }: { to: LetterLink; children: string }) {
  return (
    <Paragraph>
      <TextLink to={to}>{children}</TextLink>
    </Paragraph>
  );
}

/** Whom to ask next, with the reasons; nothing when nobody fits. */
export function Suggestions({ facts }: { facts: Facts }) {
  const { suggestions, words, proposal } = facts;
  if (suggestions.length === 0) return null;
  return (
    <>
      <Subheading>{`${capital(words.mentors)} who may fit`}</Subheading>
      {suggestions.map((suggestion) => (
        <Paragraph key={suggestion.memberId}>
          <TextLink to={facts.toMentor(suggestion)}>{oneLine(suggestion.name, 80)}</TextLink>
          <br />
          {oneLine(suggestion.headline)}
          {suggestion.programme && (
            <>
              <br />
              You are both in {oneLine(suggestion.programme.name)}.
            </>
          )}
          {suggestion.reasons.map((reason) => (
            <Fragment key={reason}>
              <br />✓ {oneLine(reason)}
            </Fragment>
          ))}
          {proposal && (
            <>
              <br />
              <TextLink to={facts.toSame(suggestion, proposal)}>Send the same proposal</TextLink>
            </>
          )}
        </Paragraph>
      ))}
    </>
  );
}

/** The end of a sentence. The address and telephone number are at the foot of every mail. */
export function whomToAsk({ settings: { support }, say }: Facts): string {
  return say("ask us", support.email || support.phone ? "ask us: the address is below" : "ask the society");
}
