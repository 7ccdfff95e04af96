import { notFound } from "next/navigation";
import { AnswerFields } from "@/components/profile-questions/answer-fields";
import { Page } from "@/components/ui/page";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { previewQuestions } from "@/lib/people/profile-questions/queries";
import { roleOf } from "../../role-of";

/** The questions as they stand on the form of the profile, without a button: nothing typed here is sent. */
export default async function PreviewPage({ params }: PageProps<"/admin/questions/preview/[role]">) {
  const viewer = await requireStaff("admin");
  const [{ settings }, { role: name }] = await Promise.all([readRequest(), params]);
  const role = roleOf(name);
  const asked = await previewQuestions(viewer, role);
  if (asked.length === 0) notFound();
  const heading = `What ${withArticle(settings.words[role])} is asked`;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      lede="This is how your questions look on the form of the profile. You can try the boxes: nothing is saved here."
      back={{ href: "/admin/questions", label: "Questions on profiles" }}
      isNarrow
    >
      <AnswerFields asked={asked} settings={settings} />
    </Page>
  );
}
