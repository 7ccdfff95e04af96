import { FilmLinks } from "@/components/content/film-links";
import { FilmText } from "@/components/content/film-text";
import { VideoPlayer } from "@/components/content/video-player";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import { findNothing, otherRoleOf, readRequest, requireRole, requireViewer } from "@/lib/people/auth/session";
import { fillTitle } from "@/lib/society/content/placeholders";
import type { Surroundings } from "@/lib/society/content/vocabulary";
import type { Film } from "@/lib/society/resources/film";
import { findResource, listResources } from "@/lib/society/resources/queries";

export default async function ResourcePage({ params, searchParams }: PageProps<"/resources/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, asked] = await Promise.all([readRequest(), params, searchParams]);
  const surroundings = { settings, signIn: env().SIGN_IN };
  const resource = await findResource(viewer, id, surroundings);
  if (!resource) {
    const other = otherRoleOf(viewer);
    if (other && (await findResource({ activeRole: other }, id, surroundings))) await requireRole(viewer, other);
    findNothing(viewer, "resource");
  }
  const { title, summary, film, blocks, publishedAt } = resource;
  return (
    <Page
      settings={settings}
      title={title}
      heading={title}
      lede={summary}
      back={{ href: "/resources", label: "Resources" }}
      isNarrow
    >
      {film && (
        <div className="grid grid-cols-1 gap-4">
          <FilmView film={film} title={title} />
          <OtherFilms viewer={viewer} id={id} surroundings={surroundings} />
        </div>
      )}
      <article className="grid grid-cols-1 gap-8">
        {film && <h2 id="transcript">Transcript of the film</h2>}
        <FilmText blocks={blocks} path={`/resources/${id}`} asked={asked.film} />
        <p className="border-t border-rule pt-4 text-[0.92rem] text-soft">
          Published by {settings.society.name} on <Time at={publishedAt} now={now} timeZone={viewer.timeZone} as="date" />.
        </p>
      </article>
    </Page>
  );
}

const MOST_FILMS = 12;

/** The other films that are here for the viewer: each plays in the same place. */
async function OtherFilms({ viewer, id, surroundings }: { viewer: Viewer; id: string; surroundings: Surroundings }) {
  const films = (await listResources(viewer)).filter(({ isFilm }) => isFilm).slice(0, MOST_FILMS);
  if (films.length < 2) return null;
  return (
    <FilmLinks
      films={films.map((one) => ({ title: fillTitle(one.title, surroundings), href: `/resources/${one.id}` }))}
      current={films.findIndex((one) => one.id === id)}
    />
  );
}

function FilmView({ film, title }: { film: Film; title: string }) {
  if (film.kind === "ours") return <VideoPlayer video={{ title, ...film }} />;
  return (
    <div className="grid justify-items-start gap-3">
      <LinkButton href={film.href}>Watch on {film.site}</LinkButton>
      <p className="text-soft">
        The film opens on {film.site}, where the rules of {film.site} apply, not ours. Everything that is said in it is written
        below.
      </p>
    </div>
  );
}
