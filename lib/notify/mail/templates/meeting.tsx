import type { ReactNode } from "react";
import { sayPeriod, sayZone } from "@/lib/foundation/dates";
import type { Facts, Letter } from "./letter";
import { Action, Paragraph, Quote, Subheading, TextLink } from "./parts";

/** To the one who is asked: somebody would like to meet them. */
export function meetingArranged(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} would like to meet you`, {
    body: (
      <>
        <What facts={facts} />
        <Action href={facts.href} accent={facts.settings.society.accent}>
          Accept, decline or suggest another time
        </Action>
        <Paragraph isSoft>The invitation that comes with this mail puts the meeting into your own calendar.</Paragraph>
      </>
    ),
    because: `${name} arranged a meeting with you`,
  });
}

/** To the one who is asked: time, method or words are others now. */
export function meetingChanged(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} has changed your meeting`, {
    body: (
      <>
        <Paragraph>This is how it is planned now.</Paragraph>
        <What facts={facts} />
        <Action href={facts.href} accent={facts.settings.society.accent}>
          Open your meetings
        </Action>
        <Paragraph isSoft>
          If the time is another one, {name} would like to know whether you can. The invitation that comes with this mail
          changes your own calendar.
        </Paragraph>
      </>
    ),
    because: `${name} changed a meeting with you`,
  });
}

/** To the one who suggested another time: it is taken. */
export function meetingAgreed(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} takes the time that you suggested`, {
    body: (
      <>
        <What facts={facts} />
        <SeeIt facts={facts} />
      </>
    ),
    because: `you suggested another time to ${name}`,
  });
}

/** To the one who arranged it: yes. */
export function meetingAccepted(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} has accepted your meeting`, {
    body: (
      <>
        <What facts={facts} />
        <SeeIt facts={facts} />
      </>
    ),
    because: `you arranged a meeting with ${name}`,
  });
}

/** To the one who arranged it: no. */
export function meetingDeclined(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} cannot come to your meeting`, {
    body: (
      <>
        <What facts={facts} />
        <Paragraph>Change it to another time, or cancel it and talk about what suits you both.</Paragraph>
        <Action href={facts.href} accent={facts.settings.society.accent}>
          Open your meetings
        </Action>
      </>
    ),
    because: `you arranged a meeting with ${name}`,
  });
}

/** To the one who arranged it: another time would be better. */
export function meetingSuggested(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} suggests another time for your meeting`, {
    body: (
      <>
        <Paragraph>The meeting as you arranged it:</Paragraph>
        <What facts={facts} />
        <Action href={facts.href} accent={facts.settings.society.accent}>
          See the other time
        </Action>
      </>
    ),
    because: `you arranged a meeting with ${name}`,
  });
}

/** To the other one: it will not take place. */
export function meetingCancelled(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} has cancelled your meeting`, {
    body: (
      <>
        <Paragraph>This meeting will not take place:</Paragraph>
        <What facts={facts} />
        <Paragraph isSoft>What comes with this mail takes it out of your own calendar.</Paragraph>
        <SeeIt facts={facts} />
      </>
    ),
    because: `${name} cancelled a meeting with you`,
  });
}

/** To both: the relationship is over, and with it what was planned. */
export function meetingCancelledSinceEnded(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `Your meeting with ${name} is cancelled`, {
    body: (
      <>
        <Paragraph>Your mentoring relationship has ended, so this meeting will not take place:</Paragraph>
        <What facts={facts} />
        <Paragraph isSoft>
          What comes with this mail takes it out of your own calendar. You stay free to meet as you like.
        </Paragraph>
        <SeeIt facts={facts} />
      </>
    ),
    because: `you had a meeting planned with ${name}`,
  });
}

/** To both, on the day before. */
export function meetingTomorrow(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `Your meeting with ${name}`, {
    body: (
      <>
        <Paragraph>A reminder that you meet {name}.</Paragraph>
        <What facts={facts} />
        <SeeIt facts={facts} />
      </>
    ),
    because: `you have a meeting with ${name}`,
  });
}

/** To the other one: a meeting that has been was written down. */
export function meetingLogged(facts: Facts): Letter {
  const { name } = facts.partner;
  return letter(facts, `${name} has noted a meeting with you`, {
    body: (
      <>
        <What facts={facts} />
        <Paragraph>If it was otherwise, you can say so on the page of your meetings.</Paragraph>
        <SeeIt facts={facts} />
      </>
    ),
    because: `${name} logged a meeting with you`,
  });
}

function letter(facts: Facts, heading: string, rest: { body: ReactNode; because: string }): Letter {
  const time = timeOf(facts);
  return { subject: time ? `${heading}: ${time}` : heading, preview: time ?? heading, heading, ...rest };
}

/** Time, method and, when the organiser sends them along, title and details. */
function What({ facts }: { facts: Facts }) {
  const time = timeOf(facts);
  const { words, method } = facts.meeting ?? {};
  return (
    <>
      {words?.title && <Subheading>{words.title}</Subheading>}
      {time && (
        <Paragraph>
          {time} ({sayZone(zoneOf(facts))}){method ? `, ${method}` : ""}
        </Paragraph>
      )}
      {words?.details.trim() && <Quote accent={facts.settings.society.accent}>{words.details}</Quote>}
    </>
  );
}

/** The time as it stands; as it was when this was said, if the meeting is not there any more. */
function timeOf(facts: Facts): string | null {
  const { meeting, data, now } = facts;
  const startsAt = meeting?.startsAt ?? (data.startsAt && new Date(data.startsAt));
  const endsAt = meeting?.endsAt ?? (data.endsAt && new Date(data.endsAt));
  return startsAt && endsAt ? sayPeriod({ startsAt, endsAt }, now, zoneOf(facts)) : null;
}

function zoneOf({ recipient, settings }: Facts): string {
  return recipient.timeZone ?? settings.society.timeZone;
}

function SeeIt({ facts }: { facts: Facts }) {
  return (
    <Paragraph>
      <TextLink href={facts.href} accent={facts.settings.society.accent}>
        Open your meetings
      </TextLink>
    </Paragraph>
  );
}
