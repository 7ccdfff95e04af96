import { notFound } from "next/navigation";
import { AnswerFields } from "@/components/profile-questions/answer-fields";
import { Page } from "@/components/ui/page";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { previewQuestions } from "@/lib/people/profile-questions/queries";
import { formOf } from "../../form-of";
import { roleOf } from "../../role-of";

/** The questions as they stand on the form of the profile, without a button: nothing typed here is sent. */
export default async function PreviewPage({ params, searchParams }: PageProps<"/admin/questions/preview/[role]">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { role: name }, { programme }] = await Promise.all([readRequest(), params, searchParams]);
  const role = roleOf(name);
  const form = await formOf(programme, now);
  const asked = await previewQuestions(viewer, role, form.programmeId);
  if (asked.length === 0) notFound();
  const heading = `What ${withArticle(settings.words[role])} is asked`;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      lede="This is how your questions look on the form. You can try the boxes: nothing is saved here."
      back={{ href: form.list, label: form.name === null ? "Questions on profiles" : `Questions on joining ${form.name}` }}
      isNarrow
    >
      <AnswerFields asked={asked} settings={settings} />
    </Page>
  );
}
