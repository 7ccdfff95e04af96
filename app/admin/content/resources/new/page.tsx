import { randomUUID } from "node:crypto";
import { MarkdownHelp } from "@/components/content/markdown-help";
import { Preview } from "@/components/content/preview";
import { ResourceFields } from "@/components/resources/resource-fields";
import { Draft } from "@/components/ui/draft";
import { EditingButtons } from "@/components/ui/editing-buttons";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listPlaceholders } from "@/lib/society/content/placeholders";
import { addressOfFilm } from "@/lib/society/films/address";
import { listFilms } from "@/lib/society/films/queries";
import { saveArticle } from "../../actions";

export default async function NewResourcePage({ searchParams }: PageProps<"/admin/content/resources/new">) {
  const viewer = await requireStaff();
  const [{ settings }, films, asked] = await Promise.all([readRequest(), listFilms(), searchParams]);
  // A film's own page leads here to show it to members.
  const film = films.find(({ id }) => id === asked.film);
  return (
    <Page
      settings={settings}
      heading="Write a resource"
      lede="An article to read, or a film to watch. Members see it once you publish it."
      back={{ href: "/admin/content", label: "Content" }}
    >
      <Form
        action={saveArticle}
        submit="Preview"
        kind="quiet"
        title={titleOf("Write a resource", settings)}
        aside={<EditingButtons />}
      >
        <Preview />
        <HiddenField name="resourceId" initial={randomUUID()} />
        <VersionField name="base" initial={0} />
        <Draft memberId={viewer.memberId} place={"admin/content/resources/new"} />
        <ResourceFields
          initial={film ? { title: film.title, film: addressOfFilm(film.id) } : {}}
          words={settings.words}
          films={films}
        />
      </Form>
      <MarkdownHelp placeholders={listPlaceholders({ settings, signIn: env().SIGN_IN })} />
    </Page>
  );
}
