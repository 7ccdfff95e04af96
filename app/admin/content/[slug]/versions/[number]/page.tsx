import { notFound } from "next/navigation";
import { VersionPage } from "@/components/content/version-page";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { Slug } from "@/lib/society/content/document";
import { composeText, findDocumentTexts } from "@/lib/society/content/queries";
import { readVersionNumber, TEXTS } from "@/lib/society/content/wording";
import { restoreText } from "../../../actions";

export default async function TextVersionPage({ params }: PageProps<"/admin/content/[slug]/versions/[number]">) {
  await requireStaff();
  const [{ settings }, { slug: asked, number: typed }] = await Promise.all([readRequest(), params]);
  const number = readVersionNumber(typed);
  if (!Object.hasOwn(TEXTS, asked) || number === null) notFound();
  const slug = asked as Slug;
  const texts = await findDocumentTexts(slug, number);
  if (!texts) notFound();
  return (
    <VersionPage
      settings={settings}
      name={TEXTS[slug].name}
      number={number}
      text={composeText(texts, { settings, signIn: env().SIGN_IN })}
      back={`/admin/content/${slug}`}
      restore={restoreText}
      which={{ slug }}
    />
  );
}
