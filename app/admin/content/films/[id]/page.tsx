import { notFound } from "next/navigation";
import { VideoPlayer } from "@/components/content/video-player";
import { FilmForm } from "@/components/films/film-form";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { fillTitle } from "@/lib/society/content/placeholders";
import type { Surroundings } from "@/lib/society/content/vocabulary";
import { TEXTS } from "@/lib/society/content/wording";
import { addressOfFilm } from "@/lib/society/films/address";
import type { FilmPlace } from "@/lib/society/films/film";
import { findFilm, listFilmPlaces } from "@/lib/society/films/queries";
import { sayFilmFacts } from "@/lib/society/films/wording";
import { dropFilm } from "../../actions";
import { readCameBack } from "../came-back";

export default async function FilmPage({ params, searchParams }: PageProps<"/admin/content/films/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, asked] = await Promise.all([readRequest(), params, searchParams]);
  const film = await findFilm(id);
  if (!film) notFound();
  const places = await listFilmPlaces(id);
  const cameBack = readCameBack(asked);
  const address = addressOfFilm(id);
  const { title, version, changedAt } = film;
  return (
    <Page
      settings={settings}
      heading={title}
      title={cameBack ? `Error: ${title}` : title}
      back={{ href: "/admin/content#films", label: "Content" }}
      done={asked.done}
    >
      {/* Another version is another film to the browser, which would go on with the one that it has begun. */}
      <VideoPlayer key={version} video={{ title, src: address, captions: `${address}/captions`, poster: null }} />
      <Facts
        facts={[
          ["File", sayFilmFacts(film)],
          ["Last changed", <Time key="at" at={changedAt} now={now} timeZone={viewer.timeZone} />],
          ["Where members see it", <Places key="where" places={places} surroundings={{ settings, signIn: env().SIGN_IN }} />],
        ]}
      />
      <section aria-labelledby="show" className="grid grid-cols-1 gap-3">
        <h2 id="show">Show it to members</h2>
        <p>
          Write a resource with it, or put this line, by itself, into a text such as{" "}
          <Link href="/admin/content/welcome">{TEXTS.welcome.name}</Link>, in place of the line of one of the films that come
          with the product. Everything that is said in it belongs below it as a transcript.
        </p>
        <pre className="font-mono text-[0.92rem] break-all whitespace-pre-wrap">{`![${title}](${address})`}</pre>
        <p>
          <LinkButton href={`/admin/content/resources/new?film=${id}`} kind="quiet">
            Write a resource with this film
          </LinkButton>
        </p>
      </section>
      <section aria-labelledby="change" className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
        <h2 id="change">Change the film</h2>
        <p>Another file or other captions take the place of the ones that are here, wherever the film is shown.</p>
        <FilmForm key={version} filmId={id} base={version} title={title} cameBack={cameBack} />
      </section>
      <section aria-labelledby="remove" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
        <h2 id="remove">Remove the film</h2>
        {places.length > 0 ? (
          <p>Members still see it. Take it out of the resources and texts above first, or hide them.</p>
        ) : (
          <Form action={dropFilm} submit="Remove the film" kind="danger" title={titleOf(title, settings)} isOneOfSeveral>
            <p>The film and its captions are deleted for good. Earlier versions of resources that had it show nothing there.</p>
            <input type="hidden" name="filmId" value={id} />
          </Form>
        )}
      </section>
    </Page>
  );
}

function Places({ places, surroundings }: { places: readonly FilmPlace[]; surroundings: Surroundings }) {
  if (places.length === 0) return "Nowhere yet";
  return (
    <ul>
      {places.map((place) =>
        place.in === "text" ? (
          <li key={place.slug}>
            <Link href={`/admin/content/${place.slug}`}>{TEXTS[place.slug as keyof typeof TEXTS].name}</Link>
          </li>
        ) : place.in === "programme" ? (
          <li key={`${place.id}/${place.slug}`}>
            <Link href={`/admin/programmes/${place.id}/texts/${place.slug}`}>A text of {place.name}</Link>
          </li>
        ) : (
          <li key={place.id}>
            <Link href={`/admin/content/resources/${place.id}`}>{fillTitle(place.title, surroundings)}</Link>
          </li>
        ),
      )}
    </ul>
  );
}
