import type { Metadata } from "next";
import { DateField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { env } from "@/lib/foundation/env";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";
import { findQuestion } from "@/lib/pairing/still-available/queries";
import { ANSWERS, type Answer, sayAnswer } from "@/lib/pairing/still-available/still-available";
import { sayAnswerRefusal, sayConsequence } from "@/lib/pairing/still-available/wording";
import { readRequest } from "@/lib/people/auth/session";
import { answerFromMail } from "../actions";
import { SurveyAnswer } from "./survey-answer";

/** Anybody who has this address can answer for the member, so search engines and other sites must not learn it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** The page behind the links of a mail, signed in or not. Opening it changes nothing, because mail programs open links before people do. */
export default async function AnswerPage({ params, searchParams }: PageProps<"/answer/[token]">) {
  const [{ settings, now }, { token }, { answer, done }] = await Promise.all([readRequest(), params, searchParams]);
  const survey = readAnswerLink(token, "survey", env().authSecrets, now);
  if (survey) return <SurveyAnswer link={survey} token={token} pressed={answer} done={done} />;
  const link = readAnswerLink(token, "available", env().authSecrets, now);
  const asked = link && (await findQuestion(link.memberId));
  if (!link || !asked) {
    return (
      <Page settings={settings} title="Your answer" heading="This link does not work" isNarrow>
        <p>{BAD_ANSWER_LINK}</p>
        <p>
          <LinkButton href="/account" kind="quiet">
            Open Edit Account
          </LinkButton>
        </p>
      </Page>
    );
  }
  const isLast = asked.round === link.round;
  const chosen = (isLast && ANSWERS.find((one) => one === answer)) || null;
  const { timeZone } = settings.society;
  return (
    <Page
      settings={settings}
      heading="Are you still available?"
      {...(chosen ? {} : { title: "Your answer" })}
      done={done}
      isNarrow
    >
      {!isLast && <p>{sayAnswerRefusal("nothing-asked")}</p>}
      {isLast && !chosen && (
        <p>
          {asked.isAvailable
            ? `At present, new ${settings.words.mentees} can find you.`
            : `At present, new ${settings.words.mentees} cannot find you.`}
        </p>
      )}
      {chosen && (
        <div className="grid gap-4">
          <p>{sayConsequence(chosen, settings.words)}</p>
          <Form action={answerFromMail} submit={sayAnswer(chosen)} title={titleOf("Your answer", settings)}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="answer" value={chosen} />
            {chosen === "pause" && (
              <DateField name="day" label="Available again from" earliest={dayOf(addDays(now, 1, timeZone), timeZone)} />
            )}
          </Form>
        </div>
      )}
      {isLast && <Others token={token} besides={chosen} />}
    </Page>
  );
}

/** The other answers, each with a page that says what it does. */
function Others({ token, besides }: { token: string; besides: Answer | null }) {
  return (
    <section aria-labelledby="answers" className="grid gap-3 border-t border-rule pt-6">
      <h2 id="answers">{besides ? "Or choose another answer" : "Your answer"}</h2>
      <ul className="grid gap-2">
        {ANSWERS.filter((one) => one !== besides).map((one) => (
          <li key={one}>
            <Link href={`/answer/${token}?answer=${one}`} className="inline-block py-1">
              {sayAnswer(one)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
