import type { Metadata } from "next";
import { RadioGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { asSentence } from "@/lib/foundation/wording";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { WORDS_ROOM } from "@/lib/pairing/readiness/input";
import { findRefereeItem } from "@/lib/pairing/readiness/queries";
import { readRequest } from "@/lib/people/auth/session";
import { RETENTION } from "@/lib/society/settings/retention";
import { answerAsReferee } from "../actions";

/** Anybody who has this address can answer for the referee, so search engines and other sites must not learn it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** The page behind the link in the mail to a referee. Opening it changes nothing, because mail programs open links before people do. */
export default async function RefereePage({ params, searchParams }: PageProps<"/referee/[token]">) {
  const [{ settings, now }, { token }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const link = readAnswerLink(token, "referee", env().authSecrets, now);
  const found = link && (await findRefereeItem(link.subjectId));
  const asked = found && found.memberId === link.memberId ? found : null;
  const { society } = settings;
  if (!asked)
    return (
      <Page settings={settings} title="Your answer" heading="This link does not work" isNarrow>
        <p>It has expired, or your answer is no longer needed. There is nothing more for you to do.</p>
      </Page>
    );
  if (asked.answer !== null || !asked.isLast || !asked.isOpen)
    return (
      <Page settings={settings} title="Your answer" heading="Thank you" done={done} isNarrow>
        <p>
          {asked.answer === null
            ? "Your answer is no longer needed, so there is nothing more for you to do."
            : `${society.name} has your answer. You can close this page.`}
        </p>
      </Page>
    );
  const heading = `Can you recommend ${asked.member}?`;
  return (
    <Page settings={settings} heading={<span className="prose-plain">{heading}</span>} isNarrow>
      <div className="grid gap-3">
        <p className="prose-plain">
          {`${asked.member} takes part in ${society.product}, the mentoring platform of ${society.name}, and has named you as a referee for this: ${asSentence(asked.condition)}`}
        </p>
        <p className="prose-plain">{asked.text}</p>
      </div>
      <Form action={answerAsReferee} submit="Send answer" title={titleOf("Your answer", settings)}>
        <input type="hidden" name="token" value={token} />
        <RadioGroup
          name="answer"
          legend="Your answer"
          options={[
            { value: "yes", label: `Yes, I can recommend ${asked.member}` },
            { value: "no", label: "No, or I do not know them well enough" },
          ]}
        />
        <TextField
          name="words"
          label="Anything you would like to add (optional)"
          hint={`Staff of ${society.name} read your answer. ${asked.member} is told whether you said yes, but does not see these words. We keep your name, your address and your words for ${RETENTION.referees.days} days after this link expires.`}
          maxLength={WORDS_ROOM}
        />
      </Form>
    </Page>
  );
}
