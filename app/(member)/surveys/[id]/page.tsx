import { notFound } from "next/navigation";
import { AnswerForm } from "@/components/surveys/answer-form";
import { Page, titleOf } from "@/components/ui/page";
import { findAsked } from "@/lib/mentoring/surveys/queries";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { answerSurvey } from "../actions";

/** A survey that the member was asked, in the product. */
export default async function SurveyPage({ params, searchParams }: PageProps<"/surveys/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const asked = await findAsked(viewer, id, now);
  if (!asked) notFound();
  const { title, partnerName, refusal } = asked;
  return (
    <Page
      settings={settings}
      heading={title}
      lede={partnerName ? `It is about your mentoring with ${partnerName}.` : undefined}
      back={{ href: "/", label: "Home" }}
      {...(refusal ? { title } : {})}
      done={done}
      isNarrow
    >
      <AnswerForm
        memberId={viewer.memberId}
        asked={asked}
        pressed={null}
        society={settings.society.name}
        action={answerSurvey}
        title={titleOf(title, settings)}
      >
        <input type="hidden" name="id" value={id} />
      </AnswerForm>
    </Page>
  );
}
