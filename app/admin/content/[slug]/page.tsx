import { notFound } from "next/navigation";
import { MarkdownHelp } from "@/components/content/markdown-help";
import { Preview } from "@/components/content/preview";
import { TextFields } from "@/components/content/text-fields";
import { VersionList } from "@/components/content/version-list";
import { Draft } from "@/components/ui/draft";
import { EditingButtons } from "@/components/ui/editing-buttons";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { Slug, Version } from "@/lib/society/content/document";
import { listPlaceholders } from "@/lib/society/content/placeholders";
import { findNewestDocument, listDocumentVersions } from "@/lib/society/content/queries";
import { TEXTS } from "@/lib/society/content/wording";
import { saveText } from "../actions";

const FIRST: Version = { number: 0, title: "", createdAt: new Date(0), publishedAt: null, authorName: null };

export default async function EditTextPage({ params, searchParams }: PageProps<"/admin/content/[slug]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { slug: asked }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  if (!Object.hasOwn(TEXTS, asked)) notFound();
  const slug = asked as Slug;
  const [newest, versions] = await Promise.all([findNewestDocument(slug, now), listDocumentVersions(slug)]);
  const { name, readAt, href } = TEXTS[slug];
  return (
    <Page
      settings={settings}
      heading={name}
      lede={`${readAt}.`}
      back={{ href: "/admin/content", label: "Content" }}
      done={done}
    >
      {newest.number > newest.publishedNumber && (
        <Note kind="plain">
          <p>
            This is a draft by {newest.authorName ?? "a former member"}.{" "}
            {href ? <Link href={href}>What members read</Link> : "What members read"} is{" "}
            {newest.publishedNumber === 0 ? "the text that comes with the product" : `version ${newest.publishedNumber}`}.
          </p>
        </Note>
      )}
      {slug === "contract" && (
        <Note>
          <p>
            Once you publish, partners sign the new version. Contracts that have already been signed keep the text that was
            signed. If only one partner has signed, the other signs that same text. If both have signed, they may sign the new
            version as well.
          </p>
        </Note>
      )}
      <Form action={saveText} submit="Preview" kind="quiet" title={titleOf(name, settings)} aside={<EditingButtons />}>
        <Preview />
        <input type="hidden" name="slug" value={slug} />
        <VersionField name="base" initial={newest.number} />
        <Draft memberId={viewer.memberId} place={`admin/content/${slug}`} />
        <TextFields initial={newest.texts} />
      </Form>
      <MarkdownHelp placeholders={listPlaceholders({ settings, signIn: env().SIGN_IN })} />
      <div className="grid grid-cols-1 gap-3">
        <h2 id="versions">Versions</h2>
        <VersionList
          versions={[...versions, FIRST]}
          publishedNumber={newest.publishedNumber}
          href={`/admin/content/${slug}/versions`}
          now={now}
          timeZone={viewer.timeZone}
        />
      </div>
    </Page>
  );
}
