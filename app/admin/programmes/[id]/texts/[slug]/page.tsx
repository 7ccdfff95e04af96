import { MarkdownHelp } from "@/components/content/markdown-help";
import { Preview } from "@/components/content/preview";
import { TextFields } from "@/components/content/text-fields";
import { VersionList } from "@/components/content/version-list";
import { Draft } from "@/components/ui/draft";
import { EditingButtons } from "@/components/ui/editing-buttons";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { capital } from "@/lib/foundation/wording";
import { isEditable } from "@/lib/pairing/programmes/access";
import { findNewestText, listTextVersions } from "@/lib/pairing/programmes/texts/queries";
import type { OwnVersion, TextOf } from "@/lib/pairing/programmes/texts/text";
import { listPlaceholders } from "@/lib/society/content/placeholders";
import { giveBackProgrammeText, saveProgrammeText } from "../../../actions";
import { requireText } from "./require-text";

const SOCIETYS: OwnVersion = { number: 0, title: "", createdAt: new Date(0), publishedAt: null, authorName: null };

export default async function ProgrammeTextPage({ params, searchParams }: PageProps<"/admin/programmes/[id]/texts/[slug]">) {
  const { viewer, settings, now, programme, text, surroundings, words } = await requireText(params);
  const { id, name } = programme;
  const [newest, versions, { done }] = await Promise.all([findNewestText(text, now), listTextVersions(text), searchParams]);
  const { publishedNumber } = newest;
  const heading = `${words.name}: ${name}`;
  const isDraft = versions[0]?.publishedAt === null;
  return (
    <Page
      settings={settings}
      heading={<span className="prose-plain">{heading}</span>}
      title={heading}
      lede={`${words.readAt}. ${publishedNumber === null ? `Now they read ${words.societys}.` : ""}`}
      back={{ href: `/admin/programmes/${id}`, label: name }}
      done={done}
    >
      {isDraft && (
        <Note kind="plain">
          <p>
            This is a draft by {newest.authorName ?? "a former member"}. Partners read{" "}
            {publishedNumber === null ? words.societys : `version ${publishedNumber}`}.
          </p>
        </Note>
      )}
      {text.slug === "contract" && (
        <Note>
          <p>
            Once you publish, partners in this programme sign the new version. Contracts that have already been signed keep the
            text that was signed. If only one partner has signed, the other signs that same text. If both have signed, they may
            sign the new version as well.
          </p>
        </Note>
      )}
      {isEditable(programme) ? (
        <>
          <Form
            action={saveProgrammeText}
            submit="Preview"
            kind="quiet"
            title={titleOf(heading, settings)}
            aside={<EditingButtons />}
            isOneOfSeveral
          >
            <Preview />
            <Which text={text} />
            <VersionField name="base" initial={newest.number} />
            <Draft memberId={viewer.memberId} place={`admin/programmes/${id}/texts/${text.slug}`} />
            <TextFields initial={newest.texts} />
          </Form>
          <MarkdownHelp placeholders={listPlaceholders(surroundings)} />
        </>
      ) : (
        <p>This programme is closed, so its texts can no longer be changed.</p>
      )}
      <div className="grid grid-cols-1 gap-3">
        <h2 id="versions">Versions</h2>
        <VersionList
          versions={[...versions, SOCIETYS]}
          first={capital(words.societys)}
          publishedNumber={publishedNumber ?? 0}
          href={`/admin/programmes/${id}/texts/${text.slug}/versions`}
          now={now}
          timeZone={viewer.timeZone}
        />
      </div>
      {publishedNumber !== null && isEditable(programme) && (
        <section aria-labelledby="back" className="grid gap-3 border-t border-rule pt-6">
          <h2 id="back">Stop using the programme’s own text</h2>
          <p>Partners will read {words.societys} again. Your versions are kept, so you can bring them back.</p>
          <Form
            action={giveBackProgrammeText}
            submit="Stop using it"
            kind="quiet"
            title={titleOf(heading, settings)}
            isOneOfSeveral
          >
            <Which text={text} />
          </Form>
        </section>
      )}
    </Page>
  );
}

function Which({ text: { programmeId, slug } }: { text: TextOf }) {
  return (
    <>
      <input type="hidden" name="programmeId" value={programmeId} />
      <input type="hidden" name="slug" value={slug} />
    </>
  );
}
