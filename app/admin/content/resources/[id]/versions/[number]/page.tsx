import { notFound } from "next/navigation";
import { VersionPage } from "@/components/content/version-page";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { composeText } from "@/lib/society/content/queries";
import { readVersionNumber } from "@/lib/society/content/wording";
import { findResourceTexts } from "@/lib/society/resources/queries";
import type { Audience } from "@/lib/society/resources/resource";
import { sayAudience } from "@/lib/society/resources/wording";
import { restoreArticle } from "../../../../actions";

export default async function ResourceVersionPage({ params }: PageProps<"/admin/content/resources/[id]/versions/[number]">) {
  await requireStaff();
  const [{ settings }, { id, number: typed }] = await Promise.all([readRequest(), params]);
  const number = readVersionNumber(typed);
  const texts = number === null ? null : await findResourceTexts(id, number);
  if (number === null || !texts) notFound();
  const text = composeText(texts, { settings, signIn: env().SIGN_IN });
  return (
    <VersionPage
      settings={settings}
      name={text.title}
      number={number}
      text={text}
      facts={
        <p>
          For: {sayAudience(texts.audience as Audience, settings.words)}.{texts.film && ` Film: ${texts.film}.`}
        </p>
      }
      back={`/admin/content/resources/${id}`}
      restore={restoreArticle}
      which={{ resourceId: id }}
    />
  );
}
