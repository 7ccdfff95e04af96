import { AnswerForm } from "@/components/surveys/answer-form";
import { Page, titleOf } from "@/components/ui/page";
import { findAsked } from "@/lib/mentoring/surveys/queries";
import { SCALE } from "@/lib/mentoring/surveys/survey";
import type { AnswerLink } from "@/lib/notify/notices/answer-link";
import { BAD_ANSWER_LINK } from "@/lib/notify/notices/wording";
import { readRequest } from "@/lib/people/auth/session";
import { answerSurveyFromMail } from "../actions";

interface SurveyAnswerProps {
  link: AnswerLink;
  token: string;
  /** What was pressed in the mail. */
  pressed: string | string[] | undefined;
  done: string | string[] | undefined;
}

/** A survey behind the link of a mail, signed in or not. */
export async function SurveyAnswer({ link, token, pressed, done }: SurveyAnswerProps) {
  const { settings, now } = await readRequest();
  const asked = await findAsked(link, link.subjectId, now);
  if (!asked) {
    return (
      <Page settings={settings} title="Your answer" heading="This link does not work" isNarrow>
        <p>{BAD_ANSWER_LINK}</p>
      </Page>
    );
  }
  const { title, partnerName, refusal } = asked;
  return (
    <Page
      settings={settings}
      heading={title}
      lede={partnerName ? `It is about your mentoring with ${partnerName}.` : undefined}
      {...(refusal ? { title } : {})}
      done={done}
      isNarrow
    >
      <AnswerForm
        memberId={link.memberId}
        asked={asked}
        pressed={SCALE.find((score) => String(score) === pressed) ?? null}
        society={settings.society.name}
        action={answerSurveyFromMail}
        title={titleOf(title, settings)}
      >
        <input type="hidden" name="token" value={token} />
      </AnswerForm>
    </Page>
  );
}
