import type { Metadata } from "next";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { findLinked, type LinkedQuestion } from "@/lib/mentoring/check-ins/queries";
import { ANSWERS, type Answer, type Question, sayAnswer, sayQuestion } from "@/lib/mentoring/check-ins/question";
import { sayAnswered, sayCheckInRefusal, sayConsequence } from "@/lib/mentoring/check-ins/wording";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";
import { readRequest } from "@/lib/people/auth/session";
import { answerFromMail } from "../actions";

/** Anybody who has this address can answer for the member, so search engines and other sites must not learn it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** The page behind the links of a mail, signed in or not. Opening it changes nothing, because mail programs open links before people do. */
export default async function MetPage({ params, searchParams }: PageProps<"/met/[token]">) {
  const [{ settings, now }, { token }, { answer, done }] = await Promise.all([readRequest(), params, searchParams]);
  const link = readAnswerLink(token, "met", env().authSecrets, now);
  const linked = link && (await findLinked(link, settings, now));
  if (!link || !linked) {
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
  const { question, partnerName, given, isOpen } = linked;
  const chosen = ANSWERS.find((one) => one === answer && one !== given) ?? null;
  const page = titleOf("Your answer", settings);
  return (
    <Page
      settings={settings}
      heading={sayQuestion(question, partnerName)}
      {...(chosen && isOpen ? {} : { title: "Your answer" })}
      done={done}
      isNarrow
    >
      {given && !chosen && <Given id={link.subjectId} linked={linked} given={given} />}
      {!isOpen && !given && <p>{sayCheckInRefusal(linked.hasEnded ? "ended" : "nothing-asked")}</p>}
      {isOpen && chosen && (
        <div className="grid gap-4">
          <p>{sayConsequence(chosen, question, partnerName)}</p>
          <Form
            action={answerFromMail}
            submit={sayAnswer(chosen, question)}
            kind={chosen === "not-going" ? "danger" : "main"}
            title={page}
          >
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="answer" value={chosen} />
          </Form>
        </div>
      )}
      {isOpen && <Others token={token} question={question} besides={chosen ?? given} />}
    </Page>
  );
}

/** Their answer, and a next step, for which they have to sign in. */
function Given({ id, linked, given }: { id: string; linked: LinkedQuestion; given: Answer }) {
  const here = `/relationships/${id}`;
  const ways: Record<Answer, readonly [path: string, label: string]> = {
    met: ["/meetings", "Log the meeting"],
    date: ["/meetings", "Add the date"],
    "no-reply": ["/end", "End the relationship"],
    "not-going": ["", "Open the relationship"],
  };
  const [path, label] = ways[given];
  return (
    <div className="grid gap-4">
      <p>{sayAnswered(given, linked.partnerName)}</p>
      <p>
        <LinkButton href={here + path} kind="quiet">
          {label}
        </LinkButton>
      </p>
    </div>
  );
}

/** The other answers, each with a page that says what it does. */
function Others({ token, question, besides }: { token: string; question: Question; besides: Answer | null }) {
  return (
    <section aria-labelledby="answers" className="grid gap-3 border-t border-rule pt-6">
      <h2 id="answers">{besides ? "Or choose another answer" : "How is it going?"}</h2>
      <ul className="grid gap-2">
        {ANSWERS.filter((one) => one !== besides).map((one) => (
          <li key={one}>
            <Link href={`/met/${token}?answer=${one}`} className="inline-block py-1">
              {sayAnswer(one, question)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
