import type { Metadata } from "next";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { sayPeriod, sayZone } from "@/lib/foundation/dates";
import { env } from "@/lib/foundation/env";
import { refuseAnswer } from "@/lib/mentoring/meetings/access";
import { INVITATION_ANSWERS } from "@/lib/mentoring/meetings/input";
import { findInvitation, type Invitation } from "@/lib/mentoring/meetings/queries";
import { refusalSentence, sayAnswerConsequence, statusWords } from "@/lib/mentoring/meetings/wording";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";
import { readRequest } from "@/lib/people/auth/session";
import { labelOf, type Settings } from "@/lib/society/settings/settings";
import { answerFromMail } from "../actions";

/** Anybody who has this address can answer for the member, so search engines and other sites must not learn it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

const LABELS = { accept: "Accept", decline: "Decline" };
type Answer = keyof typeof LABELS;

/** The page behind the links of an invitation, signed in or not. Opening it changes nothing, because mail programs open links before people do. */
export default async function InvitationPage({ params, searchParams }: PageProps<"/meeting/[token]">) {
  const [{ settings, now }, { token }, { answer, done }] = await Promise.all([readRequest(), params, searchParams]);
  const link = readAnswerLink(token, "meeting", env().authSecrets, now);
  const invitation = link && (await findInvitation(link.memberId, link.subjectId, now));
  if (!link || !invitation) {
    return (
      <Page settings={settings} title="Your answer" heading="This link does not work" isNarrow>
        <p>{BAD_ANSWER_LINK}</p>
        <p>
          <LinkButton href="/relationships" kind="quiet">
            Open Relationships
          </LinkButton>
        </p>
      </Page>
    );
  }
  const { meeting, partnerName } = invitation;
  const refusal = refuseAnswer(invitation, link.round, now);
  const given = givenIn(invitation);
  const chosen = (!refusal && INVITATION_ANSWERS.find((one) => one === answer && one !== given)) || null;
  return (
    <Page
      settings={settings}
      heading={`Your meeting with ${partnerName}`}
      {...(chosen ? {} : { title: "Your answer" })}
      done={done}
      isNarrow
    >
      <WhatAndWhen invitation={invitation} settings={settings} now={now} />
      {refusal && <p>{refusalSentence(refusal)}</p>}
      {!refusal && !chosen && given === "accept" && (
        <p>
          <a href={`/meeting/${token}/meeting.ics`} className="inline-block py-1">
            Add to my calendar
          </a>
        </p>
      )}
      {chosen && (
        <div className="grid gap-4">
          <p>{sayAnswerConsequence(chosen, partnerName)}</p>
          <Form action={answerFromMail} submit={LABELS[chosen]} title={titleOf("Your answer", settings)}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="answer" value={chosen} />
            <input type="hidden" name="version" value={meeting.version} />
          </Form>
        </div>
      )}
      {refusal ? (
        <p>
          <LinkButton href={`/relationships/${meeting.relationshipId}/meetings`} kind="quiet">
            Open your meetings
          </LinkButton>
        </p>
      ) : (
        <Others token={token} besides={chosen ?? given} invitation={invitation} />
      )}
    </Page>
  );
}

/** What they have said so far; null before they have, or when they suggest another time. */
function givenIn({ meeting: { answer } }: Invitation): Answer | null {
  return answer === "accepted" ? "accept" : answer === "declined" ? "decline" : null;
}

/** As much as the mail says. */
function WhatAndWhen({ invitation, settings, now }: { invitation: Invitation; settings: Settings; now: Date }) {
  const { meeting, words, partnerName, timeZone } = invitation;
  const zone = timeZone ?? settings.society.timeZone;
  const method = labelOf(settings.methods, meeting.method);
  return (
    <div className="grid gap-1">
      {words?.title && <h2 className="prose-plain">{words.title}</h2>}
      <p>
        <time dateTime={meeting.startsAt.toISOString()} className="font-semibold">
          {sayPeriod(meeting, now, zone)}
        </time>{" "}
        <span className="text-soft">({sayZone(zone)})</span>
      </p>
      <p className="text-soft">
        {method && `${method} · `}
        <strong className="text-ink">{statusWords(meeting, false, partnerName, now)}</strong>
      </p>
    </div>
  );
}

/** The other answers: two have a page that says what they do, and for another time they have to sign in. */
function Others({ token, besides, invitation }: { token: string; besides: Answer | null; invitation: Invitation }) {
  const { relationshipId, id } = invitation.meeting;
  return (
    <section aria-labelledby="answers" className="grid gap-3 border-t border-rule pt-6">
      <h2 id="answers">{besides ? "Or choose another answer" : "Can you come?"}</h2>
      <ul className="grid gap-2">
        {INVITATION_ANSWERS.filter((one) => one !== besides).map((one) => (
          <li key={one}>
            <Link href={`/meeting/${token}?answer=${one}`} className="inline-block py-1">
              {LABELS[one]}
            </Link>
          </li>
        ))}
        <li>
          <Link href={`/relationships/${relationshipId}/meetings/${id}/suggest`} className="inline-block py-1">
            Suggest another time
          </Link>
        </li>
      </ul>
    </section>
  );
}
