import { notFound } from "next/navigation";
import { VersionPage } from "@/components/version-page";
import { readRequest, requireStaff } from "@/lib/auth/session";
import type { Slug } from "@/lib/content/document";
import { composeText, findDocumentTexts } from "@/lib/content/queries";
import { readVersionNumber, TEXTS } from "@/lib/content/wording";
import { env } from "@/lib/env";
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
      which={{ name: "slug", value: slug }}
    />
  );
}
