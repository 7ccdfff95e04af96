import { notFound } from "next/navigation";
import { Draft } from "@/components/ui/draft";
import { EditingButtons } from "@/components/ui/editing-buttons";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { NOTICES } from "@/lib/entrypoints/notices";
import { findUnfitOf } from "@/lib/notify/mail-words/fit";
import { findSaved, listVersions } from "@/lib/notify/mail-words/queries";
import { shapeOf, toTexts, toWords } from "@/lib/notify/mail-words/texts";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveMailWords } from "../actions";
import { listDiffering, readWhich } from "../which-mails";
import { GiveBack } from "./give-back";
import { Differing, DraftNote, UnfitNote } from "./notes";
import { Passages } from "./passages";
import { Placeholders } from "./placeholders";
import { Versions } from "./versions-list";

/** One kind of mail, to be put into the society's words. */
export default async function MailWordsPage({ params, searchParams }: PageProps<"/admin/mails/[kind]">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { kind }, query] = await Promise.all([readRequest(), params, searchParams]);
  const which = await readWhich(kind, query, now);
  if (!which) notFound();
  const [saved, versions, differing] = await Promise.all([
    findSaved(which),
    listVersions(which),
    which.programme ? [which.programme] : listDiffering(kind, now),
  ]);
  const own = saved.newest?.passages ?? [];
  const base = toWords(saved.base);
  const texts = toTexts(which.passages, toWords(own), base);
  const heading = which.programme ? `${which.name}: ${which.programme.name}` : which.name;
  return (
    <Page
      settings={settings}
      heading={heading}
      lede="Changes take effect with the next e-mail of this kind. An e-mail that is already written stays as it is."
      back={{ href: "/admin/mails", label: "Words of e-mails" }}
      done={query.done}
      isNarrow
    >
      <Differing which={which} programmes={differing} />
      <DraftNote saved={saved} programme={which.programme} />
      <UnfitNote unfit={findUnfitOf(NOTICES, kind, own)} />
      <Placeholders passages={which.passages} words={settings.words} />
      <Form
        action={saveMailWords}
        submit="Save draft and preview"
        kind="quiet"
        title={titleOf(heading, settings)}
        aside={<EditingButtons isPreviewing={false} />}
      >
        <input type="hidden" name="kind" value={kind} />
        {which.programmeId && <input type="hidden" name="programmeId" value={which.programmeId} />}
        <VersionField name="base" initial={saved.newest?.number ?? 0} />
        <HiddenField name="shape" initial={shapeOf(which.passages)} />
        <Draft memberId={viewer.memberId} place={`admin/mails/${kind}/${which.programmeId ?? "all"}`} />
        <Passages which={which} texts={texts} base={base} words={settings.words} />
      </Form>
      <Versions which={which} saved={saved} versions={versions} now={now} timeZone={viewer.timeZone} />
      {saved.publishedNumber !== null && <GiveBack which={which} />}
    </Page>
  );
}
