import { notFound } from "next/navigation";
import { MarkdownHelp } from "@/components/content/markdown-help";
import { Preview } from "@/components/content/preview";
import { VersionList } from "@/components/content/version-list";
import { ResourceFields } from "@/components/resources/resource-fields";
import { Draft } from "@/components/ui/draft";
import { EditingButtons } from "@/components/ui/editing-buttons";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { fillTitle, listPlaceholders } from "@/lib/society/content/placeholders";
import { listFilms } from "@/lib/society/films/queries";
import { findNewestResource, listResourceVersions } from "@/lib/society/resources/queries";
import { sayShelf } from "@/lib/society/resources/wording";
import { hide, saveArticle } from "../../actions";

export default async function EditResourcePage({ params, searchParams }: PageProps<"/admin/content/resources/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const newest = await findNewestResource(id);
  if (!newest) notFound();
  const [versions, films] = await Promise.all([listResourceVersions(id), listFilms()]);
  const surroundings = { settings, signIn: env().SIGN_IN };
  const title = fillTitle(newest.texts.title ?? "", surroundings);
  return (
    <Page
      settings={settings}
      heading={title}
      title={title}
      lede={`${sayShelf(newest)}.`}
      back={{ href: "/admin/content#resources", label: "Content" }}
      done={done}
    >
      <Form
        action={saveArticle}
        submit="Preview"
        kind="quiet"
        title={titleOf(title, settings)}
        isOneOfSeveral
        aside={<EditingButtons />}
      >
        <Preview />
        <input type="hidden" name="resourceId" value={id} />
        <VersionField name="base" initial={newest.number} />
        <Draft memberId={viewer.memberId} place={`admin/content/resources/${id}`} />
        <ResourceFields initial={newest.texts} words={settings.words} films={films} />
      </Form>
      <MarkdownHelp placeholders={listPlaceholders(surroundings)} />
      <div className="grid grid-cols-1 gap-3">
        <h2 id="versions">Versions</h2>
        <VersionList
          versions={versions}
          publishedNumber={newest.publishedNumber}
          href={`/admin/content/resources/${id}/versions`}
          now={now}
          timeZone={viewer.timeZone}
        />
      </div>
      {newest.publishedNumber !== null && (
        <section aria-labelledby="hide" className="grid grid-cols-1 gap-3">
          <h2 id="hide">Hide from members</h2>
          <p>Members can no longer find it, with immediate effect. Its versions stay here, and you can publish it again.</p>
          <Form action={hide} submit="Hide from members" kind="danger" title={titleOf(title, settings)} isOneOfSeveral>
            <input type="hidden" name="resourceId" value={id} />
            <input type="hidden" name="number" value={newest.publishedNumber} />
          </Form>
        </section>
      )}
    </Page>
  );
}
