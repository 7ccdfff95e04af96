import { notFound } from "next/navigation";
import { VersionPage } from "@/components/content/version-page";
import { findVersionTexts } from "@/lib/pairing/programmes/texts/queries";
import { composeText } from "@/lib/society/content/queries";
import { readVersionNumber } from "@/lib/society/content/wording";
import { restoreProgrammeText } from "../../../../../actions";
import { requireText } from "../../require-text";

export default async function ProgrammeTextVersionPage({
  params,
}: PageProps<"/admin/programmes/[id]/texts/[slug]/versions/[number]">) {
  const { settings, now, programme, text, surroundings, words } = await requireText(params);
  const number = readVersionNumber((await params).number);
  const texts = number === null ? null : await findVersionTexts(text, number, now);
  if (number === null || !texts) notFound();
  return (
    <VersionPage
      settings={settings}
      name={`${words.name}: ${programme.name}`}
      number={number}
      first={words.societys}
      text={composeText(texts, surroundings)}
      back={`/admin/programmes/${programme.id}/texts/${text.slug}`}
      restore={restoreProgrammeText}
      which={{ ...text }}
    />
  );
}
