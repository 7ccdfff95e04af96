import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { SLUGS, type Version } from "@/lib/society/content/document";
import { listNewestDocuments } from "@/lib/society/content/queries";
import { TEXTS } from "@/lib/society/content/wording";
import { listFilms } from "@/lib/society/films/queries";
import { listShelf } from "@/lib/society/resources/queries";
import { addArticles } from "./actions";
import { FilmList } from "./films/film-list";
import { Shelf } from "./shelf";

export default async function ContentPage({ searchParams }: PageProps<"/admin/content">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { done }] = await Promise.all([readRequest(), searchParams]);
  const [newest, shelf, films] = await Promise.all([listNewestDocuments(), listShelf(), listFilms()]);
  const { timeZone } = viewer;
  const rows = SLUGS.map((slug) => {
    const published = newest.find((version) => version.slug === slug && version.publishedAt);
    const draft = newest.find((version) => version.slug === slug && !version.publishedAt);
    return { slug, published, draft: draft && draft.number > (published?.number ?? 0) ? draft : undefined };
  });
  return (
    <Page
      settings={settings}
      title="Content"
      heading="Content"
      lede="What members read here, in the society’s own words. A published version takes effect immediately, on every page."
      done={done}
    >
      <div className="grid grid-cols-1 gap-3">
        <h2 id="texts">Texts</h2>
        <Table
          caption="Texts"
          columns={[{ label: "Text" }, { label: "Published" }, { label: "By" }, { label: "Waiting" }, { label: "Read" }]}
          rows={rows.map(({ slug, published, draft }) => ({
            key: slug,
            cells: [
              <Link key="edit" href={`/admin/content/${slug}`} className="inline-block py-0.5">
                {TEXTS[slug].name}
              </Link>,
              <Published key="published" version={published} now={now} timeZone={timeZone} />,
              published ? (published.authorName ?? "A former member") : "",
              draft ? `A draft by ${draft.authorName ?? "a former member"}` : "",
              <span key="read" className="inline-block min-w-48">
                {TEXTS[slug].readAt}
              </span>,
            ],
          }))}
        />
      </div>
      <div className="grid grid-cols-1 gap-3">
        <h2 id="resources">Resources</h2>
        {shelf.length === 0 ? (
          <EmptyState
            heading="There are no resources yet"
            action={
              <>
                <LinkButton href="/admin/content/resources/new">Write a resource</LinkButton>
                <Form action={addArticles} submit="Start with the articles that come with the product" kind="quiet" />
              </>
            }
          >
            <p>Members find the articles and films that you publish here under Resources, in the same order.</p>
          </EmptyState>
        ) : (
          <>
            <p className="text-soft">Members find them under Resources in this order, each only what is for their role.</p>
            <Shelf shelf={shelf} settings={settings} now={now} timeZone={timeZone} />
            <p>
              <LinkButton href="/admin/content/resources/new">Write a resource</LinkButton>
            </p>
          </>
        )}
      </div>
      <div className="grid grid-cols-1 gap-3">
        <h2 id="films">Films</h2>
        <p className="text-soft">
          Three films come with the product, on Getting the most from mentoring. You can upload films of your own, with
          captions.
        </p>
        {films.length > 0 && <FilmList films={films} now={now} timeZone={timeZone} />}
        <p>
          <LinkButton href="/admin/content/films/new" kind="quiet">
            Upload a film
          </LinkButton>
        </p>
      </div>
    </Page>
  );
}

function Published({ version, now, timeZone }: { version: Version | undefined; now: Date; timeZone: string }) {
  if (!version?.publishedAt) return "The text that comes with the product";
  return (
    <span className="inline-block min-w-32">
      Version {version.number}, <Time at={version.publishedAt} now={now} timeZone={timeZone} />
    </span>
  );
}
